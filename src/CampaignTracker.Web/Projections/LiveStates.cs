using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// Campaigns at (open, now) as pages draw them: from memory for as long as nobody has written their views anew, so that a page that many read is
/// neither read, folded nor judged again for each of them. Never older than the stored views when the request came in.
/// </summary>
public sealed class LiveStates(CampaignReader reader, CampaignStamps stamps) : IDisposable
{
    private const long MaxEvents = 100_000;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxEvents });

    /// <summary>A campaign as it is now; null when nothing of it is known.</summary>
    public async Task<(CampaignLog Log, CampaignState State)?> FindAsync(string campaign, CancellationToken ct)
    {
        var stamp = await stamps.StampAsync(campaign, ct);
        if (stamp is not null && memory.TryGetValue(campaign, out Kept? kept) && kept!.Stamp == stamp) return (kept.Log, kept.State);
        if (await reader.ReplayAsync(campaign, null, KnownAt.Now, ct) is not var (log, state)) return null;
        // What is read may be ahead of the views: it is kept only under the stamp that it belongs to.
        if (stamp is not null && stamp.StartsWith($"{log.Sequence}-", StringComparison.Ordinal))
            memory.Set(campaign, new Kept(stamp, log, state), new MemoryCacheEntryOptions { Size = log.Events.Count });
        return (log, state);
    }

    public void Dispose() => memory.Dispose();

    private sealed record Kept(string Stamp, CampaignLog Log, CampaignState State);
}
