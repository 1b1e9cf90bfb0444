using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Conditionality;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Statuses;

/// <summary>Where dates leave open which of two facts came first, both are told, and everywhere alike.</summary>
public sealed class StatusTimelineTests
{
    private static readonly StatusContested HeldOrFree = new("custody",
        [new("in custody", "One", ClaimedStatus.Held), new("pardoned", "Another", ClaimedStatus.AtLiberty, ReleaseManner.Pardon)])
    { Occurred = On("2014-01") };

    private static CaseItem Case(Given given, string? asOf = null) =>
        CaseList.Of(CampaignState.Of(given.Log, Viewpoints.Of(asOf is null ? null : On(asOf)))).Cases.Single();

    private static IEnumerable<string> Spans(CaseItem item) =>
        item.Custody.Select(span => $"{span.From} {span.To?.Text ?? "…"} {string.Join(" or ", span.Possible)}");

    /// <summary>What the case says as of a day, which must be what its spans say of that day, seen then and seen now.</summary>
    private static IReadOnlyList<Custody> AsOf(Given given, string asOf)
    {
        var (then, day) = (Case(given, asOf), On(asOf).Latest);
        then.Custody.On(day).ShouldBe(then.Possible);
        then.HeldOn(day).ShouldBe(then.Held);
        Case(given).Custody.On(day).ShouldBe(then.Possible);
        Case(given).HeldOn(day).ShouldBe(then.Held);
        return then.Possible;
    }

    [Fact]
    public void Somebody_arrested_some_day_in_March_and_released_on_the_10th_may_be_held_after_it()
    {
        var given = new Given().Held("case-1", "2014-03").Released("2014-03-10", ReleaseManner.Parole);

        AsOf(given, "2014-03-05").ShouldBe([Custody.Held]);
        AsOf(given, "2014-03-20").ShouldBe([Custody.Held, Custody.FreeConditionally]);
        AsOf(given, "2014-04-01").ShouldBe([Custody.Held, Custody.FreeConditionally]);
        Spans(Case(given)).ShouldBe(["2014-03-01/2014-03-10 2014-03-10 Held", "2014-03-10 … Held or FreeConditionally"]);
        Case(given).ShouldSatisfyAllConditions(item => item.Held.ShouldBe(Held.Unknown), item => item.Since.ShouldBe(On("2014-03-10")));
    }

    [Fact]
    public void Somebody_who_died_some_day_in_May_may_have_been_released_before()
    {
        var given = new Given().Held("case-1", "2012").Event("case-1", new DiedInCustody { Occurred = On("2014-05") })
            .Released("2014-05-10", ReleaseManner.Parole);

        AsOf(given, "2014-05-05").ShouldBe([Custody.Held, Custody.Died]);
        AsOf(given, "2014-05-20").ShouldBe([Custody.FreeConditionally, Custody.Died]);
        AsOf(given, "2014-05-31").ShouldBe([Custody.Died]);
        Spans(Case(given)).ShouldBe(
        [
            "2012 2014-05-01 Held",
            "2014-05-01 2014-05-10 Held or Died",
            "2014-05-10 2014-05-31 FreeConditionally or Died",
            "2014-05-31 … Died",
        ]);
    }

    [Fact]
    public void A_release_within_the_month_from_which_a_status_is_contested_settles_nothing()
    {
        var given = new Given().Held("case-1", "2012").Event("case-1", HeldOrFree).Released("2014-01-10", ReleaseManner.Parole);

        AsOf(given, "2014-01-20").ShouldBe([Custody.Held, Custody.FreeConditionally, Custody.Free]);
        AsOf(given, "2014-03-01").ShouldBe([Custody.Held, Custody.FreeConditionally, Custody.Free]);
        Matter().State.ShouldBe(ContestState.Open);
        AsOf(given.Released("2014-02-01"), "2014-03-01").ShouldBe([Custody.Free]);
        Matter().OvertakenBy!.Occurred.ShouldBe(On("2014-02-01"));

        ContestedMatter Matter() => ContestedQueue.Of(CampaignState.Of(given.Log, Viewpoints.Now), Rules.V1, Rules.Memo).Matters.Single();
    }

    [Fact]
    public void Two_facts_of_one_month_have_either_order() =>
        AsOf(new Given().Held("case-1", "2014-03").Released("2014-03"), "2014-04-01").ShouldBe([Custody.Held, Custody.Free]);

    [Fact]
    public void Two_facts_of_one_day_have_the_order_of_their_batch_and_both_are_told()
    {
        var given = new Given().Held("case-1", "2012-01-23").Event("case-1",
            new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2014-03-10") }, new Rearrested { Occurred = On("2014-03-10") });

        AsOf(given, "2014-03-10").ShouldBe([Custody.Held]);
        Spans(Case(given)).ShouldBe(["2012-01-23 2014-03-10 Held", "2014-03-10 2014-03-10 Free", "2014-03-10 … Held"]);
    }

    [Fact]
    public void A_release_after_a_death_of_the_same_day_sets_nothing()
    {
        var given = new Given().Held("case-1", "2012-01-23").Event("case-1",
            new DiedInCustody { Occurred = On("2014-03-10") }, new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2014-03-10") });

        AsOf(given, "2014-03-10").ShouldBe([Custody.Died]);
        Spans(Case(given)).ShouldBe(["2012-01-23 2014-03-10 Held", "2014-03-10 … Died"]);
    }

    [Fact]
    public void Of_days_after_V_nothing_is_told()
    {
        var given = new Given().Held("case-1", "2012").Event("case-1", new DiedInCustody { Occurred = On("2014-05") })
            .Released("2014-05-04/2014-05-20", ReleaseManner.Parole);

        Spans(Case(given, "2014-05-05")).ShouldBe(
        [
            "2012 2014-05-01 Held",
            "2014-05-01 2014-05-04 Held or Died",
            "2014-05-04 … Held or FreeConditionally or Died",
        ]);
    }

    [Fact]
    public void What_is_open_while_nothing_may_be_recorded_yet_is_open_until_the_first_fact_has_surely_come()
    {
        var given = new Given().Held("case-1", "2014-03").Event("case-1", new Convicted(Custodial: true) { Occurred = On("2014-03-10") });

        AsOf(given, "2014-03-05").ShouldBe([Custody.Held]);
        Case(given, "2014-03-05").Held.ShouldBe(Held.Unknown);
        Case(given, "2014-03-10").Held.ShouldBe(Held.Yes);
        Spans(Case(given)).ShouldBe(["2014-03-01/2014-03-10 … Held"]);
    }

    [Fact]
    public void A_ban_asked_for_in_the_month_of_its_imposition_is_imposed_from_that_day_on()
    {
        var given = new Given().ARestriction("ban")
            .Event("ban", new BanRequested { Occurred = On("2012-12") }, new BanImposed { Occurred = On("2012-12-21") });
        RestrictionItem At(string asOf) => RestrictionList.Of(CampaignState.Of(given.Log, Viewpoints.Of(On(asOf)))).Restrictions.Single();

        At("2012-12-10").Possible.ShouldBe([RestrictionState.Requested]);
        At("2012-12-21").Possible.ShouldBe([RestrictionState.InForce]);
    }

    [Fact]
    public void A_verdict_of_version_1_reads_the_same_facts_in_the_order_that_it_assumes()
    {
        var given = Deal.OnRelease().Event(Deal.Person, new Arrested { Occurred = On("2014-03") }).Released("2014-03-10")
            .Gate(Milestone.Signed, "2014-06-01");

        given.LastGate().Conditions.Single().Statuses.ShouldBe([Rank.Met]);
        given.LastGate().Says(AnnotationKind.OrderAssumed).ShouldBeTrue();
        DemandBoard.Of(CampaignState.Of(given.Log, Viewpoints.Now)).Demands.Single().Possible.ShouldBe([Rank.Open, Rank.Met]);
    }

    [Fact]
    public void Of_several_reconciliations_the_one_recorded_last_holds_everywhere()
    {
        var given = new Given().Held("case-1", "2012").Asked("release-1", "case-1").Event("case-1", HeldOrFree);
        var contested = given.Last.Id;
        given.Event("case-1", new ClaimsReconciled(contested, "in custody", "A list") { Occurred = On("2016") })
            .Event("case-1", new ClaimsReconciled(contested, "pardoned", "Seen at home") { Occurred = On("2015") });
        // The first of them said again, later: it is counted where it was said first.
        var last = given.Last.Id;
        given.Event("case-1", new ClaimsReconciled(contested, "in custody", "A list") { Occurred = On("2016") });
        var state = CampaignState.Of(given.Log, Viewpoints.Now);

        Case(given).Possible.ShouldBe([Custody.Free]);
        Case(given).Custody[^1].Possible.ShouldBe([Custody.Free]);
        Case(given).Custody[^1].Evidence.ShouldBe([contested, last]);
        DemandBoard.Of(state).Demands.Single().Possible.ShouldBe([Rank.Met]);
        DemandBoard.Of(state).Demands.Single().Evidence.ShouldBe([contested, last]);
        ContestedQueue.Of(state, Rules.V1, Rules.Memo).Matters.Single().Settlement!.Event.ShouldBe(last);
        Timeline.Of(state).Entries.Single(entry => entry.Event == contested).Settlement!.Event.ShouldBe(last);
        EventLife.Of(state, contested)!.Entry.Settlement!.Event.ShouldBe(last);
    }

    [Fact]
    public void Of_several_reconciliations_the_one_recorded_last_decides_a_verdict()
    {
        var deal = Deal.OnRelease().Event(Deal.Person, HeldOrFree);
        var contested = deal.Last.Id;
        deal.Event(Deal.Person, new ClaimsReconciled(contested, "in custody", "A list") { Occurred = On("2016") })
            .Event(Deal.Person, new ClaimsReconciled(contested, "pardoned", "Seen at home") { Occurred = On("2015") })
            .Gate(Milestone.Signed, "2015-12-21").Verdict().ShouldBe(Verdict.Rewarded);
    }

    [Fact]
    public void A_charge_counts_as_a_step_away_where_the_person_may_have_been_held()
    {
        var given = Deal.OnRelease().Released("2014-03").Event(Deal.Person, new Charged("Article 174") { Occurred = On("2014-03-10") });
        DemandItem Demand() => DemandBoard.Of(CampaignState.Of(given.Log, Viewpoints.Now)).Demands.Single();

        Demand().LastMovement!.Type.ShouldBe("charged");
        given.Event(Deal.Person, new Charged("Article 174") { Occurred = On("2014-05-10") });
        Demand().LastMovement!.Occurred.ShouldBe(On("2014-03-10"));
    }
}
