using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class AgreementLadderTests
{
    private static Record TheEpca() => Record.ACampaign().And("2011-05-24", "epca", on => new AgreementDefined(
        "EPCA", ["EU", "KZ"], [new GateHolder("Council", [Milestone.Signed], ["Council of the EU"]), new GateHolder("European Parliament", [Milestone.ConsentGiven])]) { Occurred = on });

    private static Agreement Seen(Record record) => AgreementLadder.Of(record.Seen()).Agreements.Single();

    [Theory]
    [InlineData(null, true, JudgedReason.PromisingSide)]
    [InlineData("council of the eu", true, JudgedReason.PromisingSide)]
    [InlineData("EU", true, JudgedReason.PromisingSide)]
    [InlineData("the\u00A0EU", true, JudgedReason.PromisingSide)]
    [InlineData("EU,KZ", true, JudgedReason.PromisingSide)]
    [InlineData("KZ", false, JudgedReason.OtherSide)]
    [InlineData("Kazakhstan", false, JudgedReason.OtherSide)]
    public void A_gate_of_the_promising_side_or_of_both_is_judged(string? by, bool judged, JudgedReason reason)
    {
        var step = Seen(TheEpca().And("2015-12-21", "epca", on => new MilestoneReached(Milestone.Signed, by?.Split(',')) { Occurred = on })).Steps.Single();
        (step.Judged, step.Reason).ShouldBe((judged, reason));
    }

    [Fact]
    public void A_round_is_shown_and_not_judged_and_a_postponement_holds_back()
    {
        var steps = Seen(TheEpca()
            .And("2014-05-13", "epca", on => new RoundHeld(6) { Occurred = on })
            .And("2014-05-14", "epca", on => new MilestonePostponed(Milestone.Initialled) { Occurred = on })).Steps;
        steps.Select(step => (step.Kind, step.Judged, step.HoldsBack)).ShouldBe(
            [(StepKindOnLadder.Round, false, false), (StepKindOnLadder.Postponed, true, true)]);
    }

    [Fact]
    public void Gates_of_one_day_come_in_their_usual_order()
    {
        var record = TheEpca();
        foreach (var milestone in new[] { Milestone.ConsentGiven, Milestone.Initialled, Milestone.Signed })
            record.And("2015-12-21", "epca", on => new MilestoneReached(milestone) { Occurred = on });
        Seen(record).Steps.Select(step => step.Milestone).ShouldBe([Milestone.Initialled, Milestone.Signed, Milestone.ConsentGiven]);
    }

    [Fact]
    public void Reasons_given_later_stand_with_their_gate()
    {
        var record = TheEpca().And("2015-12-21", "epca", on => new MilestoneReached(Milestone.Signed) { Occurred = on });
        var signed = record.LastId;
        record.And("2016-01-10", "epca", on => new JustificationGiven(signed, "Council", [new Ground(Words: "WTO accession")]) { Occurred = on });
        Seen(record).Steps.Single().Justifications.Single().Grounds.Single().Text.ShouldBe("WTO accession");
    }

    [Fact]
    public void A_linkage_says_whether_it_comes_from_a_body_and_whether_it_was_withdrawn()
    {
        var record = TheEpca().And("2012-03-14", "epca", on => new LinkageDeclared("Council", LinkageStrength.Committed, "not independently", "reform") { Occurred = on });
        var linkage = record.LastId;
        record.And("2013-04-19", "epca", on => new LinkageDeclared("IPHR", LinkageStrength.Political, "make it depend", "reform") { Occurred = on })
            .And("2014", "epca", on => new LinkageWithdrawn(linkage, "Council") { Occurred = on });
        Seen(record).Linkages.Select(item => (item.By, item.ByABody, item.Withdrawn?.Text)).ShouldBe([("Council", true, "2014"), ("IPHR", false, null)]);
    }
}
