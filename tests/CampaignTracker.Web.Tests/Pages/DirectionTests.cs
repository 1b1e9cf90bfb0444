using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>What was recorded reads from the side from which its script is read, on every page, and does not carry its neighbours along.</summary>
public sealed partial class DirectionTests(TestTrackers trackers) : TrackerTests(trackers)
{
    // One letter that is read from the right is enough.
    private const string Arabic = "نص";

    // What has a form of its own is no text.
    private static readonly string[] NotWritten = ["campaign", "subject", "url", "archivedUrl", "language", "promisingSide", "reformingSide", "parties", "scheme", "inputsHash"];

    [Fact]
    public async Task A_recorded_text_says_of_itself_that_it_has_a_direction()
    {
        var sample = await SampleInArabicAsync();
        JsonNode Of(string type) => sample.First(e => e!["type"]!.GetValue<string>() == type && e["subject"]!.GetValue<string>() != "epca")!;
        var (corrected, contested) = (sample[9]!, Of("status_contested"));
        (string Id, string Subject) On(JsonNode e) => (e["id"]!.GetValue<string>(), e["subject"]!.GetValue<string>());
        var reconciled = new JsonObject
        {
            ["type"] = "claims_reconciled", ["subject"] = On(contested).Subject, ["occurred"] = "2013-06-01", ["sources"] = contested["sources"]!.DeepClone(),
            ["contested"] = On(contested).Id, ["chosen"] = contested["claims"]![0]!["value"]!.DeepClone(), ["reason"] = $"{Arabic} reason",
        };
        var amended = await Tracker.Record(Campaign, new JsonArray(
            reconciled,
            Written.Correction(On(corrected).Id, On(corrected).Subject, new() { ["note"] = $"{Arabic} other" }).With("reason", $"{Arabic} reason"),
            Written.Retraction(On(sample[^1]!).Id, On(sample[^1]!).Subject).With("reason", $"{Arabic} reason")));
        await Tracker.Get<CampaignReader>().WaitAsync(amended.ShouldBe(HttpStatusCode.Created).Sequence, TestContext.Current.CancellationToken);

        string[] subjects = ["case-1", "case-2", "release-case-1", "epca", "hrd", "alga-ban", "resolution-2013-04-18", Campaign];
        var wrong = new List<string>();
        foreach (var page in PageSections.Navigation.Concat(subjects).Concat(
        [
            "", "why/case-2", "why/release-case-1", $"why/{On(sample.Last(e => e!["type"]!.GetValue<string>() == "milestone_reached")!).Id}", "cases/prisoners?asOf=2014", "compare?fromAsOf=2013-05-01&toAsOf=2020", "replay?asOf=2016", $"timeline?text={Arabic}", $"?recorded={amended.Sequence}",
            $"record?subject={sample[3]!["subject"]}", $"record/event_corrected?event={On(corrected).Id}", $"record/claims_reconciled?event={On(contested).Id}",
            .. sample.DistinctBy(e => e!["type"]!.GetValue<string>()).Select(e => $"events/{e!["id"]}"),
        ]))
        {
            var answer = await Tracker.Get($"/{Campaign}/{page}".TrimEnd('/'));
            if (answer.Status != HttpStatusCode.NotFound) wrong.AddRange(Undirected(answer.ShouldBe(HttpStatusCode.OK).Text).Select(text => $"{page}: {text}"));
        }
        wrong.AddRange(Undirected((await Tracker.Get("/")).Text).Select(text => $"start: {text}"));

        using var browser = new HtmlForm(Tracker.Address);
        await browser.Get($"/{Campaign}/record/context_recorded");
        (browser["occurred"], browser["text"], browser["sources[0].citation"]) = ("2013-05-01", $"{Arabic} text", $"{Arabic} source");
        await browser.Press("check");
        browser.Page.ShouldContain("class=\"review\"");
        wrong.AddRange(Undirected(browser.Page).Select(text => $"review: {text}"));
        wrong.Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p>نص</p>", 1)]
    [InlineData("<p dir=\"auto\">نص</p>", 0)]
    [InlineData("<main dir=\"auto\"><section><p>نص</p></section></main>", 1)]
    [InlineData("<p dir=\"auto\">Text</p><p>نص</p>", 1)]
    [InlineData("<input value=\"نص\" /><input dir=\"auto\" value=\"نص\" />", 1)]
    public void What_has_no_direction_is_found(string html, int times) => Undirected(html).Count().ShouldBe(times);

    // The sample, each text with a word before it that is read from the right.
    private async Task<JsonArray> SampleInArabicAsync()
    {
        var text = Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(TestContext.Current.CancellationToken)).Replace("019ab000-7000", $"{Guid.CreateVersion7().ToString()[..13]}", StringComparison.Ordinal)
            .Replace($"\"{SampleCampaign.Name}\"", $"\"{Campaign}\"", StringComparison.Ordinal);
        JsonArray events = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))];
        foreach (var e in events.Select(e => e!.AsObject()))
        {
            e.Remove("identifiers");
            Prefix(e, EventCatalogue.Find(e["type"]!.GetValue<string>())!.ClrType);
        }
        await Tracker.Get<CampaignReader>().WaitAsync(
            (await Tracker.Open(events)).ShouldBe(HttpStatusCode.Created).Sequence, TestContext.Current.CancellationToken);
        return events;
    }

    private static void Prefix(JsonObject written, Type type)
    {
        foreach (var member in Member.Of(type).Where(member => member.SubjectName is null && member.EventId is null && !NotWritten.Contains(member.Name)))
        {
            var of = Member.ElementOf(member.Property.PropertyType) ?? member.Property.PropertyType;
            if (of == typeof(string) || of == typeof(PersonalText)) written[member.Name] = Prefixed(written[member.Name]);
            else if (Member.IsRecord(of)) foreach (var one in (written[member.Name] as JsonArray)?.ToArray() ?? [written[member.Name]]) if (one is JsonObject within) Prefix(within, of);
        }
    }

    private static JsonNode? Prefixed(JsonNode? value) => value switch
    {
        null => null,
        JsonArray many => new JsonArray([.. many.Select(Prefixed)]),
        JsonObject personal => new JsonObject { ["personal"] = Prefixed(personal["personal"]) },
        _ => $"{Arabic} {value.GetValue<string>()}",
    };

    /// <summary>Texts and filled fields that are read from the right, and whose own element, or the one around it, does not say so.</summary>
    private static IEnumerable<string> Undirected(string html)
    {
        var open = new Stack<(string Name, bool Directed)>();
        foreach (Match token in Token().Matches(html))
        {
            var (end, name, attributes, text) = (token.Groups[1].Value, token.Groups[2].Value, token.Groups[3].Value, token.Groups[4].Value);
            var directed = attributes.Contains("dir=\"auto\"", StringComparison.Ordinal);
            if (text.Length > 0)
            {
                if (WebUtility.HtmlDecode(text).Contains(Arabic, StringComparison.Ordinal) && !open.Any(one => one.Name is "title" or "svg" or "script") && !open.Take(2).Any(one => one.Directed))
                    yield return $"<{open.First().Name}> {WebUtility.HtmlDecode(text).Trim()}";
            }
            else if (end.Length > 0)
            {
                while (open.TryPop(out var closed) && closed.Name != name) { }
            }
            else if (name is "input" or "meta" or "link" or "br" or "img" or "hr" || attributes.EndsWith('/'))
            {
                if (name == "input" && !directed && !attributes.Contains("type=\"hidden\"", StringComparison.Ordinal) && WebUtility.HtmlDecode(attributes).Contains($"value=\"{Arabic}", StringComparison.Ordinal))
                    yield return $"<{name}> {WebUtility.HtmlDecode(attributes)}";
            }
            else open.Push((name, directed));
        }
    }

    [GeneratedRegex("<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>|([^<>]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
