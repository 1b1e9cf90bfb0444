using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Health;

/// <summary>
/// Draws the views for the day that has begun, where this node keeps them: after its start, at the turn of the day, and again each minute
/// for those that somebody drew for another day or that could not be drawn. Until then readers are answered by replay, and reports show the
/// day before. A clock that is looked at each second cannot sleep through the turn.
/// </summary>
internal sealed class DayTurn(KeptViews kept, ViewProjector drawing, TimeProvider clock, ILogger<DayTurn> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private DateOnly? drawnFor, toldOn;
    private long lookedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (IsTime() && await kept.FindAsync(CampaignViews.Name) is not null) await DrawAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away: the next beat looks again. The failure's text may quote what it failed on.
                log.LogDebug("The views cannot be drawn for the day just now: {Failure}", failure.GetType().Name);
            }
        }
    }

    private bool IsTime() => drawnFor != clock.Today() || clock.GetElapsedTime(lookedAt) >= Again;

    private async Task DrawAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var failed = await drawing.DrawForTodayAsync(ct);
        (drawnFor, lookedAt) = (today, clock.GetTimestamp());
        if (failed.Count == 0 || toldOn == today) return;
        // Once a day, and nothing of what the events hold.
        toldOn = today;
        foreach (var failure in failed)
            log.LogError("The views of a campaign cannot be drawn for the day, at event {Sequence}: {Failure}",
                (failure.InnerException as UnreadableEventException)?.Sequence, failure.InnerException?.GetType().Name);
    }
}
