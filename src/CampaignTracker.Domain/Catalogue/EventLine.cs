using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// One event of the exchange format, a flat JSON object:
/// <c>{"type":"release_achieved","id":"…","campaign":"eu-kazakhstan","subject":"case-1",…}</c>. What is exported and imported into an empty
/// tracker is exported again as the same bytes.
/// </summary>
/// <param name="Id">UUID of the event; null where the sender leaves it to the server.</param>
/// <param name="Event">The fact.</param>
/// <param name="Recorded">What the exporting tracker says of its recording: shown, and never used for K; null in what people write.</param>
/// <param name="SeenVersion">The version of the subject that the sender had seen: the event is refused if something was recorded since;
/// null where it does not matter.</param>
public sealed record EventLine(Guid? Id, CampaignEvent Event, RecordedMark? Recorded = null, long? SeenVersion = null)
{
    /// <summary>The deepest nesting of brackets that is read.</summary>
    public const int MaxDepth = 16;

    /// <summary>The most entries of a list, and the most fields of an object.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>The most values of an event: texts, numbers, lists and objects, nested ones too.</summary>
    public const int MaxValues = 50_000;

    /// <summary>Reads one event.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <param name="campaign">The campaign that the address names: the event may leave it out, or must name the same; null where the event
    /// must name it.</param>
    /// <exception cref="EventFormatException">It cannot be read: a issue for every field at fault.</exception>
    public static EventLine Read(ReadOnlySpan<byte> json, string? campaign = null)
    {
        if (!Utf8.IsValid(json)) throw new EventFormatException([JsonText.NotUtf8]);
        if (JsonText.Problem(json) is { } malformed) throw new EventFormatException([malformed]);
        if (JsonText.TooMuch(json) is { } large) throw new EventFormatException([large]);

        var buffer = ArrayPool<byte>.Shared.Rent(json.Length + 2);
        try
        {
            var head = EventHead.Read(json, buffer, out var length);
            var issues = head.Check(json, campaign);
            var e = head.Type is null ? null : Fields(head.Type, buffer.AsSpan(0, length), issues);
            if (e is null || issues.Count > 0) throw new EventFormatException(issues.ToList());

            var name = campaign ?? e.Campaign;
            e = e with { Campaign = name, Subject = head.HasSubject ? e.Subject : name };
            return new EventLine(head.Id, e, head.Recorded, head.SeenVersion);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Writes the event: type, id, campaign, subject, the fields of every event, those of its type, recorded; what says nothing is left
    /// out.
    /// </summary>
    /// <param name="writer">A writer with <see cref="JsonText.WriterOptions"/>.</param>
    public void Write(Utf8JsonWriter writer)
    {
        var type = EventCatalogue.Of(Event);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type.Name);
        if (Id is { } id) writer.WriteString("id"u8, id);
        writer.WriteString("campaign"u8, Event.Campaign);
        writer.WriteString("subject"u8, Event.Subject);
        foreach (var field in type.Common) Write(writer, field);
        foreach (var field in type.Fields) Write(writer, field);
        Recorded?.Write(writer);
        writer.WriteEndObject();
    }

    /// <summary>The event as a line of a file, its line feed included.</summary>
    public byte[] ToUtf8Line()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions)) Write(writer);
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private void Write(Utf8JsonWriter writer, EventField field)
    {
        var value = field.Value(Event);
        if (field.SaysNothing(value)) return;
        writer.WritePropertyName(field.Name);
        JsonSerializer.Serialize(writer, value, field.Type, EventJson.Options);
    }

    private static CampaignEvent? Fields(EventType type, ReadOnlySpan<byte> fields, IssueCollection issues)
    {
        try
        {
            return EventReader.Read(type, fields);
        }
        catch (EventFormatException e)
        {
            // What cannot be stored was found before, under its full name.
            var before = issues.ToList();
            issues.AddRange(e.Issues.Where(issue => before.All(known => !known.Field.StartsWith(issue.Field, StringComparison.Ordinal))));
            return null;
        }
    }
}
