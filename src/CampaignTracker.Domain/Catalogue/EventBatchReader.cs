using System.Text.Json;
using System.Text.Unicode;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What a request or a file holds: every event, or what stands in the way.</summary>
/// <param name="Lines">The events in order; empty when there is a issue.</param>
/// <param name="Issues">Each names its event and field: <c>events[3].occurred</c>, <c>line 17: occurred</c>.</param>
public sealed record EventBatch(IReadOnlyList<EventLine> Lines, IReadOnlyList<ValidationIssue> Issues);

/// <summary>Reads whole requests and files of the exchange format. Bad input gives issues, never an exception.</summary>
public static class EventBatchReader
{
    /// <summary>The most events in one JSON list; a file of lines has no such limit.</summary>
    public const int MaxEvents = 1_000;

    /// <summary>Reads a JSON body: one event, or a list of 1 to <see cref="MaxEvents"/>.</summary>
    /// <param name="body">The body in UTF-8.</param>
    /// <param name="campaign">The campaign that the address names; null where each event must name it.</param>
    public static EventBatch ReadJson(ReadOnlySpan<byte> body, string? campaign = null)
    {
        body = WithoutMark(body);
        if (!Utf8.IsValid(body)) return Refused(JsonText.NotUtf8);
        if (body.Trim(" \t\r\n"u8).IsEmpty) return Refused(ValidationIssue.Refuse("", "empty:body"));
        if (JsonText.Problem(body) is { } malformed) return Refused(malformed);

        var reader = JsonText.Reader(body);
        reader.Read();
        var batch = new Batch(campaign);
        if (reader.TokenType == JsonTokenType.StartObject) batch.Add(body, field => field);
        else if (reader.TokenType != JsonTokenType.StartArray)
            return Refused(ValidationIssue.Refuse("", "no_event:other", ("json", JsonText.Kind(reader.TokenType))));
        else
        {
            var count = 0;
            for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var prefix = $"events[{count}]";
                if (count < MaxEvents && !batch.IsFull)
                    batch.Add(body[start..(int)reader.BytesConsumed], field => field.Length == 0 ? prefix : $"{prefix}.{field}");
            }
            if (count == 0) return Refused(ValidationIssue.Refuse("events", "no_event:list"));
            if (count > MaxEvents)
                return Refused(ValidationIssue.Refuse("events", "too_many", ("count", count), ("most", MaxEvents)));
        }
        return batch.Result();
    }

    /// <summary>Reads newline-delimited JSON: an event a line, blank lines skipped.</summary>
    /// <param name="body">The text in UTF-8.</param>
    /// <param name="campaign">The campaign that the address names; null where each event must name it.</param>
    public static EventBatch ReadLines(ReadOnlySpan<byte> body, string? campaign = null)
    {
        body = WithoutMark(body);
        if (!Utf8.IsValid(body)) return Refused(JsonText.NotUtf8);

        var batch = new Batch(campaign);
        var number = 0;
        foreach (var range in body.Split((byte)'\n'))
        {
            if (batch.IsFull) break;
            number++;
            var line = body[range].TrimEnd((byte)'\r');
            if (line.Trim(" \t\r"u8).IsEmpty) continue;
            var prefix = $"line {number}";
            batch.Add(line, field => field.Length == 0 ? prefix : $"{prefix}: {field}");
        }
        return batch.IsEmpty ? Refused(ValidationIssue.Refuse("", "no_event")) : batch.Result();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static EventBatch Refused(ValidationIssue issue) => new([], [issue]);

    private sealed class Batch(string? campaign)
    {
        private readonly List<EventLine> lines = [];
        private readonly IssueCollection issues = [];

        public bool IsFull => issues.IsFull;

        public bool IsEmpty => lines.Count == 0 && issues.Count == 0;

        public void Add(ReadOnlySpan<byte> json, Func<string, string> place)
        {
            try
            {
                lines.Add(EventLine.Read(json, campaign));
            }
            catch (EventFormatException e)
            {
                issues.AddRange(e.Issues.Select(issue => issue with { Field = place(issue.Field) }));
            }
        }

        public EventBatch Result() => issues.Count == 0 ? new(lines, []) : new([], issues.ToList());
    }
}
