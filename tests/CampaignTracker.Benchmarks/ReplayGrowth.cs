using System.Diagnostics;
using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Edtf;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Npgsql;
using EventLog = CampaignTracker.Web.Storage.EventLog;

namespace CampaignTracker.Benchmarks;

/// <summary>What replay, difference and frames cost as a campaign grows, and as the log around it grows.</summary>
internal static class ReplayGrowth
{
    private static readonly EdtfDate Early = EdtfDate.Parse("2018-03-01"), Late = EdtfDate.Parse("2018-05-01");

    private static readonly (string Name, Action<IReadOnlyList<RecordedEvent>> Run)[] Works =
    [
        ("replay (every status and verdict)", log => StatusSheet.Of(CampaignState.Of(log, Viewpoints.Now), RuleSetList.BuiltIn.Standing, Memo.New())),
        ("difference of two months", log => Difference.Between(CampaignState.Of(log, Viewpoints.Of(Early)), CampaignState.Of(log, Viewpoints.Of(Late)), RuleSetList.BuiltIn.Standing, Memo.New())),
        ("500 frames over the world", log => Frames.OverWorld(log, Viewpoints.Now, Frames.DefaultMax, RuleSetList.BuiltIn.Standing, Memo.New())),
        ("500 frames over knowledge", log => Frames.OverKnowledge(log, Viewpoints.Now, Frames.DefaultMax, RuleSetList.BuiltIn.Standing, Memo.New())),
    ];

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        List<Result> results = [];
        int[] sizes = [100, 1_000, 10_000];
        var times = Measured(sizes, quick ? 5 : 11);
        foreach (var (name, _) in Works)
        {
            // Linear: ten times the events, ten times the time; less where a start costs something.
            results.Add(new($"{name}: 10,000 events", "1,000 events", times[name][2] / times[name][1], 12, "times",
                string.Join(", ", sizes.Zip(times[name], (size, time) => string.Create(CultureInfo.InvariantCulture, $"{size:N0} events {time:0.00} ms")))));
        }
        foreach (var (name, _) in Works.Skip(2))
        {
            results.Add(new($"{name} of 10,000 events, the fold alone", "the fold of a single replay", times[name][2] / times[Works[0].Name][2], 5, "times",
                string.Create(CultureInfo.InvariantCulture, $"{times[name][2]:0} ms against {times[Works[0].Name][2]:0}")));
        }
        results.AddRange(await ReadAsync(cluster, quick));
        results.AddRange(await AmongOthersAsync(cluster, quick));
        return results;
    }

    /// <summary>Frames as they are asked for the first time, read from the log, against a replay that is.</summary>
    private static async Task<IReadOnlyList<Result>> ReadAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "replay_read");
        // Batches of twenty: a frame over knowledge is a batch, or several.
        Dictionary<string, long> versions = new(StringComparer.Ordinal);
        foreach (var batch in LargeCampaign.Of("campaign-1", 10_000).Select(e => new EventLine(e.Id, e.Event)).Chunk(20))
            await tracker.Plain.CopyAsync([.. StoredRow.Of(batch, versions)]);
        await tracker.Plain.ExecuteAsync("analyze tracker.mt_events");
        await tracker.SettleAsync();
        async Task WithAsync(Action<IReadOnlyList<RecordedEvent>> run)
        {
            using var nothing = new CampaignCache();
            run((await new EventLog(tracker.Get<NpgsqlDataSource>(), nothing).ReadCampaignAsync("campaign-1", KnownAt.Now, CancellationToken.None)).Events);
        }
        List<Result> results = [];
        foreach (var (name, run) in Works.Skip(2))
        {
            var turns = await Turns.TakeAsync(quick ? 3 : 9, () => WithAsync(Works[0].Run), () => WithAsync(run), warmUps: 3);
            results.Add(new($"{name} of 10,000 events, read from the log", "a single replay, read from the log", 1 / turns.Ratio, 5, "times",
                string.Create(CultureInfo.InvariantCulture, $"{turns.Ours:0} ms against {turns.Plain:0}")));
        }
        return results;
    }

    /// <summary>A campaign of 1,000 events read from a log of its own, and from one a hundred times as large.</summary>
    private static async Task<IReadOnlyList<Result>> AmongOthersAsync(PostgresCluster cluster, bool quick)
    {
        await using var alone = await Tracker.CreateAsync(cluster, "replay_alone");
        await using var among = await Tracker.CreateAsync(cluster, "replay_among");
        await FillAsync(alone, "campaign-1", 1_000);
        await among.Plain.FillAsync(campaigns: 50, eventsEach: 990, firstNumber: 100);
        await FillAsync(among, "campaign-1", 1_000);
        await among.Plain.FillAsync(campaigns: 50, eventsEach: 990, firstNumber: 200);
        await alone.SettleAsync();
        await among.SettleAsync();
        var (few, many) = (alone.Get<CampaignReader>(), among.Get<CampaignReader>());
        List<Result> results = [];
        foreach (var (name, run) in Works)
        {
            async Task With(CampaignReader reader) => run((await reader.LogAsync("campaign-1", CancellationToken.None))!.Events);
            var turns = await Turns.TakeAsync(quick ? 5 : 11, () => With(few), () => With(many), warmUps: 2);
            results.Add(turns.Result($"{name}, 1,000 events read from a log of 100,000", "from a log of 1,000", 0.9, 1, "answers"));
        }
        return results;
    }

    private static Task FillAsync(Tracker tracker, string campaign, int events) =>
        tracker.Plain.CopyAsync([.. StoredRow.Of(LargeCampaign.Of(campaign, events).Select(e => new EventLine(e.Id, e.Event)), [])]);

    private static List<RecordedEvent> Recorded(int events) => [.. LargeCampaign.Of("campaign-1", events).Select((e, i) =>
        new RecordedEvent(e.Id, i + 1, i + 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i), "benchmark", 0, e.Event))];

    /// <summary>The median of each work at each size, in milliseconds: all of them in turns, when the program has come to its full speed.</summary>
    private static Dictionary<string, double[]> Measured(int[] sizes, int rounds)
    {
        var logs = sizes.Select(Recorded).ToList();
        foreach (var (_, run) in Works)
        {
            for (var i = 0; i < 5; i++) logs.ForEach(run);
        }
        var times = Works.ToDictionary(work => work.Name, _ => sizes.Select(_ => new List<double>()).ToArray());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, run) in Works)
            {
                for (var i = 0; i < sizes.Length; i++)
                {
                    // What takes a moment is done several times.
                    var repeated = Math.Max(1, 2_000 / sizes[i]);
                    GC.Collect();
                    var start = Stopwatch.GetTimestamp();
                    for (var n = 0; n < repeated; n++) run(logs[i]);
                    times[name][i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds / repeated);
                }
            }
        }
        return times.ToDictionary(work => work.Key, work => work.Value.Select(all => Turns.Quantile(all, 0.5)).ToArray());
    }
}
