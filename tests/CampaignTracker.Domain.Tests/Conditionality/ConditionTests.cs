using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class ConditionTests
{
    private static GateVerdict Signed(Given deal) => deal.Gate(Milestone.Signed, "2015-12-21").LastGate();

    [Fact]
    public void Nobody_is_rewarded_for_what_was_done_before_it_was_asked()
    {
        var gate = Signed(Deal.Linked().Held(Deal.Person, "2012").Released("2013-01-01").Asked(Deal.Release, Deal.Person).Attached(Deal.Release));

        gate.Verdict.ShouldBe(Verdict.LinkedWithoutConditions);
        gate.Conditions.Single().Counts.ShouldBe(InReadings.None);
    }

    [Fact]
    public void What_was_met_when_it_was_asked_counts_once_it_is_lost() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Released("2013-01-01").Asked(Deal.Release, Deal.Person).Attached(Deal.Release)
            .Event(Deal.Person, new Rearrested { Occurred = On("2014-01-01") }, new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2015-01-01") }))
            .Verdict.ShouldBe(Verdict.Rewarded);

    [Fact]
    public void A_demand_attached_on_the_day_of_the_gate_is_no_condition_of_it() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release, date: "2015-12-21")).Conditions.ShouldBeEmpty();

    [Fact]
    public void A_demand_attached_before_it_was_issued_counts_from_its_issue() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person, "2016-01-01").Attached(Deal.Release)).Conditions.ShouldBeEmpty();

    [Fact]
    public void An_attachment_recorded_twice_does_not_undo_a_detachment_of_the_same_day() =>
        Deal.OnRelease()
            .Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On("2013-04-18") })
            .Attached(Deal.Release)
            .Gate(Milestone.Signed, "2015-12-21")
            .Verdict().ShouldBe(Verdict.LinkedWithoutConditions);

    [Fact]
    public void A_detached_demand_is_no_condition_until_it_is_attached_again()
    {
        var deal = Deal.OnRelease().Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On("2014-01-01") });
        Signed(deal).Conditions.ShouldBeEmpty();

        Signed(deal.Attached(Deal.Release, Requirement.Contributing, "2015-01-01")).Conditions.Single().Requirement.ShouldBe(Requirement.Contributing);
    }

    [Fact]
    public void A_closed_demand_is_no_condition() =>
        Signed(Deal.OnRelease().Event(Deal.Release, new DemandLapsed("Overtaken") { Occurred = On("2015-01-01") })).Conditions.ShouldBeEmpty();

    [Fact]
    public void The_condition_of_a_retracted_demand_falls_with_it()
    {
        var deal = Deal.OnRelease();
        deal.Retract(deal.Log.Single(recorded => recorded.Event is DemandIssued).Id);

        Signed(deal).Verdict.ShouldBe(Verdict.LinkedWithoutConditions);
    }

    [Fact]
    public void A_condition_of_unknown_order_is_read_as_before_the_gate_and_that_is_said()
    {
        var gate = Signed(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person, "2015").Attached(Deal.Release, date: "2015-12"));

        gate.Verdict.ShouldBe(Verdict.AdvancedUnmet);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
    }

    [Theory]
    [InlineData("imposed", Rank.Open)]
    [InlineData("eased", Rank.PartlyMet)]
    [InlineData("suspended", Rank.MetConditionally)]
    [InlineData("lifted", Rank.Met)]
    [InlineData("asked for anew", Rank.Met)]
    public void A_demand_about_a_ban_follows_the_ban(string last, Rank rank)
    {
        var deal = Deal.Linked().ARestriction("ban").Event("ban", new BanImposed { Occurred = On("2012-12-21") }).Asked("lift", "ban").Attached("lift");
        if (last == "eased") deal.Event("ban", new BanEased { Occurred = On("2015-01-01") });
        if (last == "suspended") deal.Event("ban", new BanSuspended { Occurred = On("2015-01-01") });
        if (last is "lifted" or "asked for anew") deal.Event("ban", new BanLifted { Occurred = On("2015-01-01") });
        if (last == "asked for anew") deal.Event("ban", new BanRequested { Occurred = On("2015-06-01") });

        Signed(deal).Conditions.Single().Statuses.ShouldBe([rank]);
    }

    [Fact]
    public void Any_other_demand_is_judged_by_a_reviewer_and_never_by_an_officials_claim()
    {
        var deal = Deal.Linked().Asked("law").Attached("law").Event("law", new FulfilmentClaimed("Ministry", "Done") { Occurred = On("2014-01-01") });
        Signed(deal).Conditions.Single().Statuses.ShouldBe([Rank.Open]);

        deal.Event("law", new FulfilmentAssessed(Domain.Events.Fulfilment.PartlyMet, "Reviewer") { Occurred = On("2014-06-01") });
        Signed(deal).Conditions.Single().Statuses.ShouldBe([Rank.PartlyMet]);
        Signed(deal).Verdict.ShouldBe(Verdict.PartlyConditioned);
    }

    [Theory]
    [InlineData(RegimeStep.Toward, InReadings.None)]
    [InlineData(RegimeStep.None, InReadings.All)]
    public void A_harsher_regime_is_undone_by_a_later_easing_alone(RegimeStep later, InReadings regressed) =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Transferred(RegimeStep.Away) { Occurred = On("2014-01-01") }, new Transferred(later) { Occurred = On("2014-06-01") }))
            .Conditions.Single().Regressed.ShouldBe(regressed);

    [Fact]
    public void A_new_charge_is_not_undone_by_an_easier_regime() =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Charged("Article 1") { Occurred = On("2014-01-01") }, new Transferred(RegimeStep.Toward) { Occurred = On("2014-06-01") }))
            .Conditions.Single().Regressed.ShouldBe(InReadings.All);

    [Fact]
    public void A_charge_against_a_person_at_liberty_is_no_step_away() =>
        Signed(Deal.OnRelease().Released("2014-01-01").Event(Deal.Person, new Charged("Article 1") { Occurred = On("2014-06-01") }))
            .Conditions.Single().Regressed.ShouldBe(InReadings.None);

    [Fact]
    public void A_re_arrest_is_undone_by_a_release()
    {
        var rearrested = Deal.OnRelease().Released("2014-01-01").Event(Deal.Person, new Rearrested { Occurred = On("2014-06-01") });
        Signed(rearrested).Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(rearrested.Released("2015-01-01", ReleaseManner.Parole)).Verdict.ShouldBe(Verdict.Rewarded);
    }

    [Fact]
    public void A_step_away_before_the_baseline_is_no_regression_since() =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Transferred(RegimeStep.Away) { Occurred = On("2014-01-01") }).Gate(Milestone.Initialled, "2015-01-20"))
            .Verdict.ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void A_step_recorded_on_the_demand_itself_moves_its_condition() =>
        Signed(Deal.Linked().Asked("law").Attached("law").Event("law", new StepTaken("Register closed", Movement.Away) { Occurred = On("2014-01-01") }))
            .Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);

    [Fact]
    public void A_longer_sentence_is_undone_by_a_later_shortening_alone()
    {
        var deal = Deal.OnRelease().Event(Deal.Person, new AppealDecided(AppealOutcome.Lengthened) { Occurred = On("2014-01-01") });
        Signed(deal).Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(deal.Event(Deal.Person, new Transferred(RegimeStep.Toward) { Occurred = On("2014-06-01") })).Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(deal.Event(Deal.Person, new AppealDecided(AppealOutcome.Shortened) { Occurred = On("2014-09-01") })).Verdict.ShouldBe(Verdict.AdvancedUnmet);
    }

    [Fact]
    public void A_step_taken_away_is_undone_by_a_later_one_toward()
    {
        var deal = Deal.Linked().Asked("law").Attached("law").Event("law", new StepTaken("Register closed", Movement.Away) { Occurred = On("2014-01-01") });
        Signed(deal).Conditions.Single().Regressed.ShouldBe(InReadings.All);
        Signed(deal.Event("law", new StepTaken("Register reopened", Movement.Toward) { Occurred = On("2014-06-01") })).Conditions.Single().Regressed.ShouldBe(InReadings.None);
    }

    [Fact]
    public void A_step_toward_that_came_before_a_step_away_does_not_undo_it() =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Transferred(RegimeStep.Toward) { Occurred = On("2013-06-01") }, new Transferred(RegimeStep.Away) { Occurred = On("2014-01-01") }))
            .Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);

    [Fact]
    public void A_revoked_release_is_not_undone_by_an_easier_regime()
    {
        var deal = Deal.OnRelease().Released("2014-01-01", ReleaseManner.Parole).Event(Deal.Person, new ReleaseRevoked { Occurred = On("2014-06-01") }, new Transferred(RegimeStep.Toward) { Occurred = On("2014-09-01") });
        Signed(deal).Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(deal.Released("2015-01-01", ReleaseManner.Parole)).Verdict.ShouldBe(Verdict.Rewarded);
    }

    [Fact]
    public void A_new_ban_is_undone_by_a_suspension_and_not_by_an_easing()
    {
        var deal = Deal.Linked().ARestriction("ban").Asked("lift", "ban").Attached("lift").Event("ban", new BanImposed { Occurred = On("2014-01-01") });
        Signed(deal).Verdict.ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(deal.Event("ban", new BanEased { Occurred = On("2014-06-01") })).Conditions.Single().Regressed.ShouldBe(InReadings.All);
        Signed(deal.Event("ban", new BanSuspended { Occurred = On("2015-01-01") })).Verdict.ShouldBe(Verdict.Rewarded);
    }

    [Fact]
    public void The_baseline_is_the_latest_earlier_gate_that_advanced_and_is_covered()
    {
        var deal = Deal.Unlinked().Gate(Milestone.NegotiationsOpened, "2011-06-01").Linkage("2012-03-14").Held(Deal.Person, "2012-01-23").Asked(Deal.Release, Deal.Person).Attached(Deal.Release)
            .Gate(Milestone.NegotiationsConcluded, "2014-10-09").Gate(Milestone.Suspended, "2014-12-01").Gate(Milestone.Initialled, "2015-01-20");

        deal.Judged().Gates.Select(gate => gate.Conditions.SingleOrDefault()?.BaselineDate.Text).ShouldBe([null, "2013-04-18", "2014-10-09", "2014-10-09"]);
    }

    [Fact]
    public void A_gate_that_may_still_last_when_the_next_is_taken_is_no_baseline_of_it() =>
        Signed(Deal.OnRelease().Gate(Milestone.Initialled, "2015-12")).Conditions.Single().BaselineGate.ShouldBeNull();

    [Fact]
    public void A_demand_issued_after_the_last_gate_has_its_own_first_day_as_baseline() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Gate(Milestone.Initialled, "2013-01-20").Asked(Deal.Release, Deal.Person, "2013-04").Attached(Deal.Release))
            .Conditions.Single().BaselineDate.Text.ShouldBe("2013-04-01");

    [Fact]
    public void A_demand_issued_on_the_day_of_the_gate_before_is_compared_with_that_gate() =>
        Signed(Deal.OnRelease().Gate(Milestone.Initialled, "2013-04-18")).Conditions.Single().BaselineGate.ShouldNotBeNull();

    [Fact]
    public void What_changed_while_the_gate_before_lasted_changed_since_its_start()
    {
        var deal = Deal.OnRelease().Gate(Milestone.NegotiationsResumed, "2013-10-09/2013-10-10")
            .Event(Deal.Person, new Transferred(RegimeStep.Away) { Occurred = On("2013-10-09") }).Gate(Milestone.Signed, "2015-12-21");

        deal.Verdict().ShouldBe(Verdict.AdvancedDespiteRegression);
    }

    [Fact]
    public void A_detachment_ends_a_condition_when_it_takes_effect()
    {
        var deal = Deal.OnRelease().Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On("2015-01-01"), Effective = On("2016-01-01") });
        Signed(deal).Conditions.Count.ShouldBe(1);
        deal.Gate(Milestone.ProvisionallyApplied, "2016-05-01").LastGate().Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void An_attachment_counts_by_the_day_on_which_it_was_made_whatever_day_it_names_as_its_effect() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person)
            .Event(Deal.Name, new ConditionAttached(Deal.Release, Requirement.Necessary) { Occurred = On("2013-05-01"), Effective = On("2014-01-01") })
            .Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On("2013-06-01") })).Conditions.ShouldBeEmpty();

    [Theory]
    [InlineData("2015-12", true)]
    [InlineData("2015-11", false)]
    [InlineData("2016", false)]
    public void A_condition_that_may_have_ended_before_the_gate_is_read_as_ended_and_that_is_said(string ended, bool said)
    {
        Signed(Deal.OnRelease().Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On(ended) })).Says(AnnotationKind.OrderAssumed).ShouldBe(said);
        Signed(Deal.OnRelease().Event(Deal.Release, new DemandLapsed("Overtaken") { Occurred = On(ended) })).Says(AnnotationKind.OrderAssumed).ShouldBe(said);
    }

    [Fact]
    public void The_end_of_a_demand_that_is_attached_only_after_the_gate_assumes_nothing_there() =>
        Signed(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release, date: "2016-01-01")
            .Event(Deal.Release, new DemandLapsed("Overtaken") { Occurred = On("2015-12") }))
            .Says(AnnotationKind.OrderAssumed).ShouldBeFalse();

    [Fact]
    public void The_status_at_a_gate_is_read_from_the_same_facts_whatever_their_order_of_recording_on_other_days()
    {
        var gate = Signed(Deal.OnRelease().Event(Deal.Person, new Rearrested { Occurred = On("2014-06-01") }).Released("2014-01-01"));
        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open]);
    }
}
