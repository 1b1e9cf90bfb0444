using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Dates at either end of the calendar, of which there is no day before or after: they take no page and no answer away.</summary>
public sealed class CalendarEdgesTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static readonly string[] Pages =
    [
        "", "/replay", "/timeline", "/cases", "/demands", "/dialogues", "/agreements", "/expectations", "/contested", "/resolutions",
        "/restrictions", "/assessments", "/record", "/picture.svg", "/epca", "/case-1", "/demand-1", "/dialogue-1", "/why/demand-1", "/why/case-1",
    ];

    private static readonly string[] Answers =
        ["conditionality", "timeline", "cases", "demands", "dialogues", "agreements", "expectations", "frames", "why?case=case-1", "history?demand=demand-1"];

    [Theory]
    [InlineData("0001/2013-04-18", "9999-12-31")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("0001", "9999")]
    [InlineData("00XX", "999X")]
    [InlineData("../0001", "9999/..")]
    public async Task Every_page_and_answer_is_there(string first, string last)
    {
        var recorded = await Opened(
            Written.Case().With("occurred", first), Written.Arrested(occurred: first), Written.Released(occurred: first).With("effective", last),
            Written.Context(first).With("published", last).With("learned", last),
            Demand(first, last), Agreement(), On("epca", first, "condition_attached").With("demand", "demand-1").With("requirement", "Necessary"),
            On("epca", first, "linkage_declared").With("by", "Council").With("strength", "Committed").With("wording", "x").With("issueArea", "human rights"),
            On("epca", first, "milestone_reached").With("milestone", "Signed").With("by", new JsonArray("Council")),
            On("demand-1", first, "commitment_given").With("by", "Kazakhstan").With("text", "x").With("due", last),
            new JsonObject { ["type"] = "dialogue_series_opened", ["subject"] = "dialogue-1", ["occurred"] = first, ["name"] = "Dialogue", ["expectedEveryMonths"] = 120 },
            On("dialogue-1", first, "dialogue_held").With("place", "Brussels"), On("dialogue-1", first, "dialogue_expected").With("by", last));
        foreach (var asOf in (string[])["", first, "9999-12-31"])
        {
            var viewpoint = asOf.Length == 0 ? $"after={recorded.Sequence}" : $"after={recorded.Sequence}&asOf={asOf}";
            foreach (var page in Pages) (await Tracker.Get($"/{Campaign}{page}?{viewpoint}")).ShouldBe(HttpStatusCode.OK);
            foreach (var answer in Answers)
                (await Tracker.Get($"/api/campaigns/{Campaign}/{answer}{(answer.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{viewpoint}"))
                    .ShouldBe(HttpStatusCode.OK);
        }
        (await Tracker.Get($"/{Campaign}/compare?fromAsOf={first}&toAsOf={last}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_first_and_the_last_day_of_what_we_knew_are_days_like_any_other()
    {
        var opened = await Opened();
        await Tracker.Get($"/{Campaign}?after={opened.Sequence}");
        (await Tracker.Get($"/{Campaign}/replay?knownAt=9999-12-31")).ShouldBe(HttpStatusCode.OK);
        (await Tracker.Get($"/{Campaign}/replay?knownAt=0001-01-01")).ShouldBe(HttpStatusCode.NotFound);
        (await Tracker.Get($"/{Campaign}/replay?knownAt=9999-12-31T23:59:59-14:00")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static JsonObject On(string subject, string occurred, string type) =>
        Written.Context(occurred).Without("text").With("type", type).With("subject", subject);

    private static JsonObject Demand(string occurred, string due) => Written.Demand("demand-1", about: "case-1").With("occurred", occurred)
        .With("criterion", "He is at liberty.").With("answerDue", due);

    private static JsonObject Agreement() => new()
    {
        ["type"] = "agreement_defined",
        ["subject"] = "epca",
        ["occurred"] = "0001-01-01",
        ["name"] = "EPCA",
        ["parties"] = new JsonArray("EU", "KZ"),
        ["bodies"] = new JsonArray(new JsonObject { ["name"] = "Council", ["holds"] = new JsonArray("Signed") }),
    };
}
