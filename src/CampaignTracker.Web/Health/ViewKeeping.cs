using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Health;

/// <summary>What became of a request.</summary>
/// <param name="Done">True when the view runs now.</param>
/// <param name="Message">What happened, and what to do next.</param>
public sealed record KeepingOutcome(bool Done, string Message);

/// <summary>Resumes and rebuilds views on behalf of an administrator: the server that keeps them is asked, and watched until it is done.</summary>
public sealed class ViewKeeping(ViewHealth health, ViewRequests requests, EventLog log)
{
    // A server's watchdog looks each second; a node that has just died hands over within ten.
    private static readonly TimeSpan MostWaitingForServer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostWaitingForView = TimeSpan.FromSeconds(10);

    /// <summary>Lets a view go on where it stopped.</summary>
    public async Task<KeepingOutcome> ResumeAsync(string view, CancellationToken ct)
    {
        await requests.AskAsync(view, ViewRequest.Resume, ct);
        return await IsTakenUpAsync(view, ct)
            ? await OutcomeAsync(view, ct)
            : new(false, "no server took it up. If none runs, start one: it goes on with its views by itself.");
    }

    /// <summary>Draws a view anew. An event that cannot be read is found before anything is emptied.</summary>
    public async Task<KeepingOutcome> RebuildAsync(string view, CancellationToken ct)
    {
        try
        {
            await foreach (var _ in log.ExportAsync(campaign: null, ct)) { }
        }
        catch (UnreadableEventException unreadable)
        {
            return new(false, $"nothing was touched. {unreadable.Message} Mend it first.");
        }
        await requests.AskAsync(view, ViewRequest.Rebuild, ct);
        return await IsTakenUpAsync(view, ct)
            ? await OutcomeAsync(view, ct)
            : new(false, "no server took it up, and nothing was touched. If none runs, start one and ask again.");
    }

    /// <summary>True when a server took the request up and finished with it; otherwise the request is withdrawn.</summary>
    private async Task<bool> IsTakenUpAsync(string view, CancellationToken ct)
    {
        var asked = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (there, taken) = await requests.LookAsync(view, ct);
            if (!there) return true;
            if (!taken && TimeProvider.System.GetElapsedTime(asked) > MostWaitingForServer)
            {
                await requests.RemoveAsync(view, ct);
                return false;
            }
            await Task.Delay(100, ct);
        }
    }

    private async Task<KeepingOutcome> OutcomeAsync(string view, CancellationToken ct)
    {
        var taken = TimeProvider.System.GetTimestamp();
        ViewStanding standing;
        do
        {
            standing = await health.ReadAsync(view, ct);
            if (standing.IsReady() && standing.Reached >= standing.Settled) return new(true, $"runs, and shows everything up to sequence {standing.Reached}.");
            await Task.Delay(100, ct);
        }
        while (standing.State != ViewState.Stopped && TimeProvider.System.GetElapsedTime(taken) < MostWaitingForView);
        return standing.State == ViewState.Stopped
            ? new(false, $"stopped again. {standing.Why}")
            : new(true, $"is under way: it shows everything up to sequence {standing.Reached} of {standing.Settled}.");
    }
}
