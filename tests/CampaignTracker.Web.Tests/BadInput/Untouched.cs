using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Everything that a tracker holds, so that one can see that nothing was added.</summary>
internal static class Untouched
{
    private static readonly string[] Tables = ["tracker.mt_events", "tracker.mt_streams", "tracker.idempotency", "tracker.identifiers"];

    /// <summary>The number of rows of each table, and the views of a campaign to the byte.</summary>
    public static async Task<string> StateAsync(this RunningTracker tracker, string campaign)
    {
        List<string> state = [];
        foreach (var table in Tables) state.Add($"{table}: {await tracker.Query<long>($"select count(*) from {table}")}");
        foreach (var address in ViewCatalogue.Stored.Select(view => view == ViewCatalogue.Summary ? "" : $"/{view.Name}").Append("/timeline"))
            state.Add((await tracker.Get($"/api/campaigns/{campaign}{address}")).ShouldBe(System.Net.HttpStatusCode.OK).Text);
        return string.Join('\n', state);
    }

    /// <summary>No line of the app's log holds the word, nor of the database server's.</summary>
    public static async Task ShouldKeepOutOfLogs(this RunningTracker tracker, TestTrackers trackers, string word)
    {
        tracker.Log.Lines.FirstOrDefault(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeNull();
        (await trackers.ServerLogAsync()).Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }
}
