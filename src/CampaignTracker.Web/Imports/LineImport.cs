using System.Security.Cryptography;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Web.Imports;

/// <summary>What became of an import.</summary>
/// <param name="Recorded">Events that are new.</param>
/// <param name="Repeated">Events that were there already.</param>
/// <param name="Problems">Each names its line and field, the first hundred of them, and the last says how many more there are; the chunk
/// that holds them was not recorded, nor what follows it.</param>
public sealed record ImportResult(long Recorded, long Repeated, IReadOnlyList<string> Problems);

/// <summary>
/// Records a stream of lines through the one door, in atomic chunks of one campaign. An event without an id gets one from its content, so
/// that a second run finds it there.
/// </summary>
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
        var (file, lines) = (Guid.CreateVersion7(), 0);
        long recorded = 0, repeated = 0;
        IReadOnlyList<string> problems = [];
        (LineChunk Chunk, BatchDecision? Decision, Task<RecordingOutcome> Outcome)? onItsWay = null;

        // Each chunk is read while the one before is decided on, and decided on while that is being stored.
        await foreach (var chunk in LineChunks.ReadAheadAsync(source, ChunkSize, ct))
        {
            var command = new RecordEvents(chunk.Campaign, [.. chunk.Lines.Select(WithId)], by, MayOpenCampaign: true, File: file,
                FirstLine: lines);
            lines += chunk.Lines.Count;
            var foreseen = chunk.Problems.Count == 0 && onItsWay?.Decision is { } before
                ? await recorder.ForeseeAsync(command, before, ct)
                : null;
            await ArriveAsync();
            if (problems.Count == 0) problems = chunk.Problems;
            if (problems.Count > 0) break;
            var (decision, outcome) = await recorder.BeginAsync(command, foreseen, ct);
            onItsWay = (chunk, decision, outcome);
        }
        await ArriveAsync();
        return new ImportResult(recorded, repeated, problems);

        async Task ArriveAsync()
        {
            if (onItsWay is not var (chunk, _, outcome)) return;
            onItsWay = null;
            switch (await outcome)
            {
                case RecordingOutcome.Recorded done:
                    recorded += done.Fresh;
                    repeated += done.Events.Count - done.Fresh;
                    progress(chunk.EndsAt);
                    break;
                case RecordingOutcome.Refused refused:
                    problems = chunk.Describe(refused);
                    break;
            }
        }
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
