using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Web.Sample;

namespace CampaignTracker.Testing;

/// <summary>
/// The sample under another name, learned bit by bit: first what happened until 2015, then the rest, then an assessment of it, then that a
/// disagreement is settled, then that an arrest is corrected and a finding retracted.
/// </summary>
public sealed record RetoldSample(long Early, long Whole, long Assessed, string Assessment, long Reconciled, long Amended)
{
    public const string Campaign = "retold";

    private const int EarlyLines = 60;

    public static async Task<RetoldSample> RecordAsync(RunningTracker tracker)
    {
        var text = Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(CancellationToken.None));
        // Ids are unique in the whole log.
        var lines = text.Replace("019ab000", "019ab001", StringComparison.Ordinal).Replace("\"eu-kazakhstan\"", $"\"{Campaign}\"", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        var early = (await tracker.Open(new JsonArray([.. lines.Take(EarlyLines)]))).ShouldBe(HttpStatusCode.Created);
        var whole = (await tracker.Record(Campaign, new JsonArray([.. lines.Skip(EarlyLines)]))).ShouldBe(HttpStatusCode.Created);
        var judged = (await tracker.Get($"/api/campaigns/{Campaign}/conditionality?after={whole.Sequence}")).ShouldBe(HttpStatusCode.OK).Body["agreements"]![0]!;
        var assessed = (await tracker.Record(Campaign, new JsonArray(Assess(judged, whole.Sequence)))).ShouldBe(HttpStatusCode.Created);
        var contest = lines.First(line => (string?)line["type"] == "status_contested" && (string?)line["subject"] == "case-2");
        var settled = (await tracker.Record(Campaign, new JsonArray(new JsonObject
        {
            ["type"] = "claims_reconciled", ["subject"] = "case-2", ["occurred"] = "2026-11-20", ["contested"] = (string?)contest["id"], ["chosen"] = "at liberty",
            ["reason"] = "A relative confirmed the release.", ["confidence"] = "Unverified", ["note"] = "Told by phone.",
        }))).ShouldBe(HttpStatusCode.Created);
        var convicted = lines.First(line => (string?)line["type"] == "convicted" && (string?)line["subject"] == "case-1");
        var context = lines.First(line => (string?)line["type"] == "context_recorded");
        var amended = (await tracker.Record(Campaign, new JsonArray(
            Amend("event_corrected", "case-1", "corrects", (string)convicted["id"]!, new JsonObject { ["court"] = "Mangystau regional court" }),
            Amend("event_retracted", Campaign, "retracts", (string)context["id"]!)))).ShouldBe(HttpStatusCode.Created);
        await tracker.Get($"/api/campaigns/{Campaign}?after={amended.Sequence}");
        return new(early.Sequence, whole.Sequence, assessed.Sequence, assessed.Id(), settled.Sequence, amended.Sequence);
    }

    private static JsonObject Assess(JsonNode judged, long knownAt) => new()
    {
        ["type"] = "assessment_published", ["subject"] = "epca", ["occurred"] = "2026-11-19", ["sources"] = new JsonArray(new JsonObject { ["citation"] = "Briefing" }),
        ["knownAt"] = knownAt, ["ruleSet"] = 1, ["word"] = judged["word"]!.DeepClone(), ["narrative"] = "The agreement moved with reform at some gates.\nAt others it did not.",
        ["verdicts"] = new JsonArray([.. judged["gates"]!.AsArray().Select(gate => new JsonObject
        {
            ["gate"] = gate!["event"]!.DeepClone(), ["verdict"] = gate["verdict"]!.DeepClone(), ["possible"] = gate["possible"]?.DeepClone(),
        })]),
    };

    private static JsonObject Amend(string type, string subject, string field, string id, JsonObject? changes = null)
    {
        var amendment = new JsonObject
        {
            ["type"] = type, ["subject"] = subject, ["occurred"] = "2026-11-20", ["sources"] = new JsonArray(new JsonObject { ["citation"] = "The court's file" }),
            [field] = id, ["reason"] = "Read again.",
        };
        if (changes is not null) amendment["changes"] = changes;
        return amendment;
    }
}
