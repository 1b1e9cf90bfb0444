using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Views;

/// <summary>A field that a correction changed.</summary>
/// <param name="Field">Its name in JSON.</param>
/// <param name="First">What it said when the event was recorded, a text as it is and anything else as JSON; null when it was empty.</param>
/// <param name="Now">What it says now.</param>
public sealed record FirstRecordedField(string Field, string? First, string? Now)
{
    internal static IReadOnlyList<FirstRecordedField> Of(Fact fact, Viewpoint viewpoint) =>
        Between(fact.Recorded.Event, fact.Event, viewpoint);

    /// <summary>The fields that read otherwise in two states of one event; all that are filled where there is no first.</summary>
    public static IReadOnlyList<FirstRecordedField> Between(CampaignEvent? before, CampaignEvent after, Viewpoint viewpoint)
    {
        var (first, now) = (before is null ? [] : Fields(before, viewpoint), Fields(after, viewpoint));
        return
        [
            .. first.Select(field => field.Key).Union(now.Select(field => field.Key))
            .Where(name => name is not "campaign" and not "subject")
                .Select(name => new FirstRecordedField(name, Text(first[name]), Text(now[name])))
                .Where(field => field.First != field.Now)
                .OrderBy(field => field.Field, StringComparer.Ordinal),
        ];
    }

    private static JsonObject Fields(CampaignEvent e, Viewpoint viewpoint)
    {
        var shown = viewpoint.Clearance == Sensitivity.Restricted
            ? e
            : e with { Sources = [.. e.Sources.Select(source => source with { Informant = null })] };
        return JsonSerializer.SerializeToNode(shown, e.GetType(), EventJson.Options)!.AsObject();
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonObject personal when personal.Count == 1 && personal["personal"] is { } text => text.GetValue<string>(),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(EventJson.Options),
    };
}
