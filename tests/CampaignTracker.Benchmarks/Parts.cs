using System.Diagnostics;
using System.Globalization;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Recording;
using Npgsql;

namespace CampaignTracker.Benchmarks;

/// <summary>Where the time of an import goes: each part of a chunk of 1,000 events, one after another, against COPY of the same rows.</summary>
internal static class Parts
{
    private const int Events = 1_000;

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "parts");
        await using var plain = await Tracker.CreateAsync(cluster, "parts_plain");
        Dictionary<string, List<double>> times = new(StringComparer.Ordinal);
        async Task<T> Timed<T>(string part, Func<Task<T>> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await work();
            if (!times.TryGetValue(part, out var all)) times.Add(part, all = []);
            all.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / Events);
            return result;
        }
        for (var i = 0; i < (quick ? 30 : 60); i++)
        {
            var lines = await Facts.CampaignAsync(i, Events);
            using var file = new MemoryStream([.. lines.SelectMany(line => line.ToUtf8Line())]);
            List<StoredRow> rows = [.. StoredRow.Of(lines, [])];
            await Timed("COPY", async () => { await plain.Plain.CopyAsync(rows); return 0; });

            var read = await Timed("reading the lines", async () => (await LineChunks.ReadAsync(file, Events, CancellationToken.None).ToListAsync())[0]);
            var command = new RecordEvents(read.Campaign, read.Lines, "benchmark", MayOpenCampaign: true);
            var wanted = await Timed("gathering what to look up", () => Task.FromResult(new Wanted(command)));
            var known = await Timed("looking up", () => Surroundings.LoadAsync(tracker.Get<NpgsqlDataSource>(), command, wanted, CancellationToken.None));
            var decision = await Timed("deciding", () => Task.FromResult(BatchDecision.Decide(command, known, new DateOnly(2030, 1, 1), RuleSetList.BuiltIn)));
            await Timed("appending", () => Appending.SendAsync(tracker.Get<NpgsqlDataSource>(), command, decision, CancellationToken.None));
        }
        return [.. times.Select(part => new Result($"import of one chunk: {part.Key}", "the parts one after another; in an import the next lines are read meanwhile", Turns.Quantile(part.Value.Skip(15), 0.5), double.PositiveInfinity, "us an event",
            string.Create(CultureInfo.InvariantCulture, $"90 % within {Turns.Quantile(part.Value.Skip(15), 0.9):0.#} us")))];
    }
}
