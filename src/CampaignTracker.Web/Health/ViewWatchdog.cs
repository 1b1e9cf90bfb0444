using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Health;

/// <summary>
/// Looks after the views that this node keeps: says once in the log when one stops, lets it go on after a failure that may pass, with
/// growing pauses, does what an administrator asks, and lets the reports follow. A view that a bad event stopped waits for an
/// administrator: nothing is skipped.
/// </summary>
internal sealed class ViewWatchdog(
    KeptViews kept, ViewHealth health, ViewRequests requests, ReportingSchema reporting, TimeProvider clock, ILogger<ViewWatchdog> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string,
        Watch> watches = ViewHealth.Names.ToDictionary(view => view, _ => new Watch(), StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (view, watch) in watches)
            {
                try
                {
                    await LookAsync(view, watch, stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database may be away: the next beat looks again. The failure's text may quote what it failed on.
                    log.LogDebug("View {View} cannot be looked after just now: {Failure}", view, failure.GetType().Name);
                }
            }
        }
    }

    private async Task LookAsync(string view, Watch watch, CancellationToken ct)
    {
        if (await kept.FindAsync(view) is not { } agent) return;
        if (await requests.TakeAsync(view, ct) is { } request)
        {
            log.LogInformation("View {View}: {Request} as asked", view, request);
            try
            {
                await requests.ForgetStopAsync(view, ct);
                await agent.StartAsync(ct);
            }
            finally
            {
                watch.Forget();
                await requests.RemoveAsync(view, ct);
            }
            return;
        }
        if (agent.Status != JasperFx.AgentStatus.Paused)
        {
            if (watch.RanFor(clock) > watch.Pause) watch.Forget();
            if (await reporting.ShouldFollowAsync(ct) && (await health.ReadAsync(view, ct)).IsReady())
            {
                await reporting.ShowAsync(ct);
                log.LogInformation("Reports show version {Version} of the views from now on", ViewVersion.Current);
            }
            return;
        }

        var standing = await health.ReadAsync(view, ct);
        // What stopped before its first event has no row that could say so.
        if (standing.State is not (ViewState.Stopped or ViewState.NotBuilt)) return;
        if (!watch.Told)
        {
            log.LogError("View {View} stopped after sequence {Reached}, at event {Sequence}: {Reason}. /health/ready says what to do",
                view, standing.Reached, standing.StoppedBy?.Sequence, standing.StoppedBy?.Reason ?? "a statement failed");
            watch.Told = true;
        }
        if (standing.State == ViewState.Stopped && !standing.MayPass() || !watch.IsTime(clock)) return;
        watch.Started(clock);
        await requests.ForgetStopAsync(view, ct);
        await agent.StartAsync(ct);
    }

    /// <summary>What the watchdog remembers of one view.</summary>
    private sealed class Watch
    {
        private long stoppedAt;
        private long startedAt;

        /// <summary>How long to wait before the next attempt.</summary>
        public TimeSpan Pause { get; private set; } = FirstPause;

        /// <summary>Whether the log has the present stop.</summary>
        public bool Told { get; set; }

        public TimeSpan RanFor(TimeProvider clock) => startedAt == 0 ? TimeSpan.MaxValue : clock.GetElapsedTime(startedAt);

        /// <summary>True when the pause since the stop was first seen is over.</summary>
        public bool IsTime(TimeProvider clock)
        {
            if (stoppedAt == 0) stoppedAt = clock.GetTimestamp();
            return clock.GetElapsedTime(stoppedAt) >= Pause;
        }

        public void Started(TimeProvider clock)
        {
            (stoppedAt, startedAt, Told) = (0, clock.GetTimestamp(), false);
            Pause = Pause * 2 < LongestPause ? Pause * 2 : LongestPause;
        }

        public void Forget() => (stoppedAt, startedAt, Told, Pause) = (0, 0, false, FirstPause);
    }
}
