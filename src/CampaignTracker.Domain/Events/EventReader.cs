using System.Collections;
using System.Text.Json;

namespace CampaignTracker.Domain.Events;

/// <summary>Reads one event's fields from JSON; when that fails, names every field that is at fault.</summary>
public static class EventReader
{
    /// <summary>Reads the fields of an event.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="fields">A JSON object with the event's fields, <c>type</c> and <c>id</c> left out.</param>
    /// <exception cref="EventFormatException">A field is unknown, missing, given twice, of another type, or holds what cannot be stored.</exception>
    public static CampaignEvent Read(EventType type, JsonElement fields)
    {
        try
        {
            return Whole(type, (CampaignEvent)fields.Deserialize(type.ClrType, EventJson.Options)!);
        }
        catch (JsonException)
        {
            throw new EventFormatException(Explain(type, fields));
        }
    }

    /// <summary>Reads the fields of an event from a JSON object in UTF-8.</summary>
    /// <exception cref="EventFormatException">As above.</exception>
    public static CampaignEvent Read(EventType type, ReadOnlySpan<byte> fields)
    {
        try
        {
            return Whole(type, (CampaignEvent)JsonSerializer.Deserialize(fields, type.ClrType, EventJson.Options)!);
        }
        catch (JsonException)
        {
            throw new EventFormatException(Explain(type, JsonSerializer.Deserialize<JsonElement>(fields)));
        }
    }

    private static CampaignEvent Whole(EventType type, CampaignEvent read)
    {
        var holes = NullElements(type, read).ToList();
        return holes.Count == 0 ? read : throw new EventFormatException(holes);
    }

    private static IEnumerable<Finding> NullElements(EventType type, CampaignEvent e)
    {
        foreach (var field in type.Common.Concat(type.Fields))
        {
            if (field.Value(e) is not IList list) continue;
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is null) yield return Finding.Refuse($"{field.Name}[{i}]", "null", "is null: leave it out or fill it in");
            }
        }
    }

    private static List<Finding> Explain(EventType type, JsonElement fields)
    {
        List<Finding> findings = [];
        var known = type.Common.Concat(type.Fields).ToDictionary(field => field.Name, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var property in fields.EnumerateObject())
        {
            if (!NameOf(property, out var name))
                findings.Add(Finding.Refuse("", "bad_name", "a field's name holds half a character (a lone surrogate): remove it"));
            else if (!seen.Add(name))
                findings.Add(Finding.Refuse(name, "duplicate_field", "is given twice: give it once"));
            else if (name is "campaign" or "subject")
                AddProblem(findings, name, typeof(string), property.Value, required: false);
            else if (!known.TryGetValue(name, out var field))
                findings.Add(Finding.Refuse(Shown(name), "unknown_field", $"is no field of {type.Name}: {Nearest(name, known.Keys)}"));
            else
                AddProblem(findings, name, field.Type, property.Value, field.Required);
        }
        foreach (var missing in known.Values.Where(field => field.Required && !seen.Contains(field.Name)))
            findings.Add(Finding.Refuse(missing.Name, "missing_field", $"is missing. {missing.Help}"));
        if (findings.Count == 0) findings.Add(Finding.Refuse("", "malformed", $"cannot be read as {type.Name}"));
        return findings;
    }

    private static void AddProblem(List<Finding> findings, string name, Type fieldType, JsonElement value, bool required)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (required || fieldType == typeof(string) || fieldType is { IsValueType: true } && Nullable.GetUnderlyingType(fieldType) is null)
                findings.Add(Finding.Refuse(name, "null", "is null: leave it out or fill it in"));
            return;
        }
        try
        {
            value.Deserialize(fieldType, EventJson.Options);
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 1 } p ? p[1..].Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal) : "";
            if (path is ".personal") path = "";
            findings.Add(Finding.Refuse(name + path, "wrong_value", e.InnerException is null && IsOwn(e.Message) ? e.Message : Expected(fieldType, e)));
        }
    }

    // Messages of our own converters start with a verb; the serialiser's speak of .NET types.
    private static bool IsOwn(string message) =>
        message.StartsWith("is ", StringComparison.Ordinal) || message.StartsWith("has ", StringComparison.Ordinal)
        || message.StartsWith("holds ", StringComparison.Ordinal) || message.StartsWith("does ", StringComparison.Ordinal)
        || message.StartsWith("ends ", StringComparison.Ordinal);

    private static string Expected(Type fieldType, JsonException e)
    {
        var element = Nullable.GetUnderlyingType(fieldType) ?? fieldType;
        if (element.IsGenericType && element.GetGenericArguments() is [var item]) element = item;
        if (e.Path is null or "$" || element != fieldType)
        {
            if (element.IsEnum) return $"is none of the values it can have: choose one of {string.Join(", ", Enum.GetNames(element))}";
            if (element == typeof(Guid)) return "is no event id: give a UUID such as 0197f0a0-5c3e-7c52-9a4e-1f2d3c4b5a69";
            if (element == typeof(bool)) return "is neither true nor false";
            if (element == typeof(int)) return "is no whole number";
        }
        return element != fieldType && e.Path is null or "$" ? "is not a list: write [ … ]" : "has another shape than this field needs: see its schema in the API's document";
    }

    private static bool NameOf(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    private static string Shown(string name) => name.Length <= 80 ? name : name[..80];

    private static string Nearest(string name, IEnumerable<string> known)
    {
        var match = known.FirstOrDefault(field => string.Equals(field, name, StringComparison.OrdinalIgnoreCase));
        return match is null ? $"it can have {string.Join(", ", known)}" : $"did you mean {match}?";
    }
}
