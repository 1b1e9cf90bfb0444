using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Sample;

/// <summary>
/// The EU-Kazakhstan campaign of 2011 to 2025, as a newcomer finds it: the record, and what a check of it against its sources corrected
/// and added later. Each is a batch of its own and enters through the one door like anyone's data; a state of knowledge in between says
/// what was known before the check.
/// </summary>
public static class SampleCampaign
{
    /// <summary>Its short name.</summary>
    public const string Name = "eu-kazakhstan";

    private const string RecordFile = "Sample/eu-kazakhstan.ndjson";
    private const string CheckFile = "Sample/eu-kazakhstan.check.ndjson";
    private const string By = "sample";

    /// <summary>
    /// Loads the record and the check when nothing was ever recorded; the record alone where by the clock the check is still to come.
    /// </summary>
    /// <returns>How many events were recorded; 0 when the tracker was not empty.</returns>
    public static async Task<int> LoadIntoEmptyAsync(IServiceProvider services, CancellationToken ct)
    {
        var reader = services.GetRequiredService<CampaignReader>();
        if (!await reader.IsEmptyAsync(ct)) return 0;
        var loaded = Expect(await RecordAsync(services, RecordFile, By, ct));
        var events = loaded.Events.Count;
        if (await DayOfCheckAsync(ct) <= services.GetRequiredService<TimeProvider>().Today())
        {
            loaded = Expect(await RecordAsync(services, CheckFile, By, ct));
            events += loaded.Events.Count;
        }

        // A newcomer who follows the first link at once should find the campaign there.
        await reader.WaitAsync(loaded.Sequence, ct);
        return events;
    }

    /// <summary>Records the check into a sample that is here already; what is there is not recorded again.</summary>
    /// <param name="services">The tracker.</param>
    /// <param name="by">Who records.</param>
    /// <returns>What became of it; null where the sample is not here, or was removed.</returns>
    public static async Task<RecordingOutcome?> RecordCheckAsync(IServiceProvider services, string by, CancellationToken ct)
    {
        if (await services.GetRequiredService<SetAside>().IsSampleSetAsideAsync(ct)) return null;
        var outcome = await RecordAsync(services, CheckFile, by, ct);
        return outcome is RecordingOutcome.Refused { Reason: Refusal.UnknownCampaign } ? null : outcome;
    }

    /// <summary>The record as a file of lines.</summary>
    public static Task<byte[]> ReadAsync(CancellationToken ct) => ReadAsync(RecordFile, ct);

    /// <summary>The lines of the record.</summary>
    internal static IEnumerable<string> Lines() => Lines(RecordFile);

    /// <summary>The ids of all events of the sample.</summary>
    internal static IEnumerable<Guid> Ids() =>
        Lines(RecordFile).Concat(Lines(CheckFile)).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<Guid>());

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(SampleCampaign).Assembly.GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static async Task<DateOnly> DayOfCheckAsync(CancellationToken ct) =>
        EventBatchReader.ReadLines(await ReadAsync(CheckFile, ct)).Lines.Max(line => line.Event.Occurred.Earliest);

    private static async Task<RecordingOutcome> RecordAsync(IServiceProvider services, string file, string by, CancellationToken ct)
    {
        var lines = EventBatchReader.ReadLines(await ReadAsync(file, ct)).Lines;
        return await services.GetRequiredService<Recorder>()
            .RecordAsync(new RecordEvents(Name, lines, by, MayOpenCampaign: file == RecordFile), ct);
    }

    private static RecordingOutcome.Recorded Expect(RecordingOutcome outcome) => outcome switch
    {
        RecordingOutcome.Recorded recorded => recorded,
        RecordingOutcome.Refused refused => throw new InvalidOperationException(
            $"The sample is refused: {string.Join("; ", refused.Issues.Select(found => $"line {found.Line + 1}: "
            + $"{found.ValidationIssue.Field} {found.ValidationIssue.Code}"))}."),
        var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
    };

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        await using var resource = typeof(SampleCampaign).Assembly.GetManifestResourceStream(file)!;
        using var memory = new MemoryStream();
        await resource.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
