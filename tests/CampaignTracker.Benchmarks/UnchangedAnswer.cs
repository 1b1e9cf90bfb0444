using System.Diagnostics;
using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Benchmarks;

/// <summary>
/// The conditionality answer of an unchanged campaign from one node, 32 clients, while another node records elsewhere; against the same bytes from
/// memory. And: once a new view of it is stored, whoever drew it, no later answer is older.
/// </summary>
internal static class UnchangedAnswer
{
    private const int Clients = 32;
    private const string Path = "/api/campaigns/campaign-1/conditionality";

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "answer");
        await tracker.Plain.FillAsync(campaigns: 2, eventsEach: 300, firstNumber: 1);
        await using var node = await RunningHost.TrackerAsync(tracker.ConnectionString);
        await using var other = await RunningHost.TrackerAsync(tracker.ConnectionString);
        var last = await tracker.Plain.AskAsync<long>("select max(seq_id) from tracker.mt_events");
        for (var since = Stopwatch.GetTimestamp(); await tracker.Plain.AskAsync<long>($"select coalesce(max(through), 0) from tracker.{ViewVersion.Table("campaigns")}") < last; await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(1)) throw new TimeoutException("The views were not drawn.");
        }

        var bytes = await node.Http.GetByteArrayAsync(Path);
        await using var plain = await RunningHost.PlainAsync(app => app.MapGet("/answer", () => Results.Bytes(bytes, "application/json; charset=utf-8")));
        using var stop = new CancellationTokenSource();
        var recording = RecordElsewhereAsync(other.Get<Recorder>(), stop.Token);
        var each = quick ? 50 : 150;
        var turns = await Turns.TakeAsync(quick ? 5 : 11, () => AskAsync(plain.Http, "/answer", each), () => AskAsync(node.Http, Path, each), warmUps: 3);
        await stop.CancelAsync();
        await recording;

        var older = await CountOlderAnswersAsync(tracker, node, other, quick ? 20 : 60);
        return
        [
            turns.Result($"conditionality of an unchanged campaign ({bytes.Length:N0} bytes), 32 clients, another node records elsewhere", "the same bytes from memory", 0.5, Clients * each, "answers"),
            new("answers older than the stored view, after recordings on the other node", "-", older, 0, "answers", quick ? "20 recordings" : "60 recordings"),
        ];
    }

    private static Task AskAsync(HttpClient http, string path, int each) =>
        OneEvent.ForEachWriterAsync(Clients, each, async (_, _) => await http.GetByteArrayAsync(path));

    private static async Task RecordElsewhereAsync(Recorder recorder, CancellationToken stop)
    {
        const string elsewhere = "campaign-2";
        for (var i = 1_000; !stop.IsCancellationRequested; i++)
        {
            await recorder.RecordAsync(new RecordEvents(elsewhere, [new EventLine(null, Facts.Visit(elsewhere, "person-0", i))], "benchmark"), CancellationToken.None);
            try
            {
                await Task.Delay(100, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<int> CountOlderAnswersAsync(Tracker tracker, RunningHost node, RunningHost other, int recordings)
    {
        const string campaign = "campaign-1";
        var older = 0;
        for (var i = 0; i < recordings; i++)
        {
            // Readers keep the answer in memory all the while.
            using var stop = new CancellationTokenSource();
            var readers = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                while (!stop.IsCancellationRequested) await node.Http.GetByteArrayAsync(Path);
            }));
            var line = new EventLine(null, Facts.Visit(campaign, "person-0", 5_000 + i));
            if (await other.Get<Recorder>().RecordAsync(new RecordEvents(campaign, [line], "benchmark"), CancellationToken.None) is not RecordingOutcome.Recorded recorded)
                throw new InvalidOperationException("An event was refused.");
            while (await StoredAsync(tracker) < recorded.Sequence) { }
            using var answer = JsonDocument.Parse(await node.Http.GetByteArrayAsync(Path));
            if (answer.RootElement.GetProperty("sequence").GetInt64() < recorded.Sequence) older++;
            await stop.CancelAsync();
            await readers;
        }
        return older;
    }

    private static Task<long> StoredAsync(Tracker tracker) =>
        tracker.Plain.AskAsync<long>($"select sequence from tracker.{ViewVersion.Table("campaign_views")} where campaign = 'campaign-1' and view = 'conditionality'");
}
