using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Imports;

namespace CampaignTracker.Benchmarks;

/// <summary>A file of 100,000 events in 100 campaigns, imported with all checks, against COPY of the same rows into another database of the server.</summary>
internal static class Import
{
    private const int EventsEach = 1_000;

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        var campaigns = quick ? 20 : 100;
        await using var ours = await Tracker.CreateAsync(cluster, "import");
        await using var plain = await Tracker.CreateAsync(cluster, "import_plain");
        using var file = new MemoryStream();
        List<StoredRow> rows = [];
        for (var i = 0; i < campaigns; i++)
        {
            var lines = await Facts.CampaignAsync(i, EventsEach);
            foreach (var line in lines) file.Write(line.ToUtf8Line());
            rows.AddRange(StoredRow.Of(lines, []));
        }
        var turns = await Turns.TakeAsync(quick ? 3 : 5,
            async () =>
            {
                for (var start = 0; start < rows.Count; start += 10_000) await plain.Plain.CopyAsync(rows.GetRange(start, Math.Min(10_000, rows.Count - start)));
            },
            async () =>
            {
                file.Position = 0;
                var result = await ours.Get<LineImport>().RunAsync(file, "benchmark", _ => { }, CancellationToken.None);
                if (result.Recorded != rows.Count) throw new InvalidOperationException($"Recorded {result.Recorded} of {rows.Count}: {string.Join(" ", result.Problems.Take(1))}");
            },
            warmUps: 2,
            between: () => Task.WhenAll(EmptyAsync(ours), EmptyAsync(plain)));
        return [turns.Result($"import of {rows.Count:N0} events with all checks", "COPY of the same rows", 0.5, rows.Count, "events")];
    }

    private static Task EmptyAsync(Tracker tracker) =>
        tracker.Plain.ExecuteAsync("truncate tracker.mt_events, tracker.mt_streams, tracker.identifiers, tracker.idempotency; checkpoint");
}
