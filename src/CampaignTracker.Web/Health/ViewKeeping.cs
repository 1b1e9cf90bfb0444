using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Health;

/// <summary>What became of a request.</summary>
/// <param name="Done">True when the view runs now.</param>
/// <param name="Message">What happened, and what to do next.</param>
public sealed record KeepingOutcome(bool Done, string Message);

/// <summary>Resumes and rebuilds views on behalf of an administrator.</summary>
public sealed class ViewKeeping(ViewHealth health, ViewRequests requests, ViewProjector drawing, Waits waits)
{
    /// <summary>Lets a view go on where it stopped.</summary>
    public async Task<KeepingOutcome> ResumeAsync(string view, CancellationToken ct)
    {
        await requests.AskAsync(view, ViewRequest.Resume, ct);
        return await IsTakenUpAsync(view, ct)
            ? await OutcomeAsync(view, ct)
            : new(false, "no server took it up. If none runs, start one: it goes on with its views by itself.");
    }

    /// <summary>
    /// Draws a view anew, campaign by campaign, beside the server that keeps it: nothing is emptied, and no reader is left without an
    /// answer.
    /// </summary>
    public async Task<KeepingOutcome> RebuildAsync(string view, CancellationToken ct)
    {
        try
        {
            var campaigns = await drawing.DrawAllAsync(ct);
            var standing = await health.ReadAsync(view, ct);
            return new(true,
                $"the views of {campaigns} campaigns are drawn anew.{(standing.State == ViewState.Stopped ? $" It stands still. {standing.Why}" : "")}");
        }
        catch (UnprojectableCampaignException failure)
        {
            return new(false, failure.InnerException is UnreadableEventException unreadable
                ? $"{unreadable.Message} Mend it first. Other campaigns may be drawn anew; nothing is lost."
                : $"{failure.Message} Nothing is lost. Report it: a defect of the program.");
        }
    }

    /// <summary>True when a server took the request up and finished with it; otherwise the request is withdrawn.</summary>
    private async Task<bool> IsTakenUpAsync(string view, CancellationToken ct)
    {
        var asked = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (there, taken) = await requests.LookAsync(view, ct);
            if (!there) return true;
            if (!taken && TimeProvider.System.GetElapsedTime(asked) > waits.Keeper)
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
            if (standing.IsReady()
                && standing.Reached >= standing.Settled) return new(true, $"runs, and shows everything up to sequence {standing.Reached}.");
            await Task.Delay(100, ct);
        }
        while (standing.State != ViewState.Stopped && TimeProvider.System.GetElapsedTime(taken) < waits.Resumed);
        return standing.State == ViewState.Stopped
            ? new(false, $"stopped again. {standing.Why}")
            : new(true, $"is under way: it shows everything up to sequence {standing.Reached} of {standing.Settled}.");
    }
}
