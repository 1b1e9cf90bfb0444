using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>
/// The schemas of the events: what every event has, one schema for each type of the catalogue, and their union told apart by <c>type</c>.
/// </summary>
internal static class EventSchemas
{
    private const string Base = "EventFields";

    private static readonly EventTexts English = EventTexts.In(Languages.OfTheApi);

    /// <summary>The union of all events.</summary>
    public const string Any = "Event";

    /// <summary>The component of an event type: <c>ReleaseAchieved</c>.</summary>
    public static string NameOf(EventType type) => type.ClrType.Name;

    /// <summary>Adds the schemas.</summary>
    public static void AddTo(JsonObject components, Schemas schemas, CodeComments comments)
    {
        components[Base] = Common(schemas);
        foreach (var type in EventCatalogue.All) components[NameOf(type)] = Of(type, schemas, comments);
        components[Any] = new JsonObject
        {
            ["description"] = "An event: a report of a fact, told apart by its type.",
            ["type"] = "object",
            ["oneOf"] = new JsonArray([.. EventCatalogue.All.Select(type => Schemas.Ref(NameOf(type)))]),
            ["discriminator"] = new JsonObject
            {
                ["propertyName"] = "type",
                ["mapping"] = new JsonObject(EventCatalogue.All.Select(type =>
                    KeyValuePair.Create(type.Name, (JsonNode?)$"#/components/schemas/{NameOf(type)}"))),
            },
        };
    }

    private static JsonObject Common(Schemas schemas)
    {
        var properties = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["description"] = "Which event it is." },
            ["id"] = new JsonObject
            {
                ["type"] = "string", ["format"] = "uuid",
                ["description"] =
                "Leave it out, or give a UUID (version 7) of your own: the same id with the same content is recorded once.",
            },
            ["campaign"] = ShortNameSchema("Short name of the campaign. Leave it out where the address names it."),
            ["seenVersion"] = new JsonObject
            {
                ["type"] = "integer", ["format"] = "int64", ["minimum"] = 0,
                ["description"] = "The version of the subject that you had seen: refused with 409 if something was recorded on it since. "
                + "Leave it out where it does not matter.",
            },
            ["recorded"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "What an exporting tracker says of its own recording. Shown, and never used as the recorded time here; "
                + "people leave it out.",
                ["properties"] = new JsonObject
                {
                    ["at"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
                    ["by"] = new JsonObject { ["type"] = "string" },
                    ["batch"] = new JsonObject { ["type"] = "string" },
                    ["line"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
                },
            },
        };
        foreach (var field in EventCatalogue.All[0].Common) properties[field.Name] = Field(field, schemas);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "What every event has.",
            ["properties"] = properties,
            ["required"] = new JsonArray("type", "occurred"),
        };
    }

    private static JsonObject Of(EventType type, Schemas schemas, CodeComments comments)
    {
        var onCampaign = type.On.Contains(SubjectKind.Campaign);
        var properties = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["const"] = type.Name },
            ["subject"] = ShortNameSchema(
            onCampaign ? "The campaign's own short name; may be left out." : "Short name of the subject, such as case-7."),
        };
        var required = new JsonArray("type");
        if (!onCampaign) required.Add("subject");
        foreach (var field in type.Fields)
        {
            properties[field.Name] = Field(field, schemas);
            if (field.Required) required.Add(field.Name);
        }
        return new JsonObject
        {
            ["title"] = English.Name(type),
            ["description"] = $"{comments.Of(type.ClrType)} {Where(type)}".Trim(),
            ["allOf"] = new JsonArray(
                Schemas.Ref(Base),
                new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required }),
            ["unevaluatedProperties"] = false,
            ["examples"] = new JsonArray(EventExamples.ByType[type.Name].DeepClone()),
        };
    }

    /// <summary>On what an event is recorded, in words.</summary>
    public static string Where(EventType type) =>
        type.Opens is { } opened ? $"Opens {With(opened)}."
        : type.On.Length == 0 ? "Recorded on any subject."
        : $"Recorded on {string.Join(" or ", type.On.Select(With))}.";

    private static JsonObject Field(EventField field, Schemas schemas)
    {
        var schema = schemas.Of(field.Type);
        schema["description"] = English.Find(field.HelpKey);
        return schema;
    }

    private static JsonObject ShortNameSchema(string description) => new()
    {
        ["type"] = "string", ["pattern"] = "^[a-z]([a-z0-9-]*[a-z0-9])?$", ["maxLength"] = ShortName.MaxLength,
            ["description"] = description,
    };

    private static string With(SubjectKind kind) => kind switch
    {
        SubjectKind.Dialogue => "a dialogue series",
        SubjectKind.Agreement => "an agreement",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}
