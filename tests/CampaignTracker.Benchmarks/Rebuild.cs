using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Benchmarks;

/// <summary>All views of a log of 500 interleaved campaigns drawn anew, against reading and deserialising each event once and a COPY of the resulting rows.</summary>
internal static class Rebuild
{
    private const int Campaigns = 500;

    public static Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick) => RunAsync(cluster, quick ? 20_000 : 100_000, rounds: 3);

    public static Task<IReadOnlyList<Result>> RunLargeAsync(PostgresCluster cluster, bool quick) => RunAsync(cluster, quick ? 200_000 : 1_000_000, rounds: 1);

    private static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, int events, int rounds)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "rebuild");
        await tracker.Plain.FillAsync(events < 50_000 ? events / 200 : Campaigns, Math.Max(200, events / Campaigns));
        await tracker.SettleAsync();
        var drawing = tracker.Get<ViewProjector>();
        await drawing.DrawAllAsync(CancellationToken.None);

        // Both write into empty tables: what a rebuild from nothing has to do.
        var folder = Directory.CreateTempSubdirectory("rebuild-").FullName;
        try
        {
            foreach (var table in CampaignViews.Tables) await CopyOutAsync(tracker.Plain, table, Path.Combine(folder, table));
            var turns = await Turns.TakeAsync(rounds,
                async () =>
                {
                    await ReadAsync(tracker.Plain);
                    foreach (var table in CampaignViews.Tables) await CopyInAsync(tracker.Plain, table, Path.Combine(folder, table));
                },
                () => drawing.DrawAllAsync(CancellationToken.None),
                warmUps: 0,
                between: () => tracker.Plain.ExecuteAsync($"truncate {string.Join(", ", CampaignViews.Tables.Select(table => $"tracker.{table}"))}; checkpoint"),
                betweenBoth: true);
            var count = await tracker.Plain.AskAsync<long>("select count(*) from tracker.mt_events");
            return [turns.Result($"rebuild of all views of {count:N0} events, campaigns interleaved", "read + deserialise each event once + COPY of the rows", 0.5, count, "events")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads and deserialises every event, once.</summary>
    public static async Task<long> ReadAsync(PlainLog log)
    {
        await using var command = log.Database.CreateCommand("select type, data from tracker.mt_events order by seq_id");
        var dates = 0L;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var e = (CampaignEvent)JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), EventCatalogue.Find(reader.GetString(0))!.ClrType, EventJson.Options)!;
            dates += e.Occurred.Earliest.DayNumber;
        }
        return dates;
    }

    private static async Task CopyOutAsync(PlainLog log, string table, string file)
    {
        await using var connection = await log.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy tracker.{table} to stdout (format binary)");
        await using var target = File.Create(file);
        await copy.CopyToAsync(target);
    }

    private static async Task CopyInAsync(PlainLog log, string table, string file)
    {
        await using var connection = await log.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy tracker.{table} from stdin (format binary)");
        await using var source = File.OpenRead(file);
        await source.CopyToAsync(copy);
    }
}
