using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class AnnotationTests
{
    private static GateVerdict Signed(Given deal, params Ground[] grounds) => deal.Gate(Milestone.Signed, "2015-12-21", grounds).LastGate();

    private static readonly ParoleDecided Refusal = new(Granted: false) { Occurred = On("2014-06-01") };

    [Fact]
    public void A_refusal_since_the_baseline_is_said() =>
        Signed(Deal.OnRelease().Event(Deal.Person, Refusal)).Annotations().ShouldContain("RefusedSince");

    [Fact]
    public void A_refusal_before_the_baseline_is_not_said() =>
        Signed(Deal.OnRelease().Event(Deal.Person, Refusal).Gate(Milestone.Initialled, "2015-01-20")).Says(AnnotationKind.RefusedSince).ShouldBeFalse();

    [Fact]
    public void A_refusal_that_may_lie_after_the_gate_is_not_said_and_leaves_nothing_open()
    {
        var gate = Signed(Deal.OnRelease().Event(Deal.Person, Refusal with { Occurred = On("2015-12") }));

        gate.Verdict.ShouldBe(Verdict.AdvancedUnmet);
        gate.Says(AnnotationKind.RefusedSince).ShouldBeFalse();
    }

    [Fact]
    public void An_easing_that_does_not_satisfy_the_criterion_is_movement_only() =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Transferred(RegimeStep.Toward) { Occurred = On("2014-06-01") })).Annotations().ShouldContain("MovementOnly");

    [Fact]
    public void What_was_met_after_the_gate_and_before_the_next_is_said_with_the_days()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Initialled, "2015-01-20").Released("2015-03").Gate(Milestone.Signed, "2015-12-21");

        deal.Judged().Gates[0].Annotations().ShouldContain("MetAfterwards (release-1, 40 to 70 days)");
        deal.Judged().Gates[1].Annotations().ShouldNotContain(text => text.StartsWith("MetAfterwards", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_met_only_after_the_next_gate_is_not_said_of_the_first()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Initialled, "2015-01-20").Gate(Milestone.Signed, "2015-12-21").Released("2016-01-01");

        deal.Judged().Gates.Select(gate => gate.Says(AnnotationKind.MetAfterwards)).ShouldBe([false, true]);
    }

    [Fact]
    public void A_gate_of_the_same_day_is_not_the_next_one() =>
        Deal.OnRelease().Gate(Milestone.Initialled, "2015-12-21").Gate(Milestone.Signed, "2015-12-21").Released("2016-01-10")
            .Judged().Gates.Select(gate => gate.Says(AnnotationKind.MetAfterwards)).ShouldBe([true, true]);

    [Fact]
    public void What_was_met_afterwards_is_not_said_before_it_happened() =>
        Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21").Released("2016-01-20").Judged("2016-01-10").Gates.Single().Says(AnnotationKind.MetAfterwards).ShouldBeFalse();

    [Fact]
    public void What_was_met_at_the_baseline_already_is_said() =>
        Signed(Deal.OnRelease().Released("2015-01-01").Gate(Milestone.Initialled, "2015-01-20")).Annotations().ShouldContain("MetEarlier (release-1)");

    [Theory]
    [InlineData("2015-11-21", "MovedJustBefore (release-1, 30 days)")]
    [InlineData("2015-12-20", "MovedJustBefore (release-1, 1 day)")]
    [InlineData("2015-11-20", null)]
    [InlineData("2015-11-21/2015-11-25", "MovedJustBefore (release-1, 26 to 30 days)")]
    [InlineData("2015-11-20/2015-11-25", null)]
    [InlineData("2015-11", null)]
    public void What_moved_at_most_thirty_days_before_the_gate_is_said(string date, string? said) =>
        Signed(Deal.OnRelease().Released(date)).Annotations().FirstOrDefault(text => text.StartsWith("MovedJustBefore", StringComparison.Ordinal)).ShouldBe(said);

    [Fact]
    public void What_may_have_moved_by_either_of_two_facts_moved_from_the_later_to_the_earlier_of_them() =>
        Signed(Deal.OnRelease().Released("2015-12-01", ReleaseManner.Parole).Released("2015-12-18/2015-12-22")).Annotations()
            .ShouldContain("MovedJustBefore (release-1, 0 to 20 days)");

    [Theory]
    [InlineData("2015-12-19/2015-12-21", "MovedJustBefore (release-1, 28 to 30 days)")]
    [InlineData("2015-12-20/2015-12-22", null)]
    public void What_moved_before_a_gate_of_some_days_is_said_where_it_is_just_before_all_of_them(string gate, string? said) =>
        Deal.OnRelease().Released("2015-11-21").Gate(Milestone.Signed, gate).LastGate().Annotations()
            .FirstOrDefault(text => text.StartsWith("MovedJustBefore", StringComparison.Ordinal)).ShouldBe(said);

    [Fact]
    public void Grounds_that_name_no_condition_are_said_to_stand_in_for_it() =>
        Signed(Deal.OnRelease(), new Ground(Words: "WTO accession")).Annotations()
            .ShouldBe(["OtherConditionHonoured (WTO accession)", "CriterionSubstitution", "ChosenInHindsight"]);

    [Fact]
    public void Grounds_that_name_a_condition_too_do_not_stand_in_for_it() =>
        Signed(Deal.OnRelease(), new Ground(Words: "WTO accession"), new Ground(Demand: Deal.Release)).Says(AnnotationKind.CriterionSubstitution).ShouldBeFalse();

    [Fact]
    public void Nothing_stands_in_for_conditions_that_were_met() =>
        Signed(Deal.OnRelease().Released("2015-01-01"), new Ground(Words: "WTO accession")).Says(AnnotationKind.CriterionSubstitution).ShouldBeFalse();

    [Fact]
    public void A_gate_held_back_without_grounds_is_said()
    {
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21").LastGate().Annotations().ShouldContain("NoGroundsStated");
        Deal.OnRelease().Gate(Milestone.Suspended, "2015-12-21", new Ground(Words: "Elections")).LastGate().Annotations().ShouldNotContain("NoGroundsStated");
    }

    [Fact]
    public void A_gate_that_is_not_confirmed_is_said() =>
        Deal.OnRelease().Event(Deal.Name, new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21"), Confidence = Confidence.Probable }).LastGate()
            .Annotations().ShouldContain("UnverifiedInputs");

    [Fact]
    public void A_gate_that_is_confirmed_in_one_of_its_recordings_is_confirmed() =>
        Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21")
            .Event(Deal.Name, new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21"), Confidence = Confidence.Probable })
            .LastGate().Says(AnnotationKind.UnverifiedInputs).ShouldBeFalse();

    [Theory]
    [InlineData("2015-01-01", true)]
    [InlineData("2012-02-01", false)]
    public void A_fact_that_is_not_confirmed_is_said_where_it_sets_a_status(string date, bool said) =>
        Signed(Deal.OnRelease().Event(Deal.Person, new Arrested { Occurred = On(date), Confidence = Confidence.Disputed }, new Rearrested { Occurred = On("2012-03-01") }))
            .Says(AnnotationKind.UnverifiedInputs).ShouldBe(said);

    [Fact]
    public void An_assessment_by_whoever_recorded_the_evidence_is_said()
    {
        FulfilmentAssessed met = new(Fulfilment.Met, "Reviewer", [Id(1)]) { Occurred = On("2014-06-01") };
        Signed(Deal.Linked().Asked("law").Attached("law").Record("boris", "law", met)).Says(AnnotationKind.UnreviewedInputs).ShouldBeFalse();
        Signed(Deal.Linked().Asked("law").Attached("law").Record("alma", "law", met)).Says(AnnotationKind.UnreviewedInputs).ShouldBeTrue();
    }

    [Fact]
    public void An_assessment_is_looked_at_as_it_now_reads()
    {
        var deal = Deal.Linked().Asked("law").Attached("law")
            .Record("alma", "law", new FulfilmentAssessed(Fulfilment.PartlyMet, "Reviewer", [Id(1)]) { Occurred = On("2014-06-01") });
        Signed(deal.Correct(deal.Last.Id, ("fulfilment", "Met"))).Says(AnnotationKind.UnreviewedInputs).ShouldBeTrue();
    }

    [Fact]
    public void A_condition_recorded_after_the_day_of_the_gate_was_chosen_in_hindsight()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21");
        deal.LastGate().Says(AnnotationKind.ChosenInHindsight).ShouldBeTrue();

        deal.Log.Select(recorded => recorded with { RecordedAt = new DateTimeOffset(2015, 12, 21, 23, 0, 0, TimeSpan.Zero) }).Judged()
            .Gates.Single().Says(AnnotationKind.ChosenInHindsight).ShouldBeFalse();
    }
}
