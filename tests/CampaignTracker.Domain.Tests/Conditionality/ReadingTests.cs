using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>Unknown order and contested facts: the verdict is computed for every reading.</summary>
public sealed class ReadingTests
{
    private static readonly StatusContested HeldOrFree = new("custody",
        [new Claim("in custody", "One list", ClaimedStatus.Held), new Claim("at liberty", "Another", ClaimedStatus.AtLiberty)])
    { Occurred = On("2014-06-01") };

    [Fact]
    public void A_release_some_day_of_the_month_of_the_gate_leaves_the_verdict_open_and_decides_it()
    {
        var deal = Deal.OnRelease().Released("2015-12");
        var release = deal.Last.Id;
        var gate = deal.Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Verdict.ShouldBe(Verdict.Indeterminate);
        gate.Possible.ShouldBe([Verdict.Rewarded, Verdict.AdvancedUnmet]);
        gate.Deciding.ShouldBe([release]);
        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open, Rank.Met]);
    }

    [Fact]
    public void A_release_in_the_month_before_leaves_nothing_open() =>
        Deal.OnRelease().Released("2015-11").Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.Rewarded);

    [Fact]
    public void A_contested_status_leaves_the_verdict_open() =>
        Deal.OnRelease().Event(Deal.Person, HeldOrFree).Gate(Milestone.Signed, "2015-12-21").LastGate().Possible.ShouldBe([Verdict.Rewarded, Verdict.AdvancedUnmet]);

    [Fact]
    public void A_claim_of_liberty_without_a_manner_reads_met_conditionally() =>
        Deal.OnRelease().Event(Deal.Person, HeldOrFree).Gate(Milestone.Signed, "2015-12-21").LastGate()
            .Conditions.Single().Statuses.ShouldBe([Rank.Open, Rank.MetConditionally]);

    [Fact]
    public void A_contested_count_moves_no_status() =>
        Deal.OnRelease().Event(Deal.Person, new StatusContested("deaths", [new Claim("11", "One"), new Claim("64", "Another")]) { Occurred = On("2014-06-01") })
            .Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.AdvancedUnmet);

    [Fact]
    public void A_later_fact_sets_a_contested_status_anew() =>
        Deal.OnRelease().Event(Deal.Person, HeldOrFree).Released("2015-01-01").Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.Rewarded);

    [Fact]
    public void A_reconciliation_chooses_a_claim_from_the_contested_date_on_and_is_named_as_evidence()
    {
        var deal = Deal.OnRelease().Event(Deal.Person, HeldOrFree);
        var contested = deal.Last.Id;
        deal.Event(Deal.Person, new ClaimsReconciled(contested, "at liberty", "Seen at home") { Occurred = On("2025-01-01") });
        var gate = deal.Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Verdict.ShouldBe(Verdict.Rewarded);
        gate.Conditions.Single().Evidence.ShouldBe([contested, deal.Log[^2].Id]);
    }

    [Fact]
    public void A_fact_before_the_demand_has_both_readings_at_a_gate_of_the_whole_year()
    {
        var gate = Deal.OnRelease().Released("2013-02-01").Event(Deal.Person, new Rearrested { Occurred = On("2013-03-10") })
            .Gate(Milestone.Signed, "2013").LastGate();

        // Signed in February, the person was free; what came in March comes too late for it.
        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open, Rank.Met]);
        gate.Possible.ShouldBe([Verdict.Rewarded, Verdict.AdvancedUnmet]);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
    }

    [Fact]
    public void A_contested_fact_of_unknown_order_has_the_readings_of_both()
    {
        var gate = Deal.OnRelease().Released("2014-01-01").Event(Deal.Person, HeldOrFree with { Occurred = On("2015") }).Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open, Rank.MetConditionally, Rank.Met]);
    }

    [Fact]
    public void What_is_before_a_gate_is_before_every_later_gate_in_the_same_reading()
    {
        var deal = Deal.OnRelease().Released("2015").Gate(Milestone.Initialled, "2015-03-01").Gate(Milestone.Signed, "2015-09-01");

        // Free before the first gate: Rewarded twice. Between the two: Unmet, Rewarded. After both: Unmet twice. Never Rewarded and then Unmet.
        deal.Judged().Gates.ShouldAllBe(gate => gate.Verdict == Verdict.Indeterminate);
        deal.Judged().PossibleWords.ShouldBe([Word.Yes, Word.No, Word.Mixed]);
    }

    [Fact]
    public void One_reading_of_a_contested_matter_holds_at_every_gate()
    {
        var deal = Deal.OnRelease().Event(Deal.Person, HeldOrFree).Gate(Milestone.Initialled, "2015-03-01").Gate(Milestone.Signed, "2015-09-01");

        deal.Judged().Word.ShouldBe(Word.Indeterminate);
        deal.Judged().PossibleWords.ShouldBe([Word.Yes, Word.No]);
    }

    [Fact]
    public void Two_demands_about_one_person_are_read_together()
    {
        var gate = Deal.OnRelease().Asked("release-again", Deal.Person).Attached("release-again").Event(Deal.Person, HeldOrFree)
            .Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Possible.ShouldBe([Verdict.Rewarded, Verdict.AdvancedUnmet]);
    }

    [Fact]
    public void A_contested_fact_that_cannot_change_the_verdict_does_not_decide_it()
    {
        var gate = Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Released("2015-01-01")
            .Event("case-2", HeldOrFree with { Claims = [HeldOrFree.Claims[0], HeldOrFree.Claims[1] with { Status = ClaimedStatus.Held }] })
            .Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Verdict.ShouldBe(Verdict.PartlyConditioned);
        gate.Deciding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void More_than_twelve_undecided_matters_are_too_many(int matters, bool tooMany)
    {
        var deal = Deal.Linked();
        for (var i = 1; i <= matters; i++)
            deal.Held($"case-{i}", "2012").Asked($"release-{i}", $"case-{i}").Attached($"release-{i}").Event($"case-{i}", HeldOrFree);
        var gate = deal.Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Verdict.ShouldBe(Verdict.Indeterminate);
        gate.Possible.ShouldBe([Verdict.Rewarded, Verdict.PartlyConditioned, Verdict.AdvancedUnmet]);
        gate.Says(AnnotationKind.TooManyUnknowns).ShouldBe(tooMany);
    }

    [Fact]
    public void A_matter_that_makes_no_difference_at_a_gate_is_none_of_the_twelve()
    {
        var deal = Deal.Linked();
        for (var i = 1; i <= 13; i++)
            deal.Held($"case-{i}", "2012").Asked($"release-{i}", $"case-{i}").Attached($"release-{i}").Event($"case-{i}", HeldOrFree);
        var gate = deal.Released("2015-01-01", person: "case-13").Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Possible.ShouldBe([Verdict.Rewarded, Verdict.PartlyConditioned]);
        gate.Says(AnnotationKind.TooManyUnknowns).ShouldBeFalse();
    }

    [Fact]
    public void An_overlap_of_two_facts_that_set_a_status_is_read_in_the_order_of_their_dates_and_said()
    {
        var gate = Deal.OnRelease().Event(Deal.Person, new Rearrested { Occurred = On("2015-03-10") }).Released("2015-03").Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open]);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
    }

    [Fact]
    public void Facts_of_one_day_come_in_the_order_of_their_batch()
    {
        var gate = Deal.OnRelease()
            .Event(Deal.Person, new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2015-03-10") }, new Rearrested { Occurred = On("2015-03-10") })
            .Gate(Milestone.Signed, "2015-12-21").LastGate();

        gate.Conditions.Single().Statuses.ShouldBe([Rank.Open]);
        gate.Says(AnnotationKind.OrderAssumed).ShouldBeFalse();
    }
}
