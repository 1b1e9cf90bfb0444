using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// Why a JSON object cannot be read as an event: a issue for every field at fault, nested ones too, in the words of the request.
/// </summary>
internal sealed class Misreading
{
    private const int MaxShownName = 80;

    private readonly IssueCollection issues = [];

    /// <summary>Every issue, as far as they are told; never empty.</summary>
    public static IReadOnlyList<ValidationIssue> Of(EventType type, JsonElement fields)
    {
        var misreading = new Misreading();
        misreading.Read("", type.ClrType, nullable: false, fields);
        if (misreading.issues.Count == 0) misreading.Add("", "malformed:event", ("type", type.Name));
        return misreading.issues.ToList();
    }

    private void Read(string path, Type type, bool nullable, JsonElement value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (issues.IsFull) return;
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!nullable) Add(path, "null");
        }
        else if (Member.ElementOf(type) is { } element)
        {
            if (value.ValueKind != JsonValueKind.Array) Add(path, "wrong_value:list");
            else foreach (var (index, item) in value.EnumerateArray().Index()) Read($"{path}[{index}]", element, nullable: false, item);
        }
        else if (Member.IsRecord(type) || type == typeof(IReadOnlyDictionary<string, JsonElement>))
        {
            if (value.ValueKind != JsonValueKind.Object) Add(path, "wrong_value:object");
            else ReadMembers(path, Member.IsRecord(type) ? type : null, value);
        }
        else ReadOne(path, type, value);
    }

    private void ReadMembers(string path, Type? type, JsonElement value)
    {
        var known = type is null ? null : Member.Of(type).ToDictionary(member => member.Name, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (issues.IsFull) return;
            var name = NameOf(property);
            var shown = path + (path.Length > 0 ? "." : "") + (name is { Length: > MaxShownName } ? name[..MaxShownName] : name);
            if (name is null || UnicodeText.IndexOfUnstorable(name) >= 0) Add(path, "bad_name:unstorable");
            else if (!seen.Add(name)) Add(shown, "duplicate_field");
            else if (known is null) ReadOne(shown, typeof(JsonElement), property.Value);
            else if (known.TryGetValue(name, out var member))
                Read(shown, member.Property.PropertyType, member.Nullable && !member.Required, property.Value);
            else issues.Add(UnknownField(shown, type!, name, known.Keys));
        }
        foreach (var missing in known?.Values.Where(member => member.Required && !seen.Contains(member.Name)) ?? [])
        {
            var field = path + (path.Length > 0 ? "." : "") + missing.Name;
            if (missing.HelpKey is { } help) Add(field, "missing_field:help", ("help", help));
            else Add(field, "missing_field");
        }
    }

    private void ReadOne(string path, Type type, JsonElement value)
    {
        try
        {
            value.Deserialize(type, EventJson.Options);
        }
        catch (JsonException e)
        {
            // Only what our own converters say is fit to be shown: the serialiser's messages speak of .NET types.
            if (e is EventValueException ours) issues.Add(ours.Issue with { Field = path });
            else Add(path, Expected(type));
        }
    }

    private static string Expected(Type type) =>
        type == typeof(Guid) ? "wrong_value:event_id"
        : type == typeof(bool) ? "wrong_value:boolean"
        : type == typeof(int) ? "wrong_value:number"
        : "wrong_value:too_deep";

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ValidationIssue UnknownField(string shown, Type type, string name, IEnumerable<string> known)
    {
        var near = known.FirstOrDefault(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase));
        (string, object?) owner = EventCatalogue.Find(type) is { } e ? ("type", e.Name) : ("record", type.Name);
        return near is null
            ? ValidationIssue.Refuse(shown, "unknown_field", owner, ("known", known))
            : ValidationIssue.Refuse(shown, "unknown_field:near", owner, ("near", near));
    }

    private void Add(string field, string text, params ReadOnlySpan<(string, object?)> arguments) =>
        issues.Add(ValidationIssue.Refuse(field, text, arguments));
}
