using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Sample;

/// <summary>The sample that ships with the tracker: the record as one batch, and a check of it against its sources as a second one.</summary>
public static class SampleFile
{
    public static byte[] Bytes { get; } = Resource("eu-kazakhstan.ndjson");

    public static byte[] CheckBytes { get; } = Resource("eu-kazakhstan.check.ndjson");

    public static IReadOnlyList<EventLine> Lines { get; } = EventBatchReader.ReadLines(Bytes).Lines;

    public static IReadOnlyList<EventLine> CheckLines { get; } = EventBatchReader.ReadLines(CheckBytes).Lines;

    /// <summary>The record alone.</summary>
    public static IReadOnlyList<RecordedEvent> Recorded { get; } = [.. Batch(Lines, new DateTimeOffset(2026, 11, 23, 19, 55, 0, TimeSpan.Zero), after: 0)];

    /// <summary>The record, and after it the check.</summary>
    public static IReadOnlyList<RecordedEvent> Checked { get; } =
        [.. Recorded, .. Batch(CheckLines, new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.Zero), after: Recorded.Count)];

    /// <summary>The fact that a line carries over, from the last four digits of its id; 0 for none.</summary>
    public static int FactNumber(EventLine line) => FactNumber(line.Id!.Value);

    /// <summary>The fact that an event carries over.</summary>
    public static int FactNumber(Guid id) => int.Parse(id.ToString()[^4..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>That an event cites what its fact does; one citation may stand for several documents, and a place may be named in it.</summary>
    public static void ShouldCite(CampaignEvent e, JsonElement citations, string because = "")
    {
        var cited = citations.EnumerateArray().Select(citation => citation.GetString()!).ToList();
        e.Sources.Select(source => cited.Contains($"{source.Citation}, {source.Locator}") ? $"{source.Citation}, {source.Locator}" : source.Citation!)
            .Distinct().ShouldBe(cited, because);
    }

    /// <summary>What batches, taken top-down, are told before each of their events.</summary>
    public static IEnumerable<(RecordedEvent Event, IReadOnlyList<ValidationIssue> Issues)> Check(IReadOnlyList<RecordedEvent> log)
    {
        for (var i = 0; i < log.Count; i++)
        {
            var known = Knowledge.At(log.Take(i), upTo: null, Sensitivity.Restricted);
            var context = new RecordingContext(DateOnly.FromDateTime(log[i].RecordedAt.UtcDateTime), "coordinator", SignedIn: true, MayLowerSensitivity: true, [1]);
            yield return (log[i], EventRules.Check(log[i].Event, new RecordLookup(context, known.History, known.Fact, () => known.Histories)));
        }
    }

    private static IEnumerable<RecordedEvent> Batch(IReadOnlyList<EventLine> lines, DateTimeOffset at, int after) =>
        lines.Select((line, i) => new RecordedEvent(line.Id!.Value, after + i + 1, after + i + 1, at, "coordinator", i, line.Event));

    public static byte[] Resource(string name)
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
