using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Web.Imports;

/// <summary>A run of lines of one campaign, or the problems of its first unreadable lines.</summary>
/// <param name="Campaign">The campaign of all of them.</param>
/// <param name="Lines">The events.</param>
/// <param name="Numbers">Each event's line number, from 1.</param>
/// <param name="EndsAt">The place in the file after the last of them, in bytes.</param>
/// <param name="Problems">What cannot be read.</param>
internal sealed record LineChunk(
    string Campaign, IReadOnlyList<EventLine> Lines, IReadOnlyList<int> Numbers, long EndsAt, IReadOnlyList<string> Problems)
{
    /// <summary>What a refusal of the chunk says of its lines.</summary>
    public IReadOnlyList<string> Describe(RecordingOutcome.Refused refused)
    {
        var problems = new LineProblems();
        foreach (var (line, issue) in refused.Issues) problems.Add(Numbers[line ?? 0], issue);
        return problems.ToList();
    }
}

/// <summary>
/// Cuts a stream of lines into chunks: at most so many events and so many bytes, of one campaign, in the order of the file.
/// </summary>
internal static class LineChunks
{
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The chunks, each read and parsed while the one before is being recorded.</summary>
    public static async IAsyncEnumerable<LineChunk> ReadAheadAsync(Stream source, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var chunks = ReadAsync(source, most, ct).GetAsyncEnumerator(ct);
        Task<bool> MoveAsync() => Task.Run(async () => await chunks.MoveNextAsync(), ct);
        var next = MoveAsync();
        try
        {
            while (await next)
            {
                var chunk = chunks.Current;
                next = MoveAsync();
                yield return chunk;
            }
        }
        finally
        {
            // The reading must have ended before it can be disposed of; what it came to is nobody's concern any more.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public static async IAsyncEnumerable<LineChunk> ReadAsync(Stream source, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        List<EventLine> lines = [];
        List<int> numbers = [];
        var problems = new LineProblems();
        var (number, place, size, isFirst) = (0, 0L, 0L, true);
        LineChunk Cut() => new(lines.Count == 0 ? "" : lines[0].Event.Campaign, [.. lines], [.. numbers], place, problems.ToList());

        await foreach (var text in new ByteLines(source).WithCancellation(ct))
        {
            number++;
            var line = Read(text, number, isFirst, problems);
            if (problems.IsFull || (isFirst && problems.IsOfFile)) break;
            isFirst &= line is null && !problems.Any;
            if (line is not null && lines.Count > 0
                && (lines.Count == most || size + text.Length > MaxBytes || line.Event.Campaign != lines[0].Event.Campaign))
            {
                // What is good before the first problem is recorded first.
                if (!problems.Any) yield return Cut();
                lines.Clear();
                numbers.Clear();
                size = 0;
            }
            place += text.Length;
            if (line is null) continue;
            lines.Add(line);
            numbers.Add(number);
            size += text.Length;
        }
        if (lines.Count > 0 || problems.Any) yield return Cut();
    }

    /// <summary>The event of a line; null for a blank line, and for one that cannot be read.</summary>
    private static EventLine? Read(ByteLine text, int number, bool isFirst, LineProblems problems)
    {
        if (text.IsTooLong)
        {
            problems.Add(number, ValidationIssue.Refuse("", "line_too_long", ("most", ByteLines.MaxLength / 1024 / 1024)));
            return null;
        }
        var json = text.Bytes.Span.TrimEnd("\r\n"u8);
        if (json.Trim(" \t\r"u8).IsEmpty) return null;
        if (isFirst && OtherFile.Problem(json) is { } other)
        {
            problems.AddOfFile(other);
            return null;
        }
        try
        {
            return EventLine.Read(json);
        }
        catch (EventFormatException malformed)
        {
            foreach (var issue in malformed.Issues) problems.Add(number, issue);
            return null;
        }
    }
}
