using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// The JSON of events, as it is stored, sent and exported: camelCase, enumerations as their names, dates as EDTF text, personal text as
/// <c>{"personal": "…"}</c> (a plain string is read too), nothing unknown, nothing twice, nothing empty written.
/// </summary>
public static class EventJson
{
    /// <summary>The longest plain text that is kept, in UTF-16 code units.</summary>
    public const int MaxTextLength = 2_000;

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>Sets serialiser options up for events; the storage uses the same.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 16;
        options.Converters.Add(new EdtfDateConverter());
        options.Converters.Add(new TimeOfDayConverter());
        options.Converters.Add(new PersonalTextConverter());
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new EnumConverterFactory());
        return options;
    }

    /// <summary>The JSON name of a property.</summary>
    public static string FieldName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>The event as JSON, without its type and id: the stored form.</summary>
    public static byte[] Write(CampaignEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), Options);

    /// <summary>An event with some fields replaced; a null empties a field.</summary>
    /// <exception cref="EventFormatException">A field is unknown or of another type.</exception>
    public static CampaignEvent Apply(CampaignEvent e, IReadOnlyDictionary<string, JsonElement> changes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartObject();
            foreach (var field in JsonSerializer.SerializeToElement(e, e.GetType(), Options).EnumerateObject())
            {
                if (!changes.ContainsKey(field.Name)) field.WriteTo(json);
            }
            foreach (var (name, value) in changes.Where(change => change.Value.ValueKind != JsonValueKind.Null))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value.GetRawText());
            }
            json.WriteEndObject();
        }
        return EventReader.Read(EventCatalogue.Of(e), buffer.WrittenSpan);
    }

    /// <summary>An event with a field as another event of its type has it.</summary>
    internal static CampaignEvent WithFieldOf(CampaignEvent e, CampaignEvent other, string field)
    {
        var value = JsonSerializer.SerializeToElement(other, other.GetType(), Options).GetProperty(field);
        return Apply(e, new Dictionary<string, JsonElement> { [field] = value }) with { Campaign = e.Campaign, Subject = e.Subject };
    }

    /// <summary>
    /// What makes two recordings of one fact the same: the fields of its own, without sources, note, confidence, and its place within a
    /// day.
    /// </summary>
    public static string Content(CampaignEvent e) => JsonSerializer.Serialize(
        e with
    {
        Sources = [], Note = null, Confidence = default, Sensitivity = default, Learned = null, At = null, Follows = null,
    }, e.GetType(), Options);

    /// <summary>The event, also where it is a correction, without some of those that it came after.</summary>
    internal static CampaignEvent NotFollowing(CampaignEvent e, IReadOnlySet<Guid> others)
    {
        var left = e.Follows?.Where(id => !others.Contains(id)).ToList();
        e = e with { Follows = left is { Count: > 0 } ? left : null };
        return e is not EventCorrected correction ? e : correction with
        {
            Changes = correction.Changes.ToDictionary(change => change.Key, change => NotFollowing(change.Key, change.Value, others)),
        };
    }

    private static JsonElement NotFollowing(string field, JsonElement value, IReadOnlySet<Guid> others) =>
        field == "follows" && value.ValueKind == JsonValueKind.Array
            ? JsonSerializer.SerializeToElement(value.EnumerateArray().Where(id => !id.TryGetGuid(out var one) || !others.Contains(one)))
            : field == "changes" && value.ValueKind == JsonValueKind.Object
            ? JsonSerializer.SerializeToElement(value.EnumerateObject()
                .ToDictionary(change => change.Name, change => NotFollowing(change.Name, change.Value, others)))
            : value;

    internal sealed class EdtfDateConverter : JsonConverter<EdtfDate>
    {
        public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw Wrong("wrong_value:no_date");
            var text = Text(ref reader, MaxTextLength);
            return EdtfDate.TryParse(text, out var date, out _)
                ? date
                : throw new EventValueException(ValidationIssue.Refuse("", WrittenDate.ProblemOf(text)));
        }

        public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }

    private sealed class TimeOfDayConverter : JsonConverter<TimeOfDay>
    {
        public override TimeOfDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TimeOfDay.TryParse(Text(ref reader, MaxTextLength), out var time)
                ? time.Value
                : throw Wrong("wrong_value:time");

        public override void Write(Utf8JsonWriter writer, TimeOfDay value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }

    private sealed class PersonalTextConverter : JsonConverter<PersonalText>
    {
        public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new PersonalText(Text(ref reader, PersonalText.MaxLength));
            if (reader.TokenType != JsonTokenType.StartObject || !reader.Read()
                || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("personal"u8) || !reader.Read()
                || reader.TokenType != JsonTokenType.String) throw Wrong("wrong_value:personal");
            var value = Text(ref reader, PersonalText.MaxLength);
            return reader.Read() && reader.TokenType == JsonTokenType.EndObject
                ? new PersonalText(value)
                : throw Wrong("wrong_value:personal");
        }

        public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("personal"u8, value.Value);
            writer.WriteEndObject();
        }
    }

    private sealed class EnumConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(typeToConvert))!;
    }

    // The serialiser's own reads "Parole, Pardon" as a third value.
    private sealed class EnumConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.Ordinal);
        private static readonly Dictionary<T, JsonEncodedText> Names =
            Values.ToDictionary(pair => pair.Value, pair => JsonEncodedText.Encode(pair.Key));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(Text(ref reader, MaxTextLength), out var value)
                ? value
                : throw Wrong("wrong_value:enumeration", ("values", Values.Keys));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);
    }

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Text(ref reader, MaxTextLength) : throw Wrong("wrong_value:no_text");

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Text(ref reader, MaxTextLength);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private static string Text(ref Utf8JsonReader reader, int maxLength)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("wrong_value:half_character");
        }
        if (text.Length > maxLength) throw Wrong("wrong_value:too_long", ("length", text.Length), ("most", maxLength));
        if (text.Contains('\0', StringComparison.Ordinal)) throw Wrong("wrong_value:null_character");
        return text;
    }

    private static EventValueException Wrong(string text, params ReadOnlySpan<(string, object?)> arguments) =>
        new(ValidationIssue.Refuse("", text, arguments));
}

/// <summary>A value that one of our converters cannot read, and why.</summary>
internal sealed class EventValueException(ValidationIssue issue) : JsonException(issue.Code)
{
    public ValidationIssue Issue { get; } = issue;
}
