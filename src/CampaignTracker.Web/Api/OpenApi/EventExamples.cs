using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Sample;

namespace CampaignTracker.Web.Api.OpenApi;

/// <summary>
/// An event of each type as one would send it: taken from the sample where it has one, else put together from the fields.
/// </summary>
internal static class EventExamples
{
    private const string EventId = "019ab000-7000-7000-8000-000300000001";

    /// <summary>The examples by the type's stored name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> ByType { get; } = Create();

    private static Dictionary<string, JsonObject> Create()
    {
        var sample = SampleCampaign.Lines()
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .GroupBy(line => line["type"]!.GetValue<string>(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return EventCatalogue.All.ToDictionary(
            type => type.Name, type => sample.TryGetValue(type.Name, out var line) ? AsSent(line) : Compose(type), StringComparer.Ordinal);
    }

    // The server gives ids, and the address names the campaign; a campaign's opening names its own.
    private static JsonObject AsSent(JsonObject line)
    {
        line.Remove("id");
        if (line["type"]!.GetValue<string>() != "campaign_opened") line.Remove("campaign");
        return line;
    }

    private static JsonObject Compose(EventType type)
    {
        var example = new JsonObject { ["type"] = type.Name };
        if (!type.On.Contains(SubjectKind.Campaign)) example["subject"] = SubjectName(type.On is [var kind, ..] ? kind : SubjectKind.Case);
        example["occurred"] = "2014-11-07";
        example["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR", ["url"] = "https://example.org/report" });
        foreach (var field in type.Fields.Where(field => field.Required)) example[field.Name] = Value(field, field.Type);
        return example;
    }

    private static JsonNode Value(EventField field, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return Enum.GetNames(type)[0];
        if (type == typeof(EdtfDate)) return "2014-11";
        if (type == typeof(Guid)) return EventId;
        if (type == typeof(bool)) return true;
        if (type == typeof(int) || type == typeof(long)) return 1;
        if (type == typeof(DateOnly)) return "2014-11-07";
        if (type == typeof(DateTimeOffset)) return "2014-11-07T12:00:00Z";
        if (type == typeof(string)
            && field.SubjectName is { } subject) return SubjectName(subject.Kinds is [var kind, ..] ? kind : SubjectKind.Demand);
        if (type == typeof(string) && field.IsDirectoryName) return "European Parliament";
        if (type == typeof(string) || type == typeof(PersonalText)) return EventTexts.In(Languages.OfTheApi).Find(field.HelpKey)
            ?? field.Name;
        if (type == typeof(Domain.Amendments.Claim)) return new JsonObject { ["value"] = "held", ["by"] = "the family" };
        if (type == typeof(Domain.Agreements.Ground)) return new JsonObject { ["words"] = "The technical talks are not finished." };
        if (type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && type.GetGenericArguments() is [var element])
            return element == typeof(Domain.Amendments.Claim)
                ? new JsonArray(Value(field, element), new JsonObject { ["value"] = "free", ["by"] = "the prosecutor" })
                : new JsonArray(Value(field, element));
        if (field.Name == "changes") return new JsonObject { ["occurred"] = "2014-11-08" };
        return Record(field, type);
    }

    private static JsonObject Record(EventField field, Type type) => new(type.GetConstructors()
        .Single(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type).GetParameters()
        .Where(parameter => !parameter.HasDefaultValue)
        .Select(parameter => KeyValuePair.Create(
            EventJson.FieldName(parameter.Name!),
            (JsonNode?)(parameter.ParameterType == typeof(string)
                ? EventJson.FieldName(parameter.Name!)
                : Value(field, parameter.ParameterType)))));

    private static string SubjectName(SubjectKind kind) => $"{kind.ToString().ToLowerInvariant()}-1";
}
