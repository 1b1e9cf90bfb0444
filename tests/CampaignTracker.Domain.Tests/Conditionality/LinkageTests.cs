using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class LinkageTests
{
    private static GateVerdict Signed(Given deal, string date = "2015-12-21") => deal.Gate(Milestone.Signed, date).LastGate();

    [Fact]
    public void A_linkage_declared_on_the_day_of_the_gate_does_not_cover_it() =>
        Signed(Deal.Unlinked().Linkage("2015-12-21")).Verdict.ShouldBe(Verdict.NotLinked);

    [Fact]
    public void What_an_NGO_urges_links_nothing() => Signed(Deal.Unlinked().Linkage("2013-04-19", "IPHR")).Verdict.ShouldBe(Verdict.NotLinked);

    [Fact]
    public void A_linkage_of_some_gates_covers_no_other() =>
        Signed(Deal.Unlinked().Linkage("2012-03-14", milestones: Milestone.ConsentGiven)).Verdict.ShouldBe(Verdict.NotLinked);

    [Fact]
    public void A_linkage_withdrawn_before_the_gate_does_not_cover_it()
    {
        var deal = Deal.Linked();
        deal.Event(Deal.Name, new LinkageWithdrawn(deal.Last.Id, "Council") { Occurred = On("2014-01-01") });

        Signed(deal).Verdict.ShouldBe(Verdict.NotLinked);
    }

    [Fact]
    public void A_linkage_withdrawn_after_the_gate_covers_it()
    {
        var deal = Deal.Linked();
        deal.Event(Deal.Name, new LinkageWithdrawn(deal.Last.Id, "Council") { Occurred = On("2016-01-01") });

        Signed(deal).Verdict.ShouldBe(Verdict.LinkedWithoutConditions);
    }

    [Fact]
    public void A_commitment_is_only_political_at_a_gate_that_its_body_does_not_hold()
    {
        var deal = Deal.Unlinked().Linkage("2012-03-14").Gate(Milestone.Signed, "2015-12-21").Gate(Milestone.ConsentGiven, "2017-12-12");

        deal.Judged().Gates.Select(gate => gate.Linkages.Single().Strength).ShouldBe([LinkageStrength.Committed, LinkageStrength.Political]);
        deal.Judged().Gates.Select(gate => gate.Says(AnnotationKind.LinkageOnlyPolitical)).ShouldBe([false, true]);
    }

    [Fact]
    public void A_clause_of_the_agreement_binds_at_every_gate() =>
        Deal.Unlinked().Linkage("2012-03-14", strength: LinkageStrength.Codified).Gate(Milestone.ConsentGiven, "2017-12-12").LastGate()
            .Linkages.Single().Strength.ShouldBe(LinkageStrength.Codified);

    [Fact]
    public void A_linkage_of_unknown_order_is_read_as_before_the_gate_and_that_is_said()
    {
        var gate = Signed(Deal.Unlinked().Linkage("2015-12"));

        gate.Verdict.ShouldBe(Verdict.LinkedWithoutConditions);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
    }

    [Fact]
    public void A_linkage_that_may_have_been_withdrawn_before_the_gate_is_read_as_withdrawn_and_that_is_said()
    {
        var deal = Deal.Linked();
        deal.Event(Deal.Name, new LinkageWithdrawn(deal.Last.Id, "Council") { Occurred = On("2015-12") });
        var gate = Signed(deal);

        gate.Verdict.ShouldBe(Verdict.NotLinked);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
    }

    [Fact]
    public void The_end_of_a_linkage_of_other_gates_assumes_nothing_here()
    {
        var deal = Deal.Linked().Linkage("2012-03-15", "European Parliament", LinkageStrength.Committed, Milestone.ConsentGiven);
        deal.Event(Deal.Name, new LinkageWithdrawn(deal.Last.Id, "European Parliament") { Occurred = On("2015-12") });

        Signed(deal).Says(AnnotationKind.OrderAssumed).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "2014-01-01", false)]
    [InlineData(1, "2014-01-01", false)]
    [InlineData(0, "2015-12", true)]
    [InlineData(1, "2015-12", true)]
    public void A_linkage_recorded_twice_is_withdrawn_by_the_withdrawal_of_either(int recording, string date, bool assumed)
    {
        var deal = Deal.Linked();
        Guid[] recordings = [deal.Last.Id, deal.Linkage("2012-03-14").Last.Id];
        var gate = Signed(deal.Event(Deal.Name, new LinkageWithdrawn(recordings[recording], "Council") { Occurred = On(date) }));

        gate.Verdict.ShouldBe(Verdict.NotLinked);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBe(assumed);
    }
}
