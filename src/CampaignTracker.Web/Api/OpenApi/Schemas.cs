using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>Writes JSON schemas for .NET types, each record and enumeration once, as a component of its own.</summary>
/// <param name="components">Takes the components.</param>
/// <param name="comments">What the code says of its types and properties.</param>
/// <param name="strict">True for what is sent to us: limits of length, and nothing unknown.</param>
internal sealed class Schemas(JsonObject components, CodeComments comments, bool strict)
{
    private readonly NullabilityInfoContext nullability = new();
    private Dictionary<string, Type> types = new(StringComparer.Ordinal);

    /// <summary>The same components, for what we answer.</summary>
    public Schemas ForAnswers() => new(components, comments, strict: false) { types = types };

    /// <summary>A reference to a component.</summary>
    public static JsonObject Ref(string component) => new() { ["$ref"] = $"#/components/schemas/{component}" };

    /// <summary>The schema of a type.</summary>
    public JsonObject Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return strict
            ? new() { ["type"] = "string", ["maxLength"] = EventJson.MaxTextLength }
            : new() { ["type"] = "string" };
        if (type == typeof(bool)) return new() { ["type"] = "boolean" };
        if (type == typeof(int)) return new() { ["type"] = "integer", ["format"] = "int32" };
        if (type == typeof(long)) return new() { ["type"] = "integer", ["format"] = "int64" };
        if (type == typeof(Guid)) return new() { ["type"] = "string", ["format"] = "uuid" };
        if (type == typeof(DateOnly)) return new() { ["type"] = "string", ["format"] = "date" };
        if (type == typeof(DateTimeOffset)) return new() { ["type"] = "string", ["format"] = "date-time" };
        if (type == typeof(JsonElement)) return [];
        if (type == typeof(EdtfDate)) return Component("FuzzyDate", type, FuzzyDateSchema);
        if (type == typeof(TimeOfDay)) return Component(nameof(TimeOfDay), type, TimeOfDaySchema);
        if (type == typeof(PersonalText)) return Component("PersonalText", type, PersonalTextSchema);
        if (type == typeof(StatusAnswer)) return Of(typeof(IReadOnlyList<string>));
        if (type == typeof(ValidationIssue)) return Component("ValidationIssue", type, IssueSchema);
        if (type.IsEnum) return Component(NameOf(type), type, () => Enumeration(type));
        if (ValueOfMap(type) is { } value) return new() { ["type"] = "object", ["additionalProperties"] = Of(value) };
        if (ElementOf(type) is { } element) return new() { ["type"] = "array", ["items"] = Of(element) };
        return Component(NameOf(type), type, () => Record(type));
    }

    /// <summary>The properties of a record as a schema.</summary>
    public JsonObject Record(Type type)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var (schema, optional) = (Of(property.PropertyType), IsOptional(property));
            if (comments.Of(property) is { } said) schema["description"] = said;
            properties[name] = schema;
            if (!optional) required.Add(name);
        }
        var record = new JsonObject { ["type"] = "object" };
        if (comments.Of(type) is { } description) record["description"] = description;
        record["properties"] = properties;
        if (required.Count > 0) record["required"] = required;
        if (strict) record["additionalProperties"] = false;
        return record;
    }

    private JsonObject Component(string name, Type type, Func<JsonObject> schema)
    {
        if (types.TryAdd(name, type))
        {
            // A place first: a record may hold itself.
            components[name] = new JsonObject();
            components[name] = schema();
        }
        else if (types[name] != type) throw new InvalidOperationException(
            $"{type} and {types[name]} both are {name} in the API's document: rename one.");
        return Ref(name);
    }

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}"
        : type.IsNested ? $"{type.DeclaringType!.Name}{type.Name}"
        : type.Name;

    private JsonObject Enumeration(Type type)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (comments.Of(type) is { } said) schema["description"] = said;
        schema["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject FuzzyDateSchema() => new()
    {
        ["type"] = "string",
        ["format"] = "edtf",
        ["description"] =
        "A date as the source gives it: an EDTF (ISO 8601-2:2019) value of level 0 or 1. A day 2013-04-18, a month 2014-11, a year 2015, "
            + "a decade 201X, a season 2014-21; ~ after it for about, ? for unsure, % for both; an interval 2013-10-09/2013-10-10; "
                + "2015-07/.. for what lasts.",
        ["pattern"] = Pattern,
        ["examples"] = new JsonArray("2013-04-18", "2014-11~", "2015?", "2013-10-09/2013-10-10", "2015-07/.."),
    };

    private const string Point = @"\d{2}(\d{2}|\dX|XX)(-(\d{2}|XX)(-(\d{2}|XX))?)?[~?%]?";

    private const string Pattern = $@"^({Point}|{Point}/({Point}|\.\.)?|(\.\.)?/{Point})$";

    private static JsonObject TimeOfDaySchema() => new()
    {
        ["type"] = "string",
        ["description"] = "A time of day as the source gives it, to the minute, with the place's offset from UTC where that is known.",
        ["pattern"] = @"^([01]\d|2[0-3]):[0-5]\d([+-](0\d|1[0-4]):[0-5]\d)?$",
        ["examples"] = new JsonArray("14:30", "14:30+05:00"),
    };

    private static JsonObject PersonalTextSchema() => new()
    {
        ["description"] = "Text that may say something of a person. Written as a string or as {\"personal\": \"…\"}; stored and exported "
            + "in the second form.",
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["maxLength"] = PersonalText.MaxLength },
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["personal"] = new JsonObject { ["type"] = "string",
                ["maxLength"] = PersonalText.MaxLength } },
                ["required"] = new JsonArray("personal"),
                ["additionalProperties"] = false,
            }),
    };

    private JsonObject IssueSchema()
    {
        JsonObject Described(Type property, string said)
        {
            var schema = Of(property);
            schema["description"] = said;
            return schema;
        }
        return new()
        {
            ["type"] = "object",
            ["description"] =
            "What a check says about a field: a refusal (nothing is stored) or a warning (stored with the event, and shown).",
            ["properties"] = new JsonObject
            {
                ["severity"] = Described(typeof(Severity), "Whether the event is refused."),
                ["field"] = Described(typeof(string), "The field as the request names it, such as occurred or sources[0].url."),
                ["code"] = Described(typeof(string), "A stable short name of the rule, such as no_source."),
                ["message"] = Described(typeof(string), "Plain words: what is wrong and what to do."),
            },
            ["required"] = new JsonArray("severity", "field", "code", "message"),
        };
    }

    // What is sent may leave out what has a default; what is answered leaves out what is null.
    private bool IsOptional(PropertyInfo property) => strict
        ? property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
        .Any(p => p.Name == property.Name && p.HasDefaultValue)
        : Nullable.GetUnderlyingType(property.PropertyType) is not null
        || nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static Type? ValueOfMap(Type type) =>
        Interface(type, typeof(IReadOnlyDictionary<,>)) is { } map ? map.GetGenericArguments()[1] : null;

    private static Type? ElementOf(Type type) => Interface(type, typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Type? Interface(Type type, Type generic) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);
}
