using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Benchmarks;

/// <summary>Recording into a log of 1,000,000 events, and into a campaign of 100,000, against recording into a log of 1,000.</summary>
internal static class GrownLog
{
    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var log = await Tracker.CreateAsync(cluster, "large_log");
        await log.Plain.FillAsync(campaigns: quick ? 100 : 500, eventsEach: 2_000, firstNumber: 1_000);
        await using var campaign = await Tracker.CreateAsync(cluster, "large_campaign");
        var count = await log.Plain.AskAsync<long>("select count(*) from tracker.mt_events");
        List<Result> results = [];
        foreach (var remembered in new[] { true, false })
        {
            // Subjects of its own for each comparison: on both sides they begin as short, and grow alike.
            var number = remembered ? 1 : 2;
            var inLog = await SubjectPool.OpenAsync(log, number, 100, eventsEach: 10);
            var inCampaign = await SubjectPool.OpenAsync(campaign, number, quick ? 2_000 : 10_000, eventsEach: 10);
            var suffix = remembered ? "" : ", on subjects that this process has not met lately";
            results.Add((await CompareAsync(cluster, quick, remembered, log, inLog))
                .Result($"recording with {count:N0} events in the log{suffix}", "with 1,000", 0.9, Each(quick), "events"));
            results.Add((await CompareAsync(cluster, quick, remembered, campaign, inCampaign))
                .Result($"recording with {(quick ? 20_000 : 100_000):N0} events in the same campaign{suffix}", "with 1,000", 0.9, Each(quick), "events"));
        }
        return results;
    }

    private static int Each(bool quick) => quick ? 50 : 150;

    private static async Task<Turns> CompareAsync(PostgresCluster cluster, bool quick, bool remembered, Tracker grown, SubjectPool inGrown)
    {
        await using var small = await Tracker.CreateAsync(cluster, "small_log");
        var inSmall = await SubjectPool.OpenAsync(small, 1, 100, eventsEach: 10);
        return await Turns.TakeAsync(quick ? 7 : 21,
            () => RecordAsync(small, inSmall, Each(quick), remembered), () => RecordAsync(grown, inGrown, Each(quick), remembered), warmUps: 3);
    }

    private static async Task RecordAsync(Tracker tracker, SubjectPool subjects, int count, bool remembered)
    {
        // The same fifty subjects in each, so that their streams stay equally long.
        var (recorder, memory) = (tracker.Get<Recorder>(), tracker.Get<CampaignCache>());
        for (var i = 0; i < count; i++)
        {
            if (!remembered) memory.Clear();
            await subjects.RecordAsync(recorder, subjects.Next(0, 1, plain: false, i % 50).Line);
        }
    }
}
