using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;
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
    public string Describe(LineIssue found) => Describe(Numbers[found.Line ?? 0], found.ValidationIssue);

    public static string Describe(int number, ValidationIssue issue) =>
        $"line {number}: {$"{issue.Field} {IssueMessages.Of(issue, Languages.OfTheApi)}".TrimStart()}";
}

/// <summary>Cuts a stream of lines into chunks: at most so many events, of one campaign, in the order of the file.</summary>
internal static class LineChunks
{
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
        List<string> problems = [];
        var (number, place) = (0, 0L);
        LineChunk Cut() => new(lines.Count == 0 ? "" : lines[0].Event.Campaign, [.. lines], [.. numbers], place, [.. problems]);

        await foreach (var bytes in new ByteLines(source).WithCancellation(ct))
        {
            number++;
            if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                place += bytes.Length;
                continue;
            }
            EventLine? line = null;
            try
            {
                line = EventLine.Read(bytes.Span.TrimEnd("\r\n"u8));
            }
            catch (EventFormatException malformed)
            {
                problems.AddRange(malformed.Issues.Select(issue => LineChunk.Describe(number, issue)));
            }
            if (line is not null && lines.Count > 0 && (lines.Count == most || line.Event.Campaign != lines[0].Event.Campaign))
            {
                // What is good before the first problem is recorded first.
                if (problems.Count == 0) yield return Cut();
                lines.Clear();
                numbers.Clear();
            }
            place += bytes.Length;
            if (line is null) continue;
            lines.Add(line);
            numbers.Add(number);
        }
        if (lines.Count > 0 || problems.Count > 0) yield return Cut();
    }
}
