using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What a tracker says of its own recording of an event when it exports it.</summary>
/// <param name="At">When it was recorded, to the microsecond.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Line">Its place in its batch or file, from 0: with the batch it keeps the order within a day.</param>
/// <param name="Batch">What tells its batch or file apart; null in older exports.</param>
public sealed record RecordedMark(DateTimeOffset At, string By, int Line, string? Batch = null)
{
    private const int LongestBatch = 100;

    internal static RecordedMark? Read(ReadOnlySpan<byte> json, IssueCollection issues)
    {
        try
        {
            var mark = JsonSerializer.Deserialize<Written>(json, EventJson.Options);
            if (mark is { At: { } at, By: { } by } && (mark.Line ?? mark.Position) is >= 0 and var line
                && mark.Batch is not { Length: > LongestBatch })
                return new RecordedMark(at, by, line, mark.Batch);
            issues.Add(mark is null ? ValidationIssue.Refuse("recorded", "null")
                : mark.At is null || mark.By is null ? ValidationIssue.Refuse("recorded", "wrong_value:recorded")
                : mark.Batch is { Length: > LongestBatch }
                    ? ValidationIssue.Refuse("recorded.batch", "wrong_value:too_long", ("length", mark.Batch.Length),
                        ("most", LongestBatch))
                : ValidationIssue.Refuse(mark.Position is null ? "recorded.line" : "recorded.position", "wrong_value:position"));
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
        if (Batch is not null) writer.WriteString("batch"u8, Batch);
        writer.WriteNumber("line"u8, Line);
        writer.WriteEndObject();
    }

    /// <summary>As it is written; older exports call the line its position.</summary>
    [method: JsonConstructor]
    private sealed record Written(
        DateTimeOffset? At = null, string? By = null, int? Line = null, string? Batch = null, int? Position = null);
}
