using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// What an exchanged event says beside its fields: which type it is, its id, its place; read in one pass that copies the fields alone.
/// </summary>
internal sealed class EventHead
{
    private readonly IssueCollection issues = [];
    private string? typeName;
    private string? campaign;
    private bool hasType;
    private bool hasId;
    private bool hasCampaign;
    private bool hasRecorded;
    private bool hasSeenVersion;

    public EventType? Type { get; private set; }

    public Guid? Id { get; private set; }

    public bool HasSubject { get; private set; }

    public RecordedMark? Recorded { get; private set; }

    public long? SeenVersion { get; private set; }

    /// <summary>Reads the head of a well-formed JSON object and copies the rest of it.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="fields">Where the object goes without type, id and recorded; at least two bytes longer than
    /// <paramref name="json"/>.</param>
    /// <param name="length">The length of what was copied.</param>
    /// <exception cref="EventFormatException">It is no object.</exception>
    public static EventHead Read(ReadOnlySpan<byte> json, Span<byte> fields, out int length)
    {
        var head = new EventHead();
        var reader = JsonText.Reader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new EventFormatException([ValidationIssue.Refuse("", "no_object", ("json", JsonText.Kind(reader.TokenType)))]);

        fields[0] = (byte)'{';
        length = 1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            // A name that is no text cannot be compared; it is reported with the rest that cannot be stored.
            var taken = (reader.ValueIsEscaped && !JsonText.TryGet(ref reader, out _)) || head.Take(ref reader, json);
            reader.Skip();
            if (taken) continue;
            if (length > 1) fields[length++] = (byte)',';
            var member = json[start..(int)reader.BytesConsumed];
            member.CopyTo(fields[length..]);
            length += member.Length;
        }
        fields[length++] = (byte)'}';
        return head;
    }

    /// <summary>The issues on the head, and on text anywhere in the event that cannot be stored.</summary>
    public IssueCollection Check(ReadOnlySpan<byte> json, string? addressed)
    {
        issues.AddRange(JsonText.Unstorable(json));
        if (!hasType)
            issues.Add(ValidationIssue.Refuse("type", "missing_type"));
        else if (typeName is not null && (Type = EventCatalogue.Find(typeName)) is null)
        {
            var near = Nearest.To(typeName, EventCatalogue.All.Select(type => type.Name));
            issues.Add(ValidationIssue.Refuse("type", "unknown_type", ("near", near)));
        }

        if (addressed is null && !hasCampaign)
            issues.Add(ValidationIssue.Refuse("campaign", "missing_campaign"));
        else if (addressed is not null && campaign is not null && campaign != addressed)
            issues.Add(ValidationIssue.Refuse("campaign", "other_campaign", ("campaign", addressed)));

        if (!HasSubject && Type is not null && !Type.On.Contains(SubjectKind.Campaign))
            issues.Add(ValidationIssue.Refuse("subject", "missing_subject"));
        return issues;
    }

    private bool Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.ValueTextEquals("type"u8))
        {
            if (Again("type", ref hasType, ref reader)) return true;
            typeName = Text(ref reader);
            if (typeName is null) issues.Add(ValidationIssue.Refuse("type", "wrong_value:type"));
            return true;
        }
        if (reader.ValueTextEquals("id"u8))
        {
            if (Again("id", ref hasId, ref reader)) return true;
            if (Guid.TryParseExact(Text(ref reader), "D", out var id) && id != Guid.Empty) Id = id;
            else issues.Add(ValidationIssue.Refuse("id", "bad_id"));
            return true;
        }
        if (reader.ValueTextEquals("recorded"u8))
        {
            if (Again("recorded", ref hasRecorded, ref reader)) return true;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Recorded = RecordedMark.Read(json[start..(int)reader.BytesConsumed], issues);
            return true;
        }
        if (reader.ValueTextEquals("seenVersion"u8))
        {
            if (Again("seenVersion", ref hasSeenVersion, ref reader)) return true;
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var version) && version >= 0) SeenVersion = version;
            else issues.Add(ValidationIssue.Refuse("seenVersion", "wrong_value:version"));
            return true;
        }
        if (reader.ValueTextEquals("subject"u8)) HasSubject = true;
        else if (reader.ValueTextEquals("campaign"u8))
        {
            hasCampaign = true;
            reader.Read();
            campaign = Text(ref reader);
        }
        return false;
    }

    private bool Again(string name, ref bool seen, ref Utf8JsonReader reader)
    {
        reader.Read();
        if (seen) issues.Add(ValidationIssue.Refuse(name, "duplicate_field"));
        return seen || !(seen = true);
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonText.TryGet(ref reader, out var text) ? text : null;
}
