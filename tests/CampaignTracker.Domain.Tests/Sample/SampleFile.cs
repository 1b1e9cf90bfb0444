using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Sample;

/// <summary>The sample that ships with the tracker, as one recorded batch.</summary>
public static class SampleFile
{
    public static byte[] Bytes { get; } = Resource("eu-kazakhstan.ndjson");

    public static IReadOnlyList<EventLine> Lines { get; } = EventBatchReader.ReadLines(Bytes).Lines;

    public static IReadOnlyList<RecordedEvent> Recorded { get; } = [.. Lines.Select((line, i) =>
        new RecordedEvent(line.Id!.Value, i + 1, i + 1, new DateTimeOffset(2026, 11, 23, 19, 55, 0, TimeSpan.Zero), "coordinator", i, line.Event))];

    /// <summary>The fact that a line carries over, from the last four digits of its id; 0 for none.</summary>
    public static int FactNumber(EventLine line) => int.Parse(line.Id!.Value.ToString()[^4..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What one batch, taken top-down, is told before each of its events.</summary>
    public static IEnumerable<(RecordedEvent Event, IReadOnlyList<ValidationIssue> Issues)> Check()
    {
        for (var i = 0; i < Recorded.Count; i++)
        {
            var known = Knowledge.At(Recorded.Take(i), upTo: null, Sensitivity.Restricted);
            var context = new RecordingContext(new DateOnly(2026, 11, 23), "coordinator", SignedIn: true, MayLowerSensitivity: true, [1]);
            yield return (Recorded[i], EventRules.Check(Recorded[i].Event, new RecordLookup(context, known.History, known.Fact, () => known.Histories)));
        }
    }

    public static byte[] Resource(string name)
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
