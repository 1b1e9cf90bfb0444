using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Every event type of the catalogue has a form, and what is filled in comes back the same.</summary>
public sealed class EveryFormTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const int Nth = 7_001;

    // What amends an event is prefilled from it, and is tested by itself.
    public static TheoryData<string> Types => [.. EventCatalogue.All.Select(type => type.Name).Except(["event_corrected"])];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_valid_event_can_be_filled_in_and_recorded_and_comes_back_the_same(string name)
    {
        var nth = Nth + EventCatalogue.All.IndexOf(EventCatalogue.Find(name)!);
        var type = EventCatalogue.Find(name)!;
        var opens = type.Opens == SubjectKind.Campaign;
        if (!opens) await OpenAsync(nth);
        var body = GoodBodies.Of(name, Campaign, nth);
        if (opens) body["campaign"] = Campaign;
        // Each identifier belongs to one text: those of the campaign's own openings are taken.
        foreach (var identifier in body["identifiers"]?.AsArray() ?? []) identifier!["value"] = $"of the form {name}";

        using var browser = new HtmlForm(Tracker.Address);
        await browser.Get(opens ? "/record/campaign_opened" : $"/{Campaign}/record/{name}");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        var filled = FilledForm.Values(body, browser.Page).ToList();
        FilledForm.Fill(browser, filled);
        await browser.Press("check");
        browser.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", browser.Problems));
        foreach (var (path, values) in filled.GroupBy(one => one.Path, one => one.Value).Select(group => (group.Key, group.ToList())))
        {
            if (path is "subject" && type.Opens is not null || path is "subject" && type.On.Contains(SubjectKind.Campaign)) continue;
            browser.Fields.ShouldContainKey(path);
            browser.Fields[path].Count.ShouldBe(values.Count, path);
        }
        (await Tracker.Count(Campaign)).ShouldBe(opens ? 0 : 14, "nothing is stored by looking");

        await browser.Press("record");
        browser.Status.ShouldBe(HttpStatusCode.Redirect, string.Join("; ", browser.Problems));
        await browser.Follow();
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.ShouldContain("class=\"recorded\"");

        var stored = JsonNode.Parse(await Tracker.Query<string>(
            "select data::text from tracker.mt_events where data ->> 'campaign' = $1 and type = $2 order by seq_id desc limit 1", Campaign, name))!.AsObject();
        var expected = body.DeepClone().AsObject();
        foreach (var own in (string[])["type", "id", "campaign", "seenVersion"]) expected.Remove(own);
        stored.Remove("campaign");
        // The server has chosen the name of what was opened.
        if (type.Opens is not null) { expected.Remove("subject"); stored.Remove("subject"); }
        JsonNode.DeepEquals(stored, expected).ShouldBeTrue($"{stored}\n{expected}");
    }

    [Fact]
    public async Task A_correction_is_prefilled_and_stores_only_what_was_altered()
    {
        await OpenAsync(Nth - 1);
        var arrest = (await Tracker.Query<Guid>("select id from tracker.mt_events where data ->> 'campaign' = $1 and type = 'arrested'", Campaign)).ToString();
        using var browser = new HtmlForm(Tracker.Address);
        await browser.Get($"/{Campaign}/record/event_corrected?event={arrest}");
        browser["changes.occurred"].ShouldBe("2013-04-18");
        browser["sources[0].citation"].ShouldBe(browser["changes.sources[0].citation"]);

        browser["changes.occurred"] = "19 April 2013";
        browser["changes.note"] = "";
        browser["reason"] = "Misread.";
        await browser.Press("check");
        browser.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", browser.Problems));
        await browser.Press("record");
        browser.SentOn.ShouldNotBeNull(string.Join("; ", browser.Problems)).ShouldStartWith($"/{Campaign}/events/{arrest}?recorded=");
        var changes = await Tracker.Query<string>("select data ->> 'changes' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'event_corrected'", Campaign);
        JsonNode.DeepEquals(JsonNode.Parse(changes), new JsonObject { ["occurred"] = "2013-04-19", ["note"] = null }).ShouldBeTrue(changes);
    }

    // A page shows what is settled: a moment after the recording.
    private async Task OpenAsync(int nth) => await Tracker.Get<CampaignReader>().WaitAsync(
        (await Tracker.Open(GoodBodies.Campaign(Campaign, nth))).ShouldBe(HttpStatusCode.Created).Sequence, TestContext.Current.CancellationToken);
}
