using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>The opening of a subject is retracted: what hangs on it is told, and the messages that follow lead on.</summary>
public sealed class RetractedOpeningTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static IEnumerable<string> Warnings(Answer answer) => answer.Events[^1]!["warnings"]?.AsArray()
        .Select(warning => $"{warning!["field"]} {warning["code"]}: {warning["message"]}") ?? [];

    [Fact]
    public async Task What_hangs_on_it_is_named_whether_it_was_recorded_before_or_stands_in_the_same_batch()
    {
        var opened = await Opened(Written.Case(), Written.Arrested(), Written.Demand("release-1", about: "case-1"), Written.Case("case-2"));
        Warnings((await Record(Written.Retraction(opened.Id(1), "case-1"))).ShouldBe(HttpStatusCode.Created)).ShouldBe(
            ["retracts hangs_on_it: is what opens case-1; it is named by release-1; 1 event on it stays: without it they find nothing there"]);
        Warnings((await Record(Written.Demand("release-2", about: "case-2"), Written.Retraction(opened.Id(4), "case-2"))).ShouldBe(HttpStatusCode.Created)).ShouldHaveSingleItem()
            .ShouldContain("it is named by release-2");
    }

    [Fact]
    public async Task A_review_of_the_form_shows_it_before_anything_is_recorded()
    {
        var opened = await Opened(Written.Case(), Written.Demand("release-1", about: "case-1"));
        await Tracker.Get($"/{Campaign}?after={opened.Sequence}");
        using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/event_retracted?event={opened.Id(1)}");
        (form["reason"], form["sources[0].citation"]) = ("Somebody else.", "RFE/RL");
        (await form.Press("check")).Page.ShouldContain("it is named by release-1");
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_is_sent_in_a_circle()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var retracted = await Record(Written.Retraction(opened.Id(1), "case-1"));
        foreach (var (next, status, refused) in new[]
        {
            (Written.Arrested(occurred: "2016-01-01"), HttpStatusCode.UnprocessableEntity, "events[0].subject unopened_subject"),
            (Written.Demand("release-1", about: "case-1"), HttpStatusCode.UnprocessableEntity, "events[0].about unopened_subject"),
            (Written.Case(), HttpStatusCode.Conflict, "events[0].subject already_open"),
        })
        {
            var answer = await Record(next);
            answer.ShouldRefuse(status, refused);
            answer.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain($"event {retracted.Id()} retracted");
        }
        (await Record(Written.Retraction(retracted.Id(), "case-1"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Arrested(occurred: "2016-01-01"))).ShouldBe(HttpStatusCode.Created);
    }
}
