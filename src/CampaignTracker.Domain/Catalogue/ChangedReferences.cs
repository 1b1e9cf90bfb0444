using System.Collections.Frozen;
using System.Text.Json;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>The subjects and events that the new values of a correction name, whatever type of event it corrects.</summary>
internal static class ChangedReferences
{
    private static readonly FrozenSet<string> SubjectFields =
        EventCatalogue.All.SelectMany(type => type.Fields)
            .Where(field => field.SubjectName is not null).Select(field => field.Name).ToFrozenSet();

    private static readonly FrozenSet<string> EventFields =
        EventCatalogue.All.SelectMany(type => type.Fields)
            .Where(field => field.EventId is not null).Select(field => field.Name).ToFrozenSet();

    private static readonly FrozenSet<string> FollowField = ["follows"];

    public static IEnumerable<string> Subjects(string field, JsonElement value) => Texts(field, value, SubjectFields);

    public static IEnumerable<Guid> Events(string field, JsonElement value) => Ids(Texts(field, value, EventFields));

    public static IEnumerable<Guid> Followed(string field, JsonElement value) => Ids(Texts(field, value, FollowField));

    private static IEnumerable<Guid> Ids(IEnumerable<string> texts) =>
        texts.SelectMany(text => Guid.TryParse(text, out var id) ? [id] : Enumerable.Empty<Guid>());

    private static IEnumerable<string> Texts(string field, JsonElement value, FrozenSet<string> fields) => value.ValueKind switch
    {
        JsonValueKind.String when fields.Contains(field) => Text(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Texts(field, element, fields)),
        // The grounds of a gate, or the changes of a corrected correction.
        JsonValueKind.Object when field is "changes" or "grounds" =>
            value.EnumerateObject().SelectMany(member => Texts(member.Name, member.Value, fields)),
        _ => [],
    };

    private static IEnumerable<string> Text(JsonElement value)
    {
        try
        {
            return [value.GetString()!];
        }
        catch (InvalidOperationException)
        {
            // Half a character: refused by the checks, and no name.
            return [];
        }
    }
}
