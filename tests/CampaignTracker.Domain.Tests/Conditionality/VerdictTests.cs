using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class VerdictTests
{
    [Fact]
    public void A_gate_that_no_linkage_covers_is_not_linked() =>
        Deal.Unlinked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release).Gate(Milestone.Signed, "2015-12-21")
            .Verdict().ShouldBe(Verdict.NotLinked);

    [Fact]
    public void A_linkage_without_a_condition_judges_nothing() =>
        Deal.Linked().Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.LinkedWithoutConditions);

    [Fact]
    public void A_contributing_condition_alone_judges_nothing() =>
        Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release, Requirement.Contributing).Gate(Milestone.Signed, "2015-12-21")
            .Verdict().ShouldBe(Verdict.LinkedWithoutConditions);

    [Fact]
    public void A_step_taken_after_every_condition_was_met_is_a_reward() =>
        Deal.OnRelease().Released("2015-03-01").Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.Rewarded);

    [Fact]
    public void A_step_taken_while_nothing_changed_advances_unmet() =>
        Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void A_release_on_the_day_of_the_gate_comes_too_late_for_it() =>
        Deal.OnRelease().Released("2015-12-21").Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void A_parole_that_was_ordered_but_not_in_effect_comes_too_late() =>
        Deal.OnRelease().Event(Deal.Person, new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2015-12-10"), Effective = On("2015-12-25") })
            .Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void A_gate_counts_by_the_day_of_the_decision_not_by_its_effective_date() =>
        Deal.OnRelease().Released("2016-01-10")
            .Event(Deal.Name, new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21"), Effective = On("2016-05-01") })
            .Verdict().ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void One_of_two_conditions_met_since_the_last_gate_is_a_step_partly_conditioned() =>
        Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Released("2015-03-01").Gate(Milestone.Signed, "2015-12-21")
            .Verdict().ShouldBe(Verdict.PartlyConditioned);

    [Fact]
    public void A_condition_that_got_worse_outweighs_one_that_improved() =>
        Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Released("2015-03-01")
            .Event("case-2", new Transferred(RegimeStep.Away) { Occurred = On("2015-07-27") })
            .Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.AdvancedDespiteRegression);

    [Fact]
    public void Credit_for_what_was_met_at_an_earlier_gate_is_not_given_twice()
    {
        var deal = Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Released("2015-03-01")
            .Gate(Milestone.Initialled, "2015-06-01").Gate(Milestone.Signed, "2015-12-21");

        deal.Judged().Gates.Select(gate => gate.Verdict).ShouldBe([Verdict.PartlyConditioned, Verdict.AdvancedUnmet]);
    }

    [Fact]
    public void Holding_back_does_not_wipe_out_why()
    {
        var deal = Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Released("2015-03-01")
            .Gate(Milestone.Suspended, "2015-06-01").Gate(Milestone.Signed, "2015-12-21");

        deal.LastGate().Conditions.ShouldAllBe(condition => condition.BaselineGate == null);
        deal.Verdict().ShouldBe(Verdict.PartlyConditioned);
    }

    [Fact]
    public void What_is_held_back_for_an_unmet_condition_is_withheld() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21", new Ground(Demand: Deal.Release)).Verdict().ShouldBe(Verdict.Withheld);

    [Fact]
    public void What_is_held_back_for_a_contributing_condition_is_withheld_too() =>
        Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2", Requirement.Contributing)
            .Gate(Milestone.Suspended, "2015-12-21", new Ground(Demand: "release-2")).Verdict().ShouldBe(Verdict.Withheld);

    [Fact]
    public void What_is_held_back_for_the_issue_area_of_the_linkage_is_withheld() =>
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21", new Ground(IssueArea: "Human rights")).Verdict().ShouldBe(Verdict.Withheld);

    [Fact]
    public void What_is_held_back_for_a_condition_that_was_met_stalls_on_other_grounds() =>
        Deal.OnRelease().Released("2015-03-01").Gate(Milestone.Suspended, "2015-12-21", new Ground(Demand: Deal.Release)).Verdict().ShouldBe(Verdict.StalledOtherGrounds);

    [Fact]
    public void A_postponement_is_held_back_whatever_it_postpones() =>
        Deal.OnRelease().Event(Deal.Name, new MilestonePostponed(Milestone.Signed, Grounds: [new Ground(Words: "Elections")]) { Occurred = On("2015-12-21") })
            .Verdict().ShouldBe(Verdict.StalledOtherGrounds);

    [Fact]
    public void Reasons_given_afterwards_count_as_grounds_of_the_gate()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21");
        deal.Event(Deal.Name, new JustificationGiven(deal.Last.Id, "Council", [new Ground(Demand: Deal.Release)]) { Occurred = On("2016-01-10") });

        deal.Verdict().ShouldBe(Verdict.Withheld);
    }

    [Theory]
    [InlineData(ReleaseManner.Acquittal, Rank.Met)]
    [InlineData(ReleaseManner.SentenceServed, Rank.Met)]
    [InlineData(ReleaseManner.Parole, Rank.MetConditionally)]
    [InlineData(ReleaseManner.Unknown, Rank.MetConditionally)]
    public void A_release_without_conditions_meets_the_demand_and_any_other_conditionally(ReleaseManner manner, Rank rank) =>
        Deal.OnRelease().Released("2015-03-01", manner).Gate(Milestone.Signed, "2015-12-21").LastGate().Conditions.Single().Statuses.ShouldBe([rank]);

    [Fact]
    public void Death_in_custody_leaves_the_demand_open_for_good()
    {
        var gate = Deal.OnRelease().Event(Deal.Person, new DiedInCustody { Occurred = On("2014-05-01") }, new Rehabilitated { Occurred = On("2015-03-01") })
            .Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open]);
        gate.Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
    }

    [Fact]
    public void A_gate_dated_after_V_is_not_shown() =>
        Deal.OnRelease().Gate(Milestone.Initialled, "2015-01-20").Gate(Milestone.Signed, "2015-12-21").Judged("2015-06").Gates.Single().Milestone.ShouldBe(Milestone.Initialled);

    [Fact]
    public void Every_verdict_says_its_rule_set_and_what_it_does_not_say()
    {
        var ledger = ConditionalityLedger.Of(Domain.Record.CampaignState.Of(Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21").Log, Viewpoints.Now), Rules.V1, Rules.Memo);

        ledger.RuleSet.ShouldBe(1);
        ledger.Agreements.Single().Gates.ShouldAllBe(gate => gate.RuleSet == 1 && gate.InputsHash.Length == 64);
        ledger.Notice.ShouldContain("nothing of cause");
    }
}
