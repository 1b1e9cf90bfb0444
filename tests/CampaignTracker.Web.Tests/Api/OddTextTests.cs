using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Odd text is text: kept to the code unit, and shown as what it is.</summary>
public sealed class OddTextTests(TestTrackers trackers, ITestOutputHelper output) : TrackerTests(trackers)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task It_is_kept_and_shown_as_it_was_given(bool escaped)
    {
        OddTexts.All.Distinct(StringComparer.Ordinal).Count().ShouldBe(OddTexts.All.Count);
        await Opened();
        List<string> events = [.. OddTexts.All.SelectMany((text, i) => (string[])
        [
            $$"""{"type":"context_recorded","occurred":"{{Day(i)}}","text":{{Json(text)}},"note":{{Json(text)}},"sources":[{"citation":{{Json(text)}},"locator":{{Json(text)}},"quote":{{Json(text)}}}]}""",
            $$"""{"type":"case_opened","subject":"case-{{i}}","occurred":"{{Day(i)}}","name":{{Json(text)}}}""",
            $$"""{"type":"arrested","subject":"case-{{i}}","occurred":"{{Day(i)}}","sources":[{"citation":"x"}],"by":{{Json(text)}},"place":{{Json(text)}}}""",
        ])];
        var last = 0L;
        foreach (var batch in events.Chunk(900)) last = (await Tracker.Post($"/api/campaigns/{Campaign}/events", $"[{string.Join(',', batch)}]")).ShouldBe(HttpStatusCode.Created).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);

        var contexts = await Shown("context_recorded");
        Texts(contexts, entry => entry["sentence"]).ShouldBe(OddTexts.All);
        Texts(contexts, entry => entry["note"]).ShouldBe(OddTexts.All);
        Texts(contexts, entry => entry["sources"]![0]!["citation"]).ShouldBe(OddTexts.All);
        Texts(contexts, entry => entry["sources"]![0]!["quote"]).ShouldBe(OddTexts.All);
        Texts(await Shown("case_opened"), entry => entry["subjectTitle"]).ShouldBe(OddTexts.All);
        Texts(await Shown("arrested"), entry => entry["sentence"]).ShouldBe(OddTexts.All.Select(text => $"{text} was arrested by {text} in {text}"));

        (await Tracker.Rows<string>("select data -> 'text' ->> 'personal' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'context_recorded' order by seq_id", Campaign))
            .ShouldBe(OddTexts.All);
        (await Exported("context_recorded", "text")).ShouldBe(OddTexts.All);
        (await Exported("case_opened", "name")).ShouldBe(OddTexts.All);
        output.WriteLine($"{OddTexts.All.Count} odd texts");

        string Json(string text) => OddTexts.Json(text, escaped);
    }

    [Fact]
    public async Task Names_that_differ_only_in_how_they_are_composed_are_two_names()
    {
        var last = (await Opened(Written.Case("case-1", "Jose\u0301"), Written.Case("case-2", "Jos\u00E9"))).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        Texts(await Shown("case_opened"), entry => entry["subjectTitle"]).ShouldBe(["Jose\u0301", "Jos\u00E9"]);
    }

    private static string Day(int i) => $"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd}";

    private static IEnumerable<string> Texts(IEnumerable<JsonNode?> entries, Func<JsonNode, JsonNode?> field) => entries.Select(entry => field(entry!)!.GetValue<string>());

    private async Task<List<JsonNode?>> Shown(string type) =>
        [.. (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?type={type}&take=1000")).ShouldBe(HttpStatusCode.OK).Body["entries"]!.AsArray()];

    private async Task<List<string>> Exported(string type, string field)
    {
        List<string> texts = [];
        await foreach (var line in Tracker.Get<EventLog>().ExportAsync(Campaign, TestContext.Current.CancellationToken))
        {
            var e = JsonNode.Parse(Encoding.UTF8.GetString(line.ToUtf8Line()))!;
            if (e["type"]!.GetValue<string>() == type) texts.Add(e[field]!["personal"]!.GetValue<string>());
        }
        return texts;
    }
}
