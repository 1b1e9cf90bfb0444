using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Benchmarks;

/// <summary>Recording into a log of 1,000,000 events, and into a campaign of 100,000, against recording into a log of 1,000.</summary>
internal static class GrownLog
{
    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var small = await Tracker.CreateAsync(cluster, "small_log");
        await using var large = await Tracker.CreateAsync(cluster, "large_log");
        await large.Plain.FillAsync(campaigns: quick ? 100 : 500, eventsEach: 2_000, firstNumber: 1_000);
        await using var campaign = await Tracker.CreateAsync(cluster, "large_campaign");
        var inSmall = await SubjectPool.OpenAsync(small, 1, 100, eventsEach: 10);
        var inLarge = await SubjectPool.OpenAsync(large, 1, 100, eventsEach: 10);
        var inCampaign = await SubjectPool.OpenAsync(campaign, 1, quick ? 2_000 : 10_000, eventsEach: 10);
        var log = await CompareAsync(quick, (small, inSmall), (large, inLarge));
        var one = await CompareAsync(quick, (small, inSmall), (campaign, inCampaign));
        var count = await large.Plain.AskAsync<long>("select count(*) from tracker.mt_events");
        return
        [
            log.Result($"recording with {count:N0} events in the log", "with 1,000", 0.9, Each(quick), "events"),
            one.Result($"recording with {(quick ? 20_000 : 100_000):N0} events in the same campaign", "with 1,000", 0.9, Each(quick), "events"),
        ];
    }

    private static int Each(bool quick) => quick ? 50 : 150;

    private static Task<Turns> CompareAsync(bool quick, (Tracker Tracker, SubjectPool Subjects) first, (Tracker Tracker, SubjectPool Subjects) second) =>
        Turns.TakeAsync(quick ? 7 : 21, () => RecordAsync(first.Tracker, first.Subjects, Each(quick)), () => RecordAsync(second.Tracker, second.Subjects, Each(quick)), warmUps: 2);

    private static async Task RecordAsync(Tracker tracker, SubjectPool subjects, int count)
    {
        // The same hundred subjects in each, so that their streams stay equally long.
        var recorder = tracker.Get<Recorder>();
        for (var i = 0; i < count; i++) await subjects.RecordAsync(recorder, subjects.Next(0, 1, plain: false, i % 50).Line);
    }
}
