using System.Globalization;
using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What a tracker says of its own recording of an event when it exports it.</summary>
/// <param name="At">When it was recorded, to the microsecond.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Position">Its place in its batch, from 0: it keeps the order within a day.</param>
public sealed record RecordedMark(DateTimeOffset At, string By, int Position)
{
    internal static RecordedMark? Read(ReadOnlySpan<byte> json, List<ValidationIssue> issues)
    {
        try
        {
            var mark = JsonSerializer.Deserialize<RecordedMark>(json, EventJson.Options);
            if (mark is { Position: >= 0 }) return mark;
            issues.Add(mark is null
                ? ValidationIssue.Refuse("recorded", "null")
                : ValidationIssue.Refuse("recorded.position", "wrong_value:position"));
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 1 } inner ? inner[1..] : "";
            issues.Add(ValidationIssue.Refuse("recorded" + path, "wrong_value:recorded"));
        }
        return null;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("recorded"u8);
        writer.WriteString("at"u8, At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("by"u8, By);
        writer.WriteNumber("position"u8, Position);
        writer.WriteEndObject();
    }
}
