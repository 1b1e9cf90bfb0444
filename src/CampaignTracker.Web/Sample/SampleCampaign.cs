using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Web.Sample;

/// <summary>
/// The EU-Kazakhstan campaign of 2011 to 2025, as a newcomer finds it; it enters through the one door like anyone's data.
/// </summary>
public static class SampleCampaign
{
    /// <summary>Its short name.</summary>
    public const string Name = "eu-kazakhstan";

    /// <summary>Loads the sample when nothing was ever recorded.</summary>
    /// <returns>How many events were recorded; 0 when the tracker was not empty.</returns>
    public static async Task<int> LoadIntoEmptyAsync(IServiceProvider services, CancellationToken ct)
    {
        var recorder = services.GetRequiredService<Recorder>();
        if (!await services.GetRequiredService<CampaignReader>().IsEmptyAsync(ct)) return 0;
        var batch = EventBatchReader.ReadLines(await ReadAsync(ct));
        var command = new RecordEvents(batch.Lines[0].Event.Campaign, batch.Lines, "sample", MayOpenCampaign: true);
        var outcome = await recorder.RecordAsync(command, ct);

        // A newcomer who follows the first link at once should find the campaign there.
        if (outcome is RecordingOutcome.Recorded { Sequence: var last }) await services.GetRequiredService<CampaignReader>()
            .WaitAsync(last, ct);
        return outcome switch
        {
            RecordingOutcome.Recorded recorded => recorded.Events.Count,
            RecordingOutcome.Refused refused => throw new InvalidOperationException(
                $"The sample is refused: {string.Join("; ", refused.Issues.Select(found => $"line {found.Line + 1}: "
                + $"{found.ValidationIssue.Field} {found.ValidationIssue.Code}"))}."),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }

    /// <summary>The sample as a file of lines.</summary>
    public static async Task<byte[]> ReadAsync(CancellationToken ct)
    {
        await using var resource = typeof(SampleCampaign).Assembly.GetManifestResourceStream("Sample/eu-kazakhstan.ndjson")!;
        using var memory = new MemoryStream();
        await resource.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    /// <summary>The sample's lines.</summary>
    internal static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(SampleCampaign).Assembly.GetManifestResourceStream("Sample/eu-kazakhstan.ndjson")!);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
