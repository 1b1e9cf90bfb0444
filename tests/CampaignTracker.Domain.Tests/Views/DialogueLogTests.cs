using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class DialogueLogTests
{
    private static Record Held(params string[] dates) =>
        dates.Aggregate(Record.AnAnnualDialogue(), (record, date) => record.And(date, "hrd", on => new DialogueHeld { Occurred = on }));

    private static DialogueSeries Series(Record record, string? asOf = null) => DialogueLog.Of(record.Seen(asOf)).Series.Single();

    [Fact]
    public void From_November_2011_to_November_2013_one_annual_meeting_was_missed() =>
        Series(Held("2011-11", "2013-11")).Gaps.ShouldBe([new(Record.Date("2011-11"), Record.Date("2013-11"), 24, 1, null)]);

    [Theory]
    [InlineData("2011-11-02", "2012-11-30", 0)]
    [InlineData("2011-11-30", "2013-05-31", 0)]
    [InlineData("2011-11-30", "2013-06-01", 1)]
    [InlineData("2011-11", "2014-05", 1)]
    [InlineData("2011-11", "2014-06", 2)]
    public void An_annual_meeting_may_drift_by_half_a_year(string from, string to, int missed) =>
        Series(Held(from, to)).Gaps.Sum(gap => gap.Missed).ShouldBe(missed);

    [Fact]
    public void Silence_up_to_V_is_a_gap_that_has_not_ended()
    {
        Series(Held("2011-11"), "2013-04-30").Gaps.ShouldBeEmpty();
        Series(Held("2011-11"), "2013-06-01").Gaps.ShouldBe([new(Record.Date("2011-11"), null, 19, 1, null)]);
        Series(Held("2011-11")).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void A_meeting_that_was_counted_and_not_recorded_is_missing_in_the_record()
    {
        var record = Record.AnAnnualDialogue()
            .And("2023-03-09/2023-03-10", "hrd", on => new DialogueHeld(14) { Occurred = on })
            .And("2025-03-06", "hrd", on => new DialogueHeld(16) { Occurred = on });
        Series(record).Gaps.Single().ShouldSatisfyAllConditions(gap => gap.Missed.ShouldBe(1), gap => gap.HeldByTheirCount.ShouldBe(1));
    }

    [Fact]
    public void A_meeting_that_was_announced_and_took_place_by_their_count_is_neither_late_nor_did_it_not_come()
    {
        var record = Record.AnAnnualDialogue()
            .And("2012-11-08", "hrd", on => new DialogueHeld(4) { Occurred = on })
            .And("2013-05-01", "hrd", on => new DialogueExpected(Record.Date("2013-11")) { Occurred = on })
            .And("2014-11-20", "hrd", on => new DialogueHeld(6) { Occurred = on });
        Series(record).Expectations.Single().Outcome.ShouldBe(ExpectationOutcome.HeldUnrecorded);
        // As long as nobody counts past it, it did not come.
        Series(record, "2014-03-01").Expectations.Single().Outcome.ShouldBe(ExpectationOutcome.NotHeld);
    }

    [Theory]
    [InlineData("2013-03-31", ExpectationOutcome.Awaited)]
    [InlineData("2013-04-01", ExpectationOutcome.NotHeld)]
    [InlineData("2013-11-30", ExpectationOutcome.HeldLate)]
    [InlineData(null, ExpectationOutcome.HeldLate)]
    public void An_announced_meeting_is_awaited_then_not_held_then_late(string? asOf, ExpectationOutcome outcome)
    {
        var record = Held("2011-11", "2013-11").And("2012-12-01", "hrd", on => new DialogueExpected(Record.Date("2013-03")) { Occurred = on });
        Series(record, asOf).Expectations.Single().Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void Recommendations_go_with_the_next_meeting_and_statements_with_the_one_before()
    {
        var record = Held("2011-11", "2013-11")
            .And(new CaseOpened("Vladimir Kozlov") { Occurred = Record.Date("2012"), Subject = "case-1" })
            .And("2013-10-01", "hrd", on => new RecommendationSubmitted("IPHR", "Raise Kozlov") { Occurred = on })
            .And("2013-11-27", "hrd", on => new CaseRaised("case-1", "EEAS") { Occurred = on })
            .And("2013-12-02", "hrd", on => new StatementIssued("EEAS", "Held") { Occurred = on })
            .And("2014-01-02", "hrd", on => new RecommendationSubmitted("IPHR", "Once more") { Occurred = on });
        var series = Series(record);
        series.Meetings[0].ShouldSatisfyAllConditions(meeting => meeting.Statements.ShouldBeEmpty(), meeting => meeting.Recommendations.ShouldBeEmpty());
        series.Meetings[1].Recommendations.Count.ShouldBe(1);
        series.Meetings[1].Statements.Count.ShouldBe(1);
        series.Meetings[1].CasesRaised.Single().Title.ShouldBe("Vladimir Kozlov");
        series.BetweenMeetings.Single().Sentence.ShouldContain("Once more");
        CaseList.Of(record.Seen()).Cases.Single().RaisedCount.ShouldBe(1);
    }
}
