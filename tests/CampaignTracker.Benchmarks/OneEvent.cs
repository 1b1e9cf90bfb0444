using System.Security.Cryptography;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Benchmarks;

/// <summary>One event a request, as the handler records it, with all checks, idempotency and identifiers.</summary>
internal static class OneEvent
{
    private const int Subjects = 160;

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "one_event");
        var subjects = await SubjectPool.OpenAsync(tracker, 1, Subjects, eventsEach: 8);
        List<Result> results = [];
        foreach (var remembered in new[] { true, false })
        {
            var suffix = remembered ? "" : ", on subjects that this process has not met lately";
            var one = await MeasureAsync(tracker, subjects, writers: 1, each: quick ? 100 : 300, rounds: quick ? 5 : 11, remembered);
            var sixteen = await MeasureAsync(tracker, subjects, writers: 16, each: quick ? 20 : 50, rounds: quick ? 5 : 11, remembered);
            results.Add(one.Turns.Result($"one event, all checks, 1 writer{suffix}", "the same rows, one plain round trip", 0.5, one.Events, "events"));
            results.Add(sixteen.Turns.Result($"one event, all checks, 16 writers on different subjects{suffix}", "the same rows, one plain round trip", 0.6, sixteen.Events, "events"));
        }
        return results;
    }

    private static async Task<(Turns Turns, int Events)> MeasureAsync(Tracker tracker, SubjectPool subjects, int writers, int each, int rounds, bool remembered)
    {
        var (recorder, memory) = (tracker.Get<Recorder>(), tracker.Get<CampaignCache>());
        var turns = await Turns.TakeAsync(rounds,
            () => ForEachWriterAsync(writers, each, (writer, i) =>
            {
                var line = subjects.Next(writer, writers, plain: true, i);
                return tracker.Plain.WriteAsync(StoredRow.Of(line.Line, line.Version), subjects.Campaign, $"key-{line.Line.Id}", Hash);
            }),
            () => ForEachWriterAsync(writers, each, async (writer, i) =>
            {
                var line = subjects.Next(writer, writers, plain: false, i).Line;
                if (!remembered) memory.Clear();
                await subjects.RecordAsync(recorder, line);
            }),
            warmUps: 4);
        return (turns, writers * each);
    }

    internal static byte[] Hash { get; } = SHA256.HashData("a body"u8);

    internal static Task ForEachWriterAsync(int writers, int each, Func<int, int, Task> write) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++) await write(writer, i);
        })));
}

