using CampaignTracker.Domain.Record;
using Microsoft.Extensions.Caching.Memory;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// What this process remembers of campaigns: one memory with one limit and one expiry. What is kept says what it is of, from which
/// viewpoint and by which rule set, and carries the stamp under which it is right; under another stamp it is not found
/// (docs/decisions/0029-one-campaign-cache.md).
/// </summary>
public sealed class CampaignCache : IDisposable
{
    // As stored; as objects it takes up to three times as much.
    private const long MaxBytes = 96 * 1024 * 1024;
    private const int Overhead = 300;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>What is remembered; null where nothing is, or nothing under this stamp.</summary>
    public T? Find<T>(CacheKey key, string stamp) where T : class =>
        memory.TryGetValue((typeof(T), key), out Entry? entry) && entry!.Stamp == stamp ? (T)entry.Value : null;

    /// <summary>Remembers.</summary>
    /// <param name="bytes">About what it takes.</param>
    /// <returns>The same value.</returns>
    public T Keep<T>(CacheKey key, string stamp, T value, long bytes) where T : class
    {
        memory.Set((typeof(T), key), new Entry(stamp, value),
            new MemoryCacheEntryOptions { Size = bytes + Overhead, SlidingExpiration = Kept });
        return value;
    }

    /// <summary>Forgets everything: behind a connection that broke, another server may answer next.</summary>
    public void Clear() => memory.Clear();

    public void Dispose() => memory.Dispose();

    private sealed record Entry(string Stamp, object Value);
}

/// <summary>What something remembered is of; its type is part of the key as well.</summary>
/// <param name="Campaign">The campaign's short name.</param>
/// <param name="Part">The subject or view; null for the whole campaign.</param>
/// <param name="Viewpoint">The whole viewpoint; null where it depends on none.</param>
/// <param name="RuleSet">The version of the rule set; null where none was asked.</param>
public sealed record CacheKey(string Campaign, string? Part, Viewpoint? Viewpoint, int? RuleSet)
{
    /// <summary>The stamp of what is compared with the log each time that it is used.</summary>
    public const string CheckedWhenUsed = "";

    /// <summary>Something of the log itself, which looks the same from everywhere.</summary>
    public static CacheKey OfLog(string campaign, string? subject = null) => new(campaign, subject, Viewpoint: null, RuleSet: null);
}
