using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Testing;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>For every event type one that can be recorded, with every field filled: the approved stored forms, fitted into a campaign that has something of each kind.</summary>
internal static class GoodBodies
{
    /// <summary>A word in every text: it must turn up nowhere but in the log of events.</summary>
    public const string Canary = "canaryqzx";

    private const string Arrest = "01a20a33-a43c-75d6-b20c-000000000001";
    private const string Contest = "01a20a33-a43c-75d6-b20c-000000000002";
    private const string Linkage = "01a20a33-a43c-75d6-b20c-000000000003";
    private const string Gate = "01a20a33-a43c-75d6-b20c-000000000004";
    private const string Assessment = "01a20a33-a43c-75d6-b20c-000000000005";

    /// <summary>A campaign with a subject of each kind, and the events that others name.</summary>
    /// <param name="nth">Tells the ids of one campaign from those of another.</param>
    public static JsonArray Campaign(string campaign, int nth)
    {
        JsonObject Opened(string type, string subject) => Of(type, campaign, nth).With("subject", subject).Without("identifiers");
        JsonArray batch =
        [
            Written.Campaign(campaign),
            Opened("case_opened", "case-1"),
            Opened("case_opened", "case-2"),
            Opened("resolution_adopted", "resolution-1"),
            Opened("demand_issued", "demand-1"),
            Opened("demand_issued", "demand-2"),
            Opened("restriction_opened", "restriction-1"),
            Opened("dialogue_series_opened", "dialogue-1"),
            Opened("agreement_defined", "agreement-1"),
            Of("arrested", campaign, nth).With("id", Id(Arrest, nth)).Without("follows"),
            Of("status_contested", campaign, nth).With("id", Id(Contest, nth)),
            Of("linkage_declared", campaign, nth).With("id", Id(Linkage, nth)),
            Of("milestone_reached", campaign, nth).With("id", Id(Gate, nth)).Without("identifiers"),
            Of("assessment_published", campaign, nth).With("id", Id(Assessment, nth)).Without("supersedes"),
        ];
        foreach (var e in batch) e!["campaign"] = campaign;
        // What is on record may be said to whoever asks for something else.
        batch.Single(e => e!["type"]!.GetValue<string>() == "status_contested")!["claims"]![0]!["value"] = "first";
        return batch;
    }

    /// <summary>A good event of a type, the campaign left to the address.</summary>
    public static JsonObject Of(string type, string campaign, int nth)
    {
        var approved = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), $"{type}.approved.json")))!.AsObject();
        var body = new JsonObject { ["type"] = type };
        foreach (var (name, value) in approved.Where(field => field.Key is not "campaign").ToList())
        {
            approved.Remove(name);
            body[name] = value;
        }
        Fit(body, EventCatalogue.Find(type)!, campaign, nth);
        return body;
    }

    private static void Fit(JsonObject body, EventType type, string campaign, int nth)
    {
        body["subject"] = type.On.Contains(SubjectKind.Campaign) ? campaign : type.Opens is not null ? "new-1" : type.On is [var kind, ..] ? Name(kind) : "case-1";
        foreach (var field in type.Fields)
        {
            if (field.SubjectName is { } named)
            {
                var name = named.Kinds is [var first, ..] ? Name(first) : "case-2";
                body[field.Name] = body[field.Name] is JsonArray ? new JsonArray(name) : name;
            }
            if (field.EventId is not null)
            {
                var id = Id(field.Name switch { "contested" => Contest, "linkage" => Linkage, "gate" => Gate, "supersedes" => Assessment, _ => Arrest }, nth);
                body[field.Name] = body[field.Name] is JsonArray ? new JsonArray(id) : id;
            }
        }
        // The approved forms leave the order within a day out; nothing has a time and a day of effect.
        if (type.Opens is null) body["follows"] = new JsonArray(Id(Arrest, nth));
        if (type.Name == "charged") body.With("at", "14:30+06:00").Remove("effective");
        if (body["measuredBy"] is not null) body["measuredBy"] = "Liberty";
        if (body["supersededBy"] is not null) body["supersededBy"] = "demand-2";
        if (body["promisingSide"] is not null) (body["promisingSide"], body["reformingSide"]) = ("EU", "KZ");
        if (body["parties"] is not null) body["parties"] = new JsonArray("EU", "KZ");
        if (body["chosen"] is not null) body["chosen"] = "first";
        if (body["ruleSet"] is not null) body["ruleSet"] = 1;
        if (body["grounds"] is JsonArray grounds) body["grounds"] = grounds[0] is JsonObject ? new JsonArray(new JsonObject { ["words"] = "words" }) : grounds.DeepClone();
        if (body["claims"] is JsonArray claims) claims.Add(new JsonObject { ["value"] = "other", ["by"] = "by", ["status"] = "Held" });
        foreach (var address in (string[])["url", "archivedUrl"]) body["sources"]![0]![address] = $"https://example.org/{Canary}";
        foreach (var (name, value) in body.ToList()) PlantCanary(body, name, value, name);
    }

    // The approved forms say in a text the name of its field, and in a personal one 'of a person' besides.
    private static void PlantCanary(JsonNode parent, object place, JsonNode? value, string field)
    {
        if (value is JsonObject inner) foreach (var (name, member) in inner.ToList()) PlantCanary(inner, name, member, name is "personal" ? field : name);
        else if (value is JsonArray list) foreach (var (index, item) in list.ToList().Index()) PlantCanary(list, index, item, field);
        else if (value is JsonValue text && text.TryGetValue<string>(out var said) && (said == field || said.EndsWith(" of a person", StringComparison.Ordinal)))
        {
            if (place is string name) parent[name] = $"{Canary} {field}";
            else parent[(int)place] = $"{Canary} {field}";
        }
    }

    private static string Id(string id, int nth) => string.Concat(id.AsSpan(0, 24), $"{nth:d4}", id.AsSpan(28));

    private static string Name(SubjectKind kind) => $"{kind.ToString().ToLowerInvariant()}-1";

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../CampaignTracker.Domain.Tests/Catalogue/Approved");
}
