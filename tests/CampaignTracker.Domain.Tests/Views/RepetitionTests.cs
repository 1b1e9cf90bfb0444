using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Conditionality;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>The same fact recorded twice (same type, subject, dates and content) counts once in every view, and stays on the timeline.</summary>
public class RepetitionTests
{
    private static CampaignState Seen(Given given) => CampaignState.Of(given.Log, Viewpoints.Now);

    [Fact]
    public void A_meeting_recorded_twice_was_held_once()
    {
        DialogueHeld Meeting() => new(OrdinalClaimed: 3) { Occurred = On("2011-11-08") };
        var given = new Given().ADialogue("hrd").Event("hrd", Meeting()).Event("hrd", Meeting());
        DialogueLog.Of(Seen(given)).Series.Single().Meetings.Count.ShouldBe(1);
        CampaignSummary.Of(Seen(given))!.Events.ShouldBe(3);
    }

    [Fact]
    public void A_refusal_a_restatement_and_an_answer_recorded_twice_are_one_each()
    {
        var given = new Given().ACase("case-1").ADemand("demand-1", "case-1");
        for (var i = 0; i < 2; i++)
        {
            given.Event("case-1", new PrisonVisited("EU Delegation", Granted: false) { Occurred = On("2014-05-01") });
            given.Event("demand-1", new DemandRestated("European Parliament") { Occurred = On("2014-06-01") });
            given.Event("demand-1", new DemandAnswered("Kazakhstan", Answer.Noted) { Occurred = On("2014-07-01") });
        }
        CaseList.Of(Seen(given)).Cases.Single().Refusals.ShouldBe(1);
        var demand = DemandBoard.Of(Seen(given)).Demands.Single();
        (demand.TimesRestated, demand.Answers.Count).ShouldBe((1, 1));
    }

    [Fact]
    public void Another_date_or_another_content_is_another_fact()
    {
        var given = new Given().ACase("case-1")
            .Event("case-1", new PrisonVisited("EU Delegation", Granted: false) { Occurred = On("2014-05-01") })
            .Event("case-1", new PrisonVisited("EU Delegation", Granted: false) { Occurred = On("2014-05-02") })
            .Event("case-1", new PrisonVisited("United Nations", Granted: false) { Occurred = On("2014-05-01") });
        CaseList.Of(Seen(given)).Cases.Single().Refusals.ShouldBe(3);
    }

    [Fact]
    public void The_timeline_shows_it_as_a_repetition_of_the_first()
    {
        Arrested Arrest() => new() { Occurred = On("2012-01-23") };
        var given = new Given().ACase("case-1").Event("case-1", Arrest());
        var first = given.Last.Id;
        given.Event("case-1", Arrest());
        var entries = Timeline.Of(Seen(given)).Entries;
        entries.Single(entry => entry.Event == given.Last.Id).Repeats.ShouldBe(first);
        entries.Single(entry => entry.Event == first).Repeats.ShouldBeNull();
    }

    [Fact]
    public void When_the_first_is_retracted_the_repetition_counts()
    {
        Arrested Arrest() => new() { Occurred = On("2012-01-23") };
        var given = new Given().ACase("case-1").Event("case-1", Arrest());
        var first = given.Last.Id;
        given.Event("case-1", Arrest());
        var second = given.Last.Id;
        given.Retract(first);
        CaseList.Of(Seen(given)).Cases.Single().Custody.Single().Evidence.ShouldBe([second]);
        Timeline.Of(Seen(given)).Entries.Single(entry => entry.Event == second).Repeats.ShouldBeNull();
    }

    [Fact]
    public void What_names_the_repetition_is_told_of_the_first()
    {
        StatusContested Contested() => new("custody", [new Claim("free", "A", ClaimedStatus.AtLiberty), new Claim("held", "B", ClaimedStatus.Held)]) { Occurred = On("2015") };
        var given = Deal.OnRelease().Event(Deal.Person, Contested()).Event(Deal.Person, Contested());
        given.Event(Deal.Person, new ClaimsReconciled(given.Last.Id, "free", "A visit") { Occurred = On("2026-01-02") });
        ContestedQueue.Of(Seen(given), Rules.V1, Rules.Memo).Matters.Single().State.ShouldBe(ContestState.Settled);
        CaseList.Of(Seen(given)).Cases.Single().Held.ShouldBe(Held.No);

        given.Linkage("2012-03-14");
        given.Event(Deal.Name, new LinkageWithdrawn(given.Last.Id, "Council") { Occurred = On("2014-01-01") });
        AgreementLadder.Of(Seen(given)).Agreements.Single().Linkages.Single().Withdrawn.ShouldBe(On("2014-01-01"));
    }
}
