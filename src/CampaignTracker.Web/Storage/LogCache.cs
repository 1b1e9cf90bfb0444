using CampaignTracker.Domain.Record;
using Microsoft.Extensions.Caching.Memory;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// The events of the campaigns that were read lately, up to where the log was settled. What is settled never changes, so that who reads a campaign
/// again asks only for what came after the last event that is remembered, and sees by that event whether it is still the same log
/// (docs/decisions/0021-what-is-settled-is-read-once.md).
/// </summary>
public sealed class LogCache : IDisposable
{
    // As stored; as objects they take about three times as much.
    private const long MaxBytes = 16 * 1024 * 1024;
    private const int Overhead = 300;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>What is remembered of a campaign; null when that is nothing.</summary>
    internal RememberedLog? Find(string campaign) => memory.TryGetValue(campaign, out RememberedLog? known) ? known : null;

    /// <summary>Remembers the settled events of a campaign.</summary>
    internal void Keep(string campaign, RememberedLog log) =>
        memory.Set(campaign, log, new MemoryCacheEntryOptions { Size = log.Bytes + log.Events.Count * Overhead + Overhead, SlidingExpiration = Kept });

    public void Dispose() => memory.Dispose();
}

/// <summary>The settled events of a campaign.</summary>
/// <param name="Events">In the order of the log; never empty, never changed.</param>
/// <param name="Bytes">What they take as stored.</param>
internal sealed record RememberedLog(IReadOnlyList<RecordedEvent> Events, long Bytes)
{
    public RecordedEvent Last => Events[^1];
}
