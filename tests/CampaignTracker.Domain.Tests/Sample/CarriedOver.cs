using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Sample;

/// <summary>
/// Campaigns of the public record beside the sample, carried over from neutral facts: a restrictive measure, two preferences, and an agreement
/// whose condition an arrest fulfils. Each is one recorded batch. The last four digits of an id are the number of the fact.
/// </summary>
internal sealed record CarriedOver(string Name, string Agreement)
{
    public static CarriedOver Belarus { get; } = new("eu-belarus", "restrictive-measures");

    public static CarriedOver China { get; } = new("us-china", "mfn");

    public static CarriedOver Pakistan { get; } = new("eu-pakistan", "gsp-plus");

    public static CarriedOver Serbia { get; } = new("eu-serbia", "saa");

    public static IReadOnlyList<CarriedOver> All { get; } = [Belarus, China, Pakistan, Serbia];

    public byte[] Bytes => SampleFile.Resource($"{Name}.ndjson");

    public IReadOnlyList<EventLine> Lines => EventBatchReader.ReadLines(Bytes).Lines;

    public IReadOnlyList<RecordedEvent> Log => [.. Lines.Select((line, i) =>
        new RecordedEvent(line.Id!.Value, i + 1, i + 1, new DateTimeOffset(2026, 11, 23, 19, 55, 0, TimeSpan.Zero), "coordinator", i, line.Event))];

    /// <summary>What one batch, taken top-down, is told of each of its events.</summary>
    public IEnumerable<(CampaignEvent Event, ValidationIssue Issue)> Issues()
    {
        var log = Log;
        for (var i = 0; i < log.Count; i++)
        {
            var known = Knowledge.At(log.Take(i), upTo: null, Sensitivity.Restricted);
            var context = new RecordingContext(new DateOnly(2026, 11, 23), "reviewer", SignedIn: true, MayLowerSensitivity: true, [1]);
            foreach (var issue in EventRules.Check(log[i].Event, new RecordLookup(context, known.History, known.Fact, () => known.Histories))) yield return (log[i].Event, issue);
        }
    }
}
