using System.Text.Json;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>Why a JSON object cannot be read as an event: a issue for every field at fault, nested ones too, in the words of the request.</summary>
internal sealed class Misreading
{
    // Enough to see what is wrong; a list of a thousand wrong dates is told as well by its first hundred.
    private const int MaxFindings = 100;
    private const int MaxShownName = 80;
    private const string Unstorable = "has a field whose name holds half a character or U+0000, which cannot be stored: remove it";

    private readonly List<ValidationIssue> issues = [];

    /// <summary>Every issue; never empty.</summary>
    public static List<ValidationIssue> Of(EventType type, JsonElement fields)
    {
        var misreading = new Misreading();
        misreading.Read("", type.ClrType, nullable: false, fields);
        if (misreading.issues.Count == 0) misreading.Add("", "malformed", $"cannot be read as {type.Name}: see its schema in the API's document");
        return misreading.issues;
    }

    private void Read(string path, Type type, bool nullable, JsonElement value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (issues.Count >= MaxFindings) return;
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!nullable) Add(path, "null", "is null: leave it out or fill it in");
        }
        else if (Member.ElementOf(type) is { } element)
        {
            if (value.ValueKind != JsonValueKind.Array) Add(path, "wrong_value", "is not a list: write [ … ]");
            else foreach (var (index, item) in value.EnumerateArray().Index()) Read($"{path}[{index}]", element, nullable: false, item);
        }
        else if (Member.IsRecord(type) || type == typeof(IReadOnlyDictionary<string, JsonElement>))
        {
            if (value.ValueKind != JsonValueKind.Object) Add(path, "wrong_value", "is no object: write { … }");
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
            var name = NameOf(property);
            var shown = path + (path.Length > 0 ? "." : "") + (name is { Length: > MaxShownName } ? name[..MaxShownName] : name);
            if (name is null || name.Contains('\0', StringComparison.Ordinal)) Add(path, "bad_name", Unstorable);
            else if (!seen.Add(name)) Add(shown, "duplicate_field", "is given twice: give it once");
            else if (known is null) ReadOne(shown, typeof(JsonElement), property.Value);
            else if (known.TryGetValue(name, out var member)) Read(shown, member.Property.PropertyType, member.Nullable && !member.Required, property.Value);
            else Add(shown, "unknown_field", $"is no field of {Called(type!)}: {Meant(name, known.Keys)}");
        }
        foreach (var missing in known?.Values.Where(member => member.Required && !seen.Contains(member.Name)) ?? [])
            Add(path + (path.Length > 0 ? "." : "") + missing.Name, "missing_field", missing.Help is null ? "is missing: fill it in" : $"is missing. {missing.Help}");
    }

    private void ReadOne(string path, Type type, JsonElement value)
    {
        try
        {
            value.Deserialize(type, EventJson.Options);
        }
        catch (JsonException e)
        {
            // Only the messages of our own converters are fit to be shown: the serialiser's speak of .NET types.
            Add(path, "wrong_value", IsOurs(type) ? e.Message : Expected(type));
        }
    }

    private static bool IsOurs(Type type) => type.IsEnum || type == typeof(string) || type == typeof(PersonalText) || type == typeof(EdtfDate);

    private static string Expected(Type type) =>
        type == typeof(Guid) ? "is no event id: give a UUID such as 0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69"
        : type == typeof(bool) ? "is neither true nor false: write one of them, without quotation marks"
        : type == typeof(int) ? "is no whole number: write it in digits, without quotation marks"
        : "is nested too deep: no field is";

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

    private static string Called(Type type) => EventCatalogue.Find(type)?.Name ?? $"a {Words.Of(type.Name)}";

    private static string Meant(string name, IEnumerable<string> known)
    {
        var match = known.FirstOrDefault(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase));
        return match is null ? $"it can have {string.Join(", ", known)}" : $"did you mean {match}?";
    }

    private void Add(string field, string code, string message) => issues.Add(ValidationIssue.Refuse(field, code, message));
}
