using System.Diagnostics;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Benchmarks;

/// <summary>From an event's acknowledgement to a view over HTTP that shows it, in a campaign of 500 events.</summary>
internal static class Visible
{
    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "visible");
        await tracker.Plain.FillAsync(campaigns: 3, eventsEach: 500, firstNumber: 1);
        await using var node = await RunningHost.TrackerAsync(tracker.ConnectionString);
        var recorder = node.Get<Recorder>();
        List<double> times = [];
        for (var i = 0; i < (quick ? 40 : 120); i++)
        {
            var line = new EventLine(null, Facts.Visit("campaign-1", $"person-{i % 20}", 2_000 + i));
            if (await recorder.RecordAsync(new RecordEvents("campaign-1", [line], "benchmark"), CancellationToken.None) is not RecordingOutcome.Recorded recorded)
                throw new InvalidOperationException("An event was refused.");
            var acknowledged = Stopwatch.GetTimestamp();
            using var answer = await node.Http.GetAsync($"/api/campaigns/campaign-1/cases?after={recorded.Sequence}");
            answer.EnsureSuccessStatusCode();
            if (i >= 10) times.Add(Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);
            await Task.Delay(20);
        }
        return
        [
            new("from recorded to visible in a campaign of 500 events, 90 % within", "-", Turns.Quantile(times, 0.9), 50, "ms",
                $"median {Turns.Quantile(times, 0.5):0} ms, 99 % within {Turns.Quantile(times, 0.99):0} ms"),
        ];
    }
}
