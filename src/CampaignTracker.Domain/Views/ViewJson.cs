using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Views;

/// <summary>
/// The JSON of views: as that of events (camelCase, enumerations as their names, dates as EDTF text, nothing empty), without the limits of
/// the door.
/// </summary>
public static class ViewJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>Sets serialiser options up for views.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new EventJson.EdtfDateConverter());
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new IssueConverter());
        options.Converters.Add(new AnswerConverter());
        return options;
    }

    // What an answer says; its kind stands beside it as the question.
    private sealed class AnswerConverter : JsonConverter<StatusAnswer>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(StatusAnswer).IsAssignableFrom(typeToConvert);

        public override StatusAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new AnswerAsTold(JsonSerializer.Deserialize<string[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, StatusAnswer value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var one in value.Says) writer.WriteStringValue(one);
            writer.WriteEndArray();
        }
    }

    // Programs branch on the code; the sentence is for whoever reads their logs.
    private sealed class IssueConverter : JsonConverter<ValidationIssue>
    {
        public override ValidationIssue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Issues are answered, and never read back.");

        public override void Write(Utf8JsonWriter writer, ValidationIssue value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("severity"u8, value.Severity.ToString());
            writer.WriteString("field"u8, value.Field);
            writer.WriteString("code"u8, value.Code);
            writer.WriteString("message"u8, EventTexts.In(Languages.OfTheApi).Issues.Of(value));
            writer.WriteEndObject();
        }
    }
}
