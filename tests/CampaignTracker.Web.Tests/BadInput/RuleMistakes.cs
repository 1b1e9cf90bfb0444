using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Events that can be read, and that a rule refuses: blank texts, naughty and unopened names, unknown ids, lists too long, the future, no source, no address.</summary>
internal static class RuleMistakes
{
    private static readonly string[] NoIds = ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01a20a33-a43c-75d6-b20c-ac344efa1875"];

    private static readonly string[] NoAddresses =
        ["canaryqzx", "", " ", "example.org", "//example.org", "javascript:canaryqzx", "file:///etc/passwd", "ftp://example.org", "data:text/html,canaryqzx", "http:", "http://", "https:///", "mailto:a@b.c", "/etc/passwd", "C:\\x", "ht tp://x"];

    public static IEnumerable<BadBody> Of(JsonObject body)
    {
        var type = EventCatalogue.Find(body["type"]!.GetValue<string>())!;
        foreach (var place in Place.Of(body))
        {
            var bare = Nullable.GetUnderlyingType(place.Type) ?? place.Type;
            var field = type.Fields.Concat(type.Common).FirstOrDefault(field => place.Path == field.Name || place.Path == $"{field.Name}[0]");
            BadBody Refused(string mistake, JsonNode? value, string? at = null) =>
                BadBody.Of(mistake, place.With(value is null ? "null" : value.ToJsonString()), at ?? place.Path, readable: true);

            if (place.Path == "campaign")
            {
                foreach (var name in NaughtyNames.All) yield return Refused("no short name", name);
            }
            else if (place.Path == "subject")
            {
                foreach (var name in NaughtyNames.All) yield return Refused("no short name", name);
                foreach (var name in (string[])["zzz", "case-99", "nothing-is-here"]) if (type.Opens is null) yield return Refused("never opened", name);
                continue;
            }
            if (field?.SubjectName is not null && bare == typeof(string))
                foreach (var name in NaughtyNames.All.Append("zzz")) yield return Refused("never opened", name, field.Name);
            else if (place.Required && (bare == typeof(string) || bare == typeof(PersonalText)))
                foreach (var blank in (string[])["", " ", "\t\n", "\u00A0\u2003", "\u3000"]) yield return Refused("blank", blank);
            if (field?.EventId is not null && bare == typeof(Guid))
                foreach (var id in NoIds) yield return Refused("no event", id, field.Name);
            if (place.Path.StartsWith("votes.", StringComparison.Ordinal))
                foreach (var votes in (int[])[-1, int.MinValue]) yield return Refused("negative", votes);
            if (bare.IsGenericType && place.Original is JsonArray { Count: > 0 } list)
                foreach (var many in (int[])[1_001, 3_000])
                    yield return Refused("too many", new JsonArray([.. Enumerable.Range(0, many).Select(_ => list[0]!.DeepClone())]));
            if (place.Path.EndsWith("rl", StringComparison.Ordinal) && place.Path.StartsWith("sources", StringComparison.Ordinal))
                foreach (var address in NoAddresses) yield return Refused("no address", address);
            if (place.Path == "occurred" && type.Name != "dialogue_expected")
                foreach (var date in (string[])["9999", "9999-12-31", "2999-01", "29XX", "2500-21", "2999/.."]) yield return Refused("the future", date);
            if (place.Path == "sources" && type.Opens is null or SubjectKind.Resolution or SubjectKind.Demand)
            {
                yield return Refused("no source", new JsonArray());
                yield return Refused("a source that says nothing", new JsonArray(new JsonObject()), "sources[0].citation");
            }
        }
        if (type.Fields.Any(field => field.Name == "changes")) foreach (var change in Changes(body)) yield return change;
    }

    private static IEnumerable<BadBody> Changes(JsonObject body)
    {
        var changes = Place.Of(body).First(place => place.Path == "changes");
        foreach (var (json, field) in ((string, string)[])
        [
            ("{}", "changes"), ("{\"zzz\":1}", "changes.zzz"), ("{\"type\":\"charged\"}", "changes.type"), ("{\"id\":\"x\"}", "changes.id"), ("{\"campaign\":\"x\"}", "changes.campaign"),
            ("{\"subject\":\"case-2\"}", "changes.subject"), ("{\"occurred\":null}", "changes.occurred"), ("{\"place\":1e999}", "changes.place"), ("{\"sources\":null}", "changes.sources"),
            ("{\"sources\":[{\"url\":\"canaryqzx\"}]}", "changes.sources[0].citation"), ("{\"confidence\":\"canaryqzx\"}", "changes.confidence"), ("{\"note\":7}", "changes.note"),
            .. NaughtyDates.All.Where(date => !date.Contains("\\u", StringComparison.Ordinal) && !date.Contains("\\ud", StringComparison.Ordinal)).Select(date => ($"{{\"occurred\":\"{date}\"}}", "changes.occurred")),
        ])
            yield return BadBody.Of("no such change", changes.With(json), field, readable: true);
    }
}
