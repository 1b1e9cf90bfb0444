namespace CampaignTracker.Web.Storage;

/// <summary>What day it is, for whoever asks: the one place that says so.</summary>
public static class WorldClock
{
    // On Kiritimati a day begins first.
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>
    /// Today: the latest day that has begun anywhere on Earth (UTC+14). Nothing that has happened is later, whoever records it
    /// (docs/decisions/0030-live-means-today.md).
    /// </summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime((clock.GetUtcNow() + FirstZone).UtcDateTime);
}
