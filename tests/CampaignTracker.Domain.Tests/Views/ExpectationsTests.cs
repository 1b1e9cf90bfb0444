using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

public class ExpectationsTests
{
    private static ExpectedMatter Only(Given given, ExpectedKind what, string? asOf = null) =>
        Expectations.Of(CampaignState.Of(given.Log, Viewpoints.Of(asOf is null ? null : On(asOf)))).Matters.Single(matter => matter.What == what);

    private static Given AskedWithAnAnswerDue() => new Given().ACase("case-1").Event("demand-1",
        new DemandIssued("Release him", "European Parliament", ["Kazakhstan"], "calls for", Force.Call, "He is free", "case-1", AnswerDue: On("2013-10")) { Occurred = On("2013-04-18") });

    [Theory]
    [InlineData("2012-11-30", DueState.Awaited)]
    [InlineData("2012-12-01", DueState.Overdue)]
    [InlineData("2013-12-01", DueState.MetLate)]
    public void A_meeting_expected_by_a_month_is_overdue_from_the_day_after_it(string asOf, DueState state)
    {
        var given = new Given().ADialogue("hrd")
            .Event("hrd", new DialogueExpected(On("2012-11")) { Occurred = On("2012-05-01") })
            .Event("hrd", new DialogueHeld { Occurred = On("2013-11-27") });
        Only(given, ExpectedKind.Meeting, asOf).State.ShouldBe(state);
    }

    [Theory]
    [InlineData(null, null, DueState.Missed, 2)]
    [InlineData(4, 5, DueState.Missed, 2)]
    [InlineData(4, 6, DueState.Missed, 1)]
    [InlineData(4, 7, DueState.MetUnrecorded, 1)]
    public void Of_meetings_that_the_rhythm_asked_for_those_that_they_count_did_come(int? before, int? after, DueState state, int times)
    {
        var given = new Given().ADialogue("hrd")
            .Event("hrd", new DialogueHeld(before) { Occurred = On("2011-11-08") })
            .Event("hrd", new DialogueHeld(after) { Occurred = On("2014-11-27") });
        Only(given, ExpectedKind.RhythmOfMeetings).ShouldSatisfyAllConditions(matter => matter.State.ShouldBe(state), matter => matter.Times.ShouldBe(times));
    }

    [Fact]
    public void A_meeting_that_the_rhythm_asked_for_and_that_never_came_was_missed()
    {
        var given = new Given().ADialogue("hrd")
            .Event("hrd", new DialogueHeld { Occurred = On("2011-11-08") })
            .Event("hrd", new DialogueHeld { Occurred = On("2013-11-27") });
        Only(given, ExpectedKind.RhythmOfMeetings).ShouldSatisfyAllConditions(
            matter => matter.State.ShouldBe(DueState.Missed), matter => matter.Times.ShouldBe(1), matter => matter.Due.Text.ShouldBe("2012-11"));
    }

    [Fact]
    public void An_answer_is_overdue_until_it_comes_and_no_reply_is_missed()
    {
        var given = AskedWithAnAnswerDue();
        Only(given, ExpectedKind.Answer, "2013-10-31").State.ShouldBe(DueState.Awaited);
        Only(given, ExpectedKind.Answer, "2013-11-01").State.ShouldBe(DueState.Overdue);
        Only(given, ExpectedKind.Answer).State.ShouldBe(DueState.Awaited);
        Only(given.Event("demand-1", new DemandAnswered("Kazakhstan", Answer.NoReply) { Occurred = On("2013-12-01") }), ExpectedKind.Answer).State.ShouldBe(DueState.Missed);
        var answered = Only(given.Event("demand-1", new DemandAnswered("Kazakhstan", Answer.Noted) { Occurred = On("2014-02-01") }), ExpectedKind.Answer);
        (answered.State, answered.SettledBy!.Event).ShouldBe((DueState.MetLate, given.Last.Id));
    }

    [Fact]
    public void What_is_closed_is_expected_no_more() =>
        Only(AskedWithAnAnswerDue().Event("demand-1", new DemandWithdrawn("European Parliament") { Occurred = On("2013-06-01") }), ExpectedKind.Answer, "2014").State.ShouldBe(DueState.Dropped);

    [Fact]
    public void The_next_decision_on_parole_is_overdue_when_its_day_has_passed_and_dropped_when_the_person_came_free()
    {
        var given = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") })
            .Event("case-1", new ParoleDecided(Granted: false, NextPossible: On("2015-06-01")) { Occurred = On("2014-06-01") });
        Only(given, ExpectedKind.Parole, "2015-06-01").State.ShouldBe(DueState.Awaited);
        Only(given, ExpectedKind.Parole, "2015-06-02").State.ShouldBe(DueState.Overdue);
        Only(given.Event("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2016-08-19") }), ExpectedKind.Parole, "2017").State.ShouldBe(DueState.Dropped);
        Only(given, ExpectedKind.Parole, "2016-01-01").State.ShouldBe(DueState.Overdue);
    }

    [Fact]
    public void A_hearing_put_off_again_is_expected_at_the_later_date()
    {
        var given = new Given().ACase("case-1")
            .Event("case-1", new HearingPostponed(Until: On("2012-09-01")) { Occurred = On("2012-08-16") })
            .Event("case-1", new HearingPostponed(Until: On("2012-10-01")) { Occurred = On("2012-09-01") });
        Expectations.Of(CampaignState.Of(given.Log, Viewpoints.Of(On("2012-12")))).Matters.Select(matter => (matter.Due.Text, matter.State))
            .ShouldBe([("2012-10-01", DueState.Overdue), ("2012-09-01", DueState.Dropped)]);
    }

    [Fact]
    public void A_promise_is_overdue_until_it_is_kept_and_stays_kept_whatever_comes_after()
    {
        var given = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") })
            .ADemand("demand-1", about: "case-1")
            .Event("demand-1", new CommitmentGiven("KZ", "He will be free", Due: On("2014")) { Occurred = On("2013-07-01") });
        Only(given, ExpectedKind.Commitment, "2014-12-31").State.ShouldBe(DueState.Awaited);
        Only(given, ExpectedKind.Commitment, "2015-01-01").State.ShouldBe(DueState.Overdue);
        given.Event("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2014-11-05") });
        var release = given.Last.Id;
        given.Event("case-1", new Rearrested { Occurred = On("2015-03-01") });
        var kept = Only(given, ExpectedKind.Commitment, "2016");
        (kept.State, kept.SettledBy!.Event).ShouldBe((DueState.Met, release));
        Only(given, ExpectedKind.Commitment, "2014-10").State.ShouldBe(DueState.Awaited);
    }

    [Fact]
    public void A_promise_that_was_broken_before_it_was_given_is_not_kept_by_what_was_so_once()
    {
        var given = new Given().ACase("case-1")
            .Event("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2012-11-05") })
            .Event("case-1", new Rearrested { Occurred = On("2013-03-01") })
            .ADemand("demand-1", about: "case-1")
            .Event("demand-1", new CommitmentGiven("KZ", "He will be free", Due: On("2014")) { Occurred = On("2013-07-01") });
        Only(given, ExpectedKind.Commitment, "2016").State.ShouldBe(DueState.Overdue);
    }

    [Fact]
    public void A_gate_put_off_is_overdue_until_it_is_reached()
    {
        var given = new Given().AnAgreement("epca")
            .Event("epca", new MilestonePostponed(Milestone.Signed, Until: On("2014-12")) { Occurred = On("2014-06-01") });
        Only(given, ExpectedKind.Gate, "2014-12-31").State.ShouldBe(DueState.Awaited);
        Only(given, ExpectedKind.Gate, "2015-01-01").State.ShouldBe(DueState.Overdue);
        Only(given.Event("epca", new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21") }), ExpectedKind.Gate).State.ShouldBe(DueState.MetLate);
    }
}
