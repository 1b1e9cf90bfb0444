using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Forms;

/// <summary>A correction by form names what was altered and nothing else, and can alter all that a form can fill.</summary>
public sealed class CorrectionFormTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const int Nth = 7_501;

    // What was published never changes, and a correction is corrected like any other event.
    public static TheoryData<string> Types => [.. EventCatalogue.All.Select(type => type.Name).Except(["event_corrected", "assessment_published", "campaign_opened"])];

    // A page shows what is settled: a moment after the recording.
    private new async Task Opened(params JsonObject[] events) =>
        await Tracker.Get<CampaignReader>().WaitAsync((await base.Opened(events)).Sequence, TestContext.Current.CancellationToken);

    private async Task<string> RecordedAsync(JsonObject body)
    {
        var recorded = (await Record(body)).ShouldBe(HttpStatusCode.Created);
        await Tracker.Get<CampaignReader>().WaitAsync(recorded.Sequence, TestContext.Current.CancellationToken);
        return recorded.Id();
    }

    private async Task<HtmlForm> CorrectingAsync(string id)
    {
        var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/event_corrected?event={id}");
        form["reason"] = "A better source.";
        // The correction itself needs no more than one source.
        foreach (var field in form.Fields.Keys.Where(name => name.StartsWith("sources[", StringComparison.Ordinal)).ToList()) form.Fields.Remove(field);
        form["sources[0].citation"] = "RFE/RL";
        return form;
    }

    private async Task<JsonNode> ChangesAsync(HtmlForm form)
    {
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
        await form.Press("record");
        form.SentOn.ShouldNotBeNull(string.Join("; ", form.Problems));
        return JsonNode.Parse(await Tracker.Query<string>(
            "select data ->> 'changes' from tracker.mt_events where data ->> 'campaign' = $1 and type = 'event_corrected' order by seq_id desc limit 1", Campaign))!;
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Altering_one_field_corrects_no_other(string name)
    {
        var nth = Nth + EventCatalogue.All.IndexOf(EventCatalogue.Find(name)!);
        (await Tracker.Open(GoodBodies.Campaign(Campaign, nth))).ShouldBe(HttpStatusCode.Created);
        var body = GoodBodies.Of(name, Campaign, nth);
        foreach (var identifier in body["identifiers"]?.AsArray() ?? []) identifier!["value"] = $" of the form  {name} ";
        Roughen(body);
        using var form = await CorrectingAsync(await RecordedAsync(body));
        form["changes.confidence"] = form["changes.confidence"] == "Disputed" ? "Probable" : "Disputed";
        (await ChangesAsync(form)).AsObject().Select(change => change.Key).ShouldBe(["confidence"]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_field_that_a_form_can_fill_can_be_filled_by_a_correction(string name)
    {
        var (type, nth) = (EventCatalogue.Find(name)!, Nth + 100 + EventCatalogue.All.IndexOf(EventCatalogue.Find(name)!));
        (await Tracker.Open(GoodBodies.Campaign(Campaign, nth))).ShouldBe(HttpStatusCode.Created);
        var whole = GoodBodies.Of(name, Campaign, nth);
        foreach (var identifier in whole["identifiers"]?.AsArray() ?? []) identifier!["value"] = $"of the correction {name}";
        // Who declares a linkage may be left out of a codified one alone.
        var least = new JsonObject(whole.Where(pair => pair.Key is "type" or "subject" or "occurred" || name == "linkage_declared" && pair.Key == "by"
                || type.Fields.Any(field => field.Name == pair.Key && field.Required))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).With("sources", new JsonArray(new JsonObject { ["citation"] = "before" }));
        using var form = await CorrectingAsync(await RecordedAsync(least));
        FilledForm.Fill(form, [.. FilledForm.Values(whole.DeepClone().AsObject().Without("subject"), form.Page, "changes.")]);
        var changes = (await ChangesAsync(form)).AsObject();
        var expected = new JsonObject(whole.Where(pair => pair.Key is not ("type" or "subject") && !JsonNode.DeepEquals(pair.Value, least[pair.Key]))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        JsonNode.DeepEquals(changes, expected).ShouldBeTrue($"{changes}\n{expected}");
    }

    [Theory]
    [InlineData("line1\r\nline2")]
    [InlineData("line1\rline2")]
    [InlineData("  cited text  ")]
    [InlineData("\n\ncited text\n")]
    [InlineData("a\u2028b\u0085c\fd")]
    [InlineData("\u00A0cited\u00A0text\u00A0")]
    public async Task However_lines_end_and_whatever_blanks_there_are_a_text_that_was_not_altered_stays(string note)
    {
        await Opened();
        using var form = await CorrectingAsync(await RecordedAsync(Written.Context().With("note", note)));
        form["changes.confidence"] = "Probable";
        (await ChangesAsync(form)).ToJsonString().ShouldBe("""{"confidence":"Probable"}""");
    }

    [Fact]
    public async Task A_list_of_which_one_row_was_altered_or_removed_keeps_the_others_as_they_were()
    {
        await Opened();
        JsonObject Source(string citation, string locator) => new() { ["citation"] = citation, ["locator"] = locator, ["quote"] = $" {citation}\r\n\u2028 " };
        var id = await RecordedAsync(Written.Context().With("sources", new JsonArray(Source("AFP ", "p. 1"), Source(" BBC", "p. 2 "), Source("DW", "p. 3"))));
        using var form = await CorrectingAsync(id);
        form["changes.sources[2].locator"] = "p. 33";
        await form.Press("remove:changes.sources[0]");
        var sources = (await ChangesAsync(form))["sources"]!.AsArray();
        sources.Select(source => source!["citation"]!.GetValue<string>()).ShouldBe([" BBC", "DW"]);
        sources.Select(source => source!["locator"]!.GetValue<string>()).ShouldBe(["p. 2 ", "p. 33"]);
        sources.Select(source => source!["quote"]!["personal"]!.GetValue<string>()).ShouldBe(["  BBC\r\n\u2028 ", " DW\r\n\u2028 "]);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(300)]
    public async Task An_event_with_as_many_sources_as_are_kept_can_be_corrected(int count)
    {
        await Opened();
        var id = await RecordedAsync(Written.Context().With("sources", new JsonArray([.. Enumerable.Range(1, count).Select(i => new JsonObject { ["citation"] = $"Source {i}" })])));
        // With every field of every source, as a browser sends them, and those of the correction itself.
        using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/event_corrected?event={id}");
        form.Fields.Keys.Count(name => name.StartsWith("changes.sources[", StringComparison.Ordinal)).ShouldBe(count * 9);
        (form["reason"], form["changes.text"]) = ("typo", "Shots in Zhanaozen, corrected.");
        await form.Press("check");
        form.Status.ShouldBe(HttpStatusCode.OK, string.Join("; ", form.Problems));
        form.Page.ShouldContain("Shots in Zhanaozen, corrected.");
    }

    [Fact]
    public async Task One_source_more_than_is_kept_is_told_beside_the_field()
    {
        await Opened();
        using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/context_recorded");
        (form["occurred"], form["text"]) = ("2013-04-18", "Shots in Zhanaozen.");
        for (var i = 0; i <= 1_000; i++) form[$"sources[{i}].citation"] = $"Source {i}";
        await form.Press("check");
        form.Problems.ShouldContain(problem => problem.Contains("has 1001 entries: at most 1000 are kept", StringComparison.Ordinal));
        form["sources[1000].citation"].ShouldBe("Source 1000");
    }

    [Fact]
    public async Task Sources_identifiers_and_votes_can_be_corrected()
    {
        await Opened();
        var id = await RecordedAsync(Written.Resolution("resolution-1", ("ta", "P7_TA(2013)0190")).With("votes", new JsonObject { ["for"] = 511, ["against"] = 115, ["abstentions"] = 5 }));
        using var form = await CorrectingAsync(id);
        (form["changes.identifiers[0].value"], form["changes.votes.for"], form["changes.votes.abstentions"]) = ("P7_TA(2013)0191", "512", "");
        (form["changes.sources[0].url"], form["changes.sources[0].language"]) = ("https://example.org/a", "en");
        await form.Press("add:changes.identifiers");
        (form["changes.identifiers[1].scheme"], form["changes.identifiers[1].value"]) = ("celex", "52013IP0190");
        var changes = await ChangesAsync(form);
        JsonNode.DeepEquals(changes, new JsonObject
        {
            ["votes"] = new JsonObject { ["for"] = 512, ["against"] = 115 },
            ["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR", ["url"] = "https://example.org/a", ["language"] = "en" }),
            ["identifiers"] = Written.Identifiers(("ta", "P7_TA(2013)0191"), ("celex", "52013IP0190")),
        }).ShouldBeTrue(changes.ToJsonString());
        (await Tracker.Rows<string>("select value from tracker.identifiers where campaign = $1 order by value", Campaign)).ShouldBe(["52013ip0190", "p7 ta 2013 191"]);
    }

    [Fact]
    public async Task Claims_can_be_corrected()
    {
        await Opened(Written.Case());
        JsonObject Claim(string value, string by) => new() { ["value"] = value, ["by"] = by };
        var id = await RecordedAsync(Written.Context().Without("text").With("type", "status_contested").With("subject", "case-1").With("matter", "the day of the arrest")
            .With("claims", new JsonArray(Claim("September", "family"), Claim("October", "police"))));
        using var form = await CorrectingAsync(id);
        form["changes.claims[1].value"] = "November";
        await form.Press("add:changes.claims");
        (form["changes.claims[2].value"], form["changes.claims[2].by"]) = ("December", "RFE/RL");
        (await ChangesAsync(form))["claims"]!.AsArray().Select(claim => $"{claim!["value"]} {claim["by"]}").ShouldBe(["September family", "November police", "December RFE/RL"]);
    }

    [Fact]
    public async Task A_correction_over_HTTP_that_alters_nothing_of_a_field_is_told_so()
    {
        await Opened();
        var id = await RecordedAsync(Written.Context().With("note", "As told."));
        var answer = (await Record(Written.Correction(id, Campaign, new() { ["note"] = "As told.", ["confidence"] = "Probable" }))).ShouldBe(HttpStatusCode.Created);
        answer.Events[0]!["warnings"]!.AsArray().Select(warning => $"{warning!["field"]} {warning["code"]}").ShouldBe(["changes.note unaltered"]);
    }

    // Texts as programs send them: with blanks at their edges, and lines that end in several ways.
    private static void Roughen(JsonNode? node)
    {
        if (node is JsonObject body)
        {
            foreach (var (name, value) in body.ToList())
            {
                if (name == "personal" && value is JsonValue) body[name] = $"  {value}\r\nsecond\u2028line \u0085 ";
                else if (name is "citation" or "locator" && value is JsonValue) body[name] = $" {value} ";
                else if (name is not ("type" or "subject")) Roughen(value);
            }
        }
        else if (node is JsonArray list) foreach (var one in list) Roughen(one);
    }
}
