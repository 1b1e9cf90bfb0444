using Microsoft.Extensions.Caching.Memory;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// The report rows that this process wrote last of each campaign, so that drawing it again sends only those that differ. They are what is stored for as
/// long as the campaign's row was written by the same transaction.
/// </summary>
internal sealed class ProjectionCache : IDisposable
{
    private const long MaxRows = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxRows });

    /// <summary>The rows of a campaign as they are stored, in the order of <see cref="ReportTables.All"/>; null where that is not known.</summary>
    /// <param name="by">The transaction that wrote the campaign's row.</param>
    public IReadOnlyList<object>[]? Find(string campaign, string by) =>
        memory.TryGetValue(campaign, out Written? written) && written!.By == by ? written.Rows : null;

    /// <summary>Remembers what a transaction wrote, once it is committed.</summary>
    public void Keep(ProjectedCampaign drawn, string by) => memory.Set(drawn.Known.Campaign, new Written(by, drawn.Rows),
        new MemoryCacheEntryOptions { Size = drawn.Rows.Sum(rows => rows.Count) + 1, SlidingExpiration = Kept });

    public void Dispose() => memory.Dispose();

    private sealed record Written(string By, IReadOnlyList<object>[] Rows);
}
