using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Testing;

namespace CampaignTracker.Browser.Tests;

/// <summary>A word that is wider than the page is broken; the page stays as wide as the screen.</summary>
public sealed class LongWordTests(Browsers browsers)
{
    private const string Campaign = "long-words";
    private static readonly string Word = string.Concat(Enumerable.Repeat("Menschenrechtsbeauftragter", 8));
    private static readonly string Address = $"https://example.org/{Word}?id={Word}";

    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        var events = await RecordAsync();
        await using var reader = await browsers.ReadAsync(390);
        List<string> wide = [];
        foreach (var page in (string[])
        [
            "", "timeline", "demands", "cases", "cases/prisoners", "restrictions", "dialogues", "resolutions", "agreements", "contested", "assessments", "expectations", "replay",
            "compare?fromAsOf=2012&toAsOf=2018", "why/case-1", "why/demand-1", "case-1", "demand-1", "ban-1", "series-1", "text-1", "deal", "record", "record?subject=case-1",
            "record/claims_reconciled", "record/event_corrected?event=" + events[0],
            .. events.Select(id => $"events/{id}"),
        ])
        {
            await reader.Page.GotoAsync($"/{Campaign}/{page}".TrimEnd('/'));
            // What is folded away is seen when somebody opens it.
            await reader.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            if (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth") is > 0 and var over)
                wide.Add($"{page}: {over} pixels, by {await reader.Page.EvaluateAsync<string>(WidestElements)}");
        }
        await reader.Page.GotoAsync("/");
        if (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth") > 0) wide.Add("start");
        wide.ShouldBeEmpty();
    }

    private const string WidestElements = """
        [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest('.visually-hidden, svg'))
            .map(one => one.tagName.toLowerCase() + (one.className ? '.' + one.className : '')).slice(0, 4).join(' ')
        """;

    private async Task<List<string>> RecordAsync()
    {
        JsonObject Of(string type, string? subject, string occurred, params (string Field, JsonNode? Value)[] fields)
        {
            var e = new JsonObject
            {
                ["type"] = type, ["campaign"] = Campaign, ["subject"] = subject ?? Campaign, ["occurred"] = occurred, ["note"] = Word,
                ["sources"] = new JsonArray(new JsonObject { ["citation"] = Word, ["url"] = Address, ["quote"] = Word, ["locator"] = Word }, new JsonObject { ["citation"] = Address }),
            };
            foreach (var (field, value) in fields) e[field] = value;
            return e;
        }

        var contested = Guid.CreateVersion7().ToString();
        using var http = new HttpClient { BaseAddress = browsers.Address };
        using var content = new StringContent(new JsonArray(
            Written.Campaign(Campaign).With("name", Word).With("question", Word),
            Of("case_opened", "case-1", "2012", ("name", Word), ("role", Word)), Of("arrested", "case-1", "2012-01-23"), Of("convicted", "case-1", "2012-10-08", ("custodial", true), ("sentence", Word)),
            Of("status_contested", "case-1", "2013", ("id", contested), ("matter", Word), ("claims", new JsonArray(
                new JsonObject { ["value"] = Word, ["by"] = Word }, new JsonObject { ["value"] = Address, ["by"] = Word }))),
            Of("restriction_opened", "ban-1", "2012", ("name", Word), ("hits", Word), ("kind", "Party")), Of("ban_imposed", "ban-1", "2012-12-21", ("by", Word)),
            Of("resolution_adopted", "text-1", "2013-04-18", ("body", Word), ("kind", "UrgencyResolution"), ("title", Word), ("identifiers", Written.Identifiers(("other", Word)))),
            Of("demand_issued", "demand-1", "2013-04-18", ("text", Word), ("by", Word), ("addressees", new JsonArray(Word)), ("operativeVerb", Word), ("force", "Call"),
                ("criterion", Word), ("about", "case-1"), ("resolution", "text-1"), ("paragraph", Word), ("theme", Word)),
            Of("dialogue_series_opened", "series-1", "2012", ("name", Word), ("parties", new JsonArray(Word, Word)), ("expectedEveryMonths", 6)), Of("dialogue_held", "series-1", "2013-11", ("place", Word)),
            Of("case_raised", "series-1", "2013-11", ("case", "case-1"), ("answer", Word)), Of("dialogue_expected", "series-1", "2014", ("by", "2014-06"), ("place", Word)),
            Of("agreement_defined", "deal", "2011", ("name", Word), ("parties", new JsonArray(Word, Word)), ("bodies", new JsonArray(new JsonObject { ["name"] = Word, ["holds"] = new JsonArray("Signed") }))),
            Of("linkage_declared", "deal", "2012", ("by", Word), ("strength", "Committed"), ("wording", Word), ("issueArea", Word)),
            Of("condition_attached", "deal", "2013-04-18", ("demand", "demand-1"), ("requirement", "Necessary"), ("by", Word)),
            Of("milestone_reached", "deal", "2015-12-21", ("milestone", "Signed"), ("by", new JsonArray(Word)), ("place", Word)),
            Of("milestone_postponed", "deal", "2016-12-21", ("milestone", "Ratified"), ("by", new JsonArray(Word)), ("grounds", new JsonArray(new JsonObject { ["words"] = Word }))),
            Of("claims_reconciled", "case-1", "2014", ("contested", contested), ("chosen", Word), ("reason", Word)),
            Of("context_recorded", null, "2016", ("text", Address))).ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/api/campaigns", content, TestContext.Current.CancellationToken);
        var answer = (await Answer.ReadAsync(response)).ShouldBe(HttpStatusCode.Created);
        await browsers.ReachAsync(answer.Sequence);
        return [.. answer.Events.Select(e => e!["id"]!.GetValue<string>())];
    }
}
