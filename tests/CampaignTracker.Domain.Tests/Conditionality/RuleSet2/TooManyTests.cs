using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Where too many facts of one person may have come on one day, their worlds are not walked.</summary>
public sealed class TooManyTests
{
    // Each ends on another day, so that none repeats another.
    private static GateVerdict Gate(Func<Edtf.EdtfDate, CampaignEvent> fact, int facts)
    {
        var given = new Given().Event("deal", new AgreementDefined("Deal", ["EU", "KZ"], [new GateHolder("Council", [Milestone.Signed])]) { Occurred = On("2010") })
            .Event("deal", new LinkageDeclared("EU", LinkageStrength.Committed, "depends on", "human rights") { Occurred = On("2010") })
            .ACase("case-1").Event("case-1", new Arrested { Occurred = On("2011-01-03") })
            .Event("demand-1", new DemandIssued("Free", "EP", ["KZ"], "calls for", Force.Call, About: "case-1") { Occurred = On("2012-01-02") })
            .Event("deal", new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2012-01-03") });
        for (var n = 0; n < facts; n++) given = given.Event("case-1", fact(On($"2015-01-01/2015-06-{n + 10}")));
        var state = CampaignState.Of(given.Event("deal", new MilestoneReached(Milestone.Signed, ["Council"]) { Occurred = On("2015-12-21") }).Log, Viewpoints.Now);
        return ConditionalityLedger.Of(state, RuleSetList.BuiltIn.Find("2")!, Memo.New()).Agreements.Single().Gates.Single();
    }

    [Fact]
    public void Up_to_six_are_walked()
    {
        var gate = Gate(on => new Arrested { Occurred = on }, 6);
        gate.Verdict.ShouldBe(Verdict.AdvancedUnmet);
        gate.Annotations.ShouldNotContain(said => said.Kind == AnnotationKind.TooManyUnknowns);
    }

    [Fact]
    public void Of_more_the_person_may_be_what_they_could_make_of_him_and_nothing_else()
    {
        var gate = Gate(on => new Arrested { Occurred = on }, 9);
        gate.Possible.ShouldBe([Verdict.LinkedWithoutConditions, Verdict.AdvancedUnmet], ignoreOrder: true);
        gate.Annotations.ShouldContain(said => said.Kind == AnnotationKind.TooManyUnknowns);
        gate.Deciding.Count.ShouldBe(9);
    }

    [Fact]
    public void Of_releases_and_an_arrest_before_them_everything_between_the_two_is_possible()
    {
        var gate = Gate(on => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = on }, 9);
        gate.Possible.ShouldContain(Verdict.Rewarded);
        gate.Possible.ShouldContain(Verdict.AdvancedUnmet);
        gate.Verdict.ShouldBe(Verdict.Indeterminate);
    }
}
