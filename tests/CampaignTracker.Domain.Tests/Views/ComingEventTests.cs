using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CsCheck;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>What has occurred by V and takes effect after it is shown as coming, and counts nowhere before its day.</summary>
public class ComingEventTests
{
    private static CampaignState Seen(Given given, string? asOf) => CampaignState.Of(given.Log, Viewpoints.Of(asOf is null ? null : On(asOf)));

    private static Given ToBeFreed(string effective = "2016-08-19") => new Given().ACase("case-1").ADemand("demand-1", about: "case-1")
        .Event("case-1", new Arrested { Occurred = On("2012-01-23") })
        .Event("case-1", new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2016-08-04"), Effective = On(effective) });

    private static string Said(IReadOnlyList<ComingEvent> coming) => string.Join(", ", coming.Select(one => $"{one.On} {one.Event.Type}"));

    [Theory]
    [InlineData("2016-08-03", Held.Yes, "")]
    [InlineData("2016-08-04", Held.Yes, "2016-08-19 release_achieved")]
    [InlineData("2016-08-18", Held.Yes, "2016-08-19 release_achieved")]
    [InlineData("2016-08-19", Held.No, "")]
    [InlineData(null, Held.No, "")]
    public void A_release_is_coming_from_the_day_it_is_decided_to_the_day_before_it_takes_effect(string? asOf, Held held, string coming)
    {
        var state = Seen(ToBeFreed(), asOf);
        var person = CaseList.Of(state).Cases.Single();
        (person.Held, Said(person.Coming)).ShouldBe((held, coming));
        var demand = DemandBoard.Of(state).Demands.Single();
        (demand.Possible.Single(), Said(demand.Coming)).ShouldBe((held == Held.Yes ? Rank.Open : Rank.MetConditionally, coming));
    }

    [Fact]
    public void What_may_have_taken_effect_is_not_coming_and_both_are_possible()
    {
        var person = CaseList.Of(Seen(ToBeFreed("2016-08"), "2016-08-10")).Cases.Single();
        (person.Held, Said(person.Coming)).ShouldBe((Held.Unknown, ""));
        Said(CaseList.Of(Seen(ToBeFreed("2016-09"), "2016-08-10")).Cases.Single().Coming).ShouldBe("2016-09 release_achieved");
    }

    [Fact]
    public void The_last_event_is_the_last_that_has_taken_effect()
    {
        CaseList.Of(Seen(ToBeFreed(), "2016-08-18")).Cases.Single().LastEvent!.Type.ShouldBe("arrested");
        CaseList.Of(Seen(ToBeFreed(), "2016-08-19")).Cases.Single().LastEvent!.Type.ShouldBe("release_achieved");
    }

    [Fact]
    public void A_demand_that_is_to_be_withdrawn_is_open_until_then()
    {
        var given = new Given().ADemand("demand-1")
            .Event("demand-1", new DemandWithdrawn("European Parliament") { Occurred = On("2014-01-10"), Effective = On("2014-03-01") });
        DemandItem Demand(string asOf) => DemandBoard.Of(Seen(given, asOf)).Demands.Single();
        (Demand("2014-02-28").Closed, Said(Demand("2014-02-28").Coming)).ShouldBe((null, "2014-03-01 demand_withdrawn"));
        (Demand("2014-03-01").Closed!.How, Said(Demand("2014-03-01").Coming)).ShouldBe((DemandEnd.Withdrawn, ""));
    }

    [Fact]
    public void A_ban_that_is_to_be_lifted_is_in_force_until_then()
    {
        var given = new Given().ARestriction("alga").Event("alga", new BanImposed("Court") { Occurred = On("2012-12-21") })
            .Event("alga", new BanLifted("Court") { Occurred = On("2014-01-10"), Effective = On("2014-03-01") });
        RestrictionItem Ban(string asOf) => RestrictionList.Of(Seen(given, asOf)).Restrictions.Single();
        (Ban("2014-02-28").Possible.Single(), Said(Ban("2014-02-28").Coming)).ShouldBe((RestrictionState.InForce, "2014-03-01 ban_lifted"));
        (Ban("2014-03-01").Possible.Single(), Said(Ban("2014-03-01").Coming)).ShouldBe((RestrictionState.Lifted, ""));
    }

    [Fact]
    public void What_links_an_agreement_and_what_conditions_it_ends_when_that_takes_effect()
    {
        var given = new Given().AnAgreement("epca").ADemand("demand-1")
            .Event("epca", new LinkageDeclared("Council", LinkageStrength.Committed, "depends", "reform") { Occurred = On("2012-03-14"), Effective = On("2012-04-01") });
        var linkage = given.Last.Id;
        given.Event("epca", new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2013-04-18") })
            .Event("epca", new LinkageWithdrawn(linkage, "Council") { Occurred = On("2014-01-10"), Effective = On("2014-03-01") })
            .Event("epca", new ConditionDetached("demand-1") { Occurred = On("2014-01-11"), Effective = On("2014-03-02") });
        Agreement Epca(string asOf) => AgreementLadder.Of(Seen(given, asOf)).Agreements.Single();

        (Epca("2012-03-31").Linkages.Count, Said(Epca("2012-03-31").Coming)).ShouldBe((0, "2012-04-01 linkage_declared"));
        (Epca("2012-04-01").Linkages.Count, Said(Epca("2012-04-01").Coming)).ShouldBe((1, ""));
        Said(Epca("2014-02-28").Coming).ShouldBe("2014-03-01 linkage_withdrawn, 2014-03-02 condition_detached");
        (Epca("2014-02-28").Linkages.Single().Withdrawn, Epca("2014-02-28").Conditions.Single().Detached).ShouldBe((null, null));
        (Epca("2014-03-02").Linkages.Single().Withdrawn, Epca("2014-03-02").Conditions.Single().Detached).ShouldBe((On("2014-01-10"), On("2014-01-11")));
    }

    [Fact]
    public void A_disagreement_is_open_until_what_overtakes_it_has_taken_effect()
    {
        var given = new Given().ACase("case-1").Event("case-1",
            new StatusContested("custody", [new("held", "A", ClaimedStatus.Held), new("free", "B", ClaimedStatus.AtLiberty)]) { Occurred = On("2015") });
        given.Event("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2016-08-04"), Effective = On("2016-08-19") });
        ContestState Matter(string asOf) => ContestedQueue.Of(Seen(given, asOf), Rules.V1, Rules.Memo).Matters.Single().State;
        (Matter("2016-08-18"), Matter("2016-08-19")).ShouldBe((ContestState.Open, ContestState.Overtaken));
    }

    [Fact]
    public void A_decision_on_parole_is_expected_until_the_person_is_free()
    {
        var given = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") })
            .Event("case-1", new ParoleDecided(Granted: false, NextPossible: On("2017-06-01")) { Occurred = On("2014-06-01") })
            .Event("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2016-08-04"), Effective = On("2016-08-19") });
        DueState Parole(string asOf) => Expectations.Of(Seen(given, asOf)).Matters.Single().State;
        (Parole("2016-08-18"), Parole("2016-08-19")).ShouldBe((DueState.Awaited, DueState.Dropped));
    }

    [Fact]
    public void A_campaign_that_is_to_be_closed_goes_on_until_then()
    {
        var given = new Given().Event(Campaign, new CampaignClosed("Done.") { Occurred = On("2020-01-01"), Effective = On("2020-02-01") });
        CampaignSummary.Of(Seen(given, "2020-01-31"))!.Closed.ShouldBeNull();
        CampaignSummary.Of(Seen(given, "2020-02-01"))!.Closed.ShouldBe(On("2020-01-01"));
    }

    [Fact]
    public void The_timeline_says_when_it_takes_effect()
    {
        EdtfDate? TakesEffect(string? asOf) => Timeline.Of(Seen(ToBeFreed(), asOf)).Entries.Single(entry => entry.Type == "release_achieved").TakesEffect;
        TakesEffect("2016-08-18").ShouldBe(On("2016-08-19"));
        TakesEffect("2016-08-19").ShouldBeNull();
        TakesEffect(null).ShouldBeNull();
    }

    [Fact]
    public void An_expectation_that_is_dated_by_what_is_expected_is_awaited_as_soon_as_it_is_known()
    {
        var given = new Given().ADialogue("hrd").Event("hrd", new DialogueExpected(On("2027-01")) { Occurred = On("2027-01-15") });
        Expectations.Of(Seen(given, "2026-12-01")).Matters.Single().State.ShouldBe(DueState.Awaited);
        DialogueLog.Of(Seen(given, "2026-12-01")).Series.Single().Expectations.Single().Outcome.ShouldBe(ExpectationOutcome.Awaited);
        Timeline.Of(Seen(given, "2026-12-01")).Entries.ShouldContain(entry => entry.Type == "dialogue_expected");
        // One that says when it was announced is not known before.
        var announced = new Given().ADialogue("hrd").Event("hrd", new DialogueExpected(On("2014-11")) { Occurred = On("2014-05-01") });
        Expectations.Of(Seen(announced, "2013-12-01")).Matters.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_both_coming_and_counted() => RandomHistory.Any.Sample(history =>
    {
        var fact = history.Log[history.Seed % history.Log.Count].Event;
        var state = CampaignState.Of(history.Log, Viewpoints.Of(EdtfDate.Of(fact.Occurred.Latest)));
        foreach (var item in CaseList.Of(state).Cases)
        {
            var counted = StatusFold.CustodyOf(state, state.History(item.Name)!).Evidence.Select(one => one.Id).Concat(item.Custody.SelectMany(span => span.Evidence)).ToHashSet();
            item.Coming.ShouldAllBe(one => one.On.Earliest > fact.Occurred.Latest && !counted.Contains(one.Event.Event));
        }
    }, iter: 200);
}
