using System.Security.Cryptography;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Web.Imports;

/// <summary>What became of an import.</summary>
/// <param name="Recorded">Events that are new.</param>
/// <param name="Repeated">Events that were there already.</param>
/// <param name="Problems">Each names its line and field; the chunk that holds them was not recorded, nor what follows it.</param>
public sealed record ImportResult(long Recorded, long Repeated, IReadOnlyList<string> Problems);

/// <summary>Records a stream of lines through the one door, in atomic chunks of one campaign. An event without an id gets one from its content, so that a second run finds it there.</summary>
public sealed class LineImport(Recorder recorder)
{
    /// <summary>The most events in one chunk.</summary>
    public const int ChunkSize = 1_000;

    /// <summary>Imports.</summary>
    /// <param name="source">The lines, in UTF-8.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="progress">Told how many bytes are recorded.</param>
    public async Task<ImportResult> RunAsync(Stream source, string by, Action<long> progress, CancellationToken ct)
    {
        long recorded = 0, repeated = 0;
        await foreach (var chunk in LineChunks.ReadAheadAsync(source, ChunkSize, ct))
        {
            if (chunk.Problems.Count > 0) return new ImportResult(recorded, repeated, chunk.Problems);
            var command = new RecordEvents(chunk.Campaign, [.. chunk.Lines.Select(WithId)], by, MayOpenCampaign: true);
            switch (await recorder.RecordAsync(command, ct))
            {
                case RecordingOutcome.Recorded done:
                    recorded += done.Fresh;
                    repeated += done.Events.Count - done.Fresh;
                    break;
                case RecordingOutcome.Refused refused:
                    return new ImportResult(recorded, repeated, [.. refused.Findings.Select(found => chunk.Describe(found))]);
            }
            progress(chunk.EndsAt);
        }
        return new ImportResult(recorded, repeated, []);
    }

    private static EventLine WithId(EventLine line)
    {
        if (line.Id is not null) return line;
        var hash = SHA256.HashData(line.ToUtf8Line()).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return line with { Id = new Guid(hash, bigEndian: true) };
    }
}
