using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Faults.Tests;

/// <summary>The program is killed at the worst moment: what it acknowledged is there, and what it did not is there wholly or not at all.</summary>
public sealed class KilledServerTests(TestTrackers trackers) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_server_killed_while_sixteen_record_loses_nothing_that_it_acknowledged(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var history = new History();
        var (server, address) = await TrackerProcess.ServeOn(database);
        using var first = server;
        var opened = await Writers.OpenAsync(address);
        await using var writers = Writers.Start(history, _ => address);
        await writers.RecordAsync(more: 100 + round % 50);
        server.Kill();
        await writers.UntilAsync(() => writers.Broken >= 1, () => "nobody noticed");
        await writers.StopAsync();
        await NobodyIsAtWorkAsync(database);
        await history.CheckLogAsync(database, opened);

        (server, address) = await TrackerProcess.ServeOn(database);
        using var second = server;
        await writers.FinishAsync();
        history.Unacknowledged.ShouldBeEmpty();
        await history.CheckLogAsync(database, opened);
        await History.CheckViewsAsync(database);
        server.Kill();
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task An_import_killed_on_its_way_is_finished_by_running_it_again(int round)
    {
        const int cases = 4;
        const int events = 4_000;
        var database = await trackers.NewDatabaseAsync();
        Directory.CreateDirectory(folder.Path);
        var file = folder.In("events.ndjson");
        await File.WriteAllLinesAsync(file,
        [
            Written.Campaign("c").ToJsonString(),
            .. Enumerable.Range(0, cases).Select(i => Written.Case($"case-{i}").With("campaign", "c").ToJsonString()),
            .. Enumerable.Range(0, events).Select(i =>
                Written.Arrested($"case-{i % cases}").With("campaign", "c").With("note", $"No. {i}").ToJsonString()),
        ], TestContext.Current.CancellationToken);

        using (var killed = TrackerProcess.Start(["import", file], database: database))
        {
            await Until.True(async () => await CountAsync(database) is > 0, () => Task.FromResult("nothing is imported " + killed.Errors), TimeSpan.FromSeconds(90));

            // Somewhere between two chunks, or within one.
            var chunks = round % 3;
            await Until.True(async () => await CountAsync(database) >= chunks * 1_000, () => Task.FromResult("no more is imported"), TimeSpan.FromSeconds(90));
            killed.Kill();
        }
        await NobodyIsAtWorkAsync(database);
        var taken = await CountAsync(database);
        (taken % 1_000).ShouldBe(taken == 1 + cases + events ? 1 + cases : 0, "a chunk is there in part");

        using var again = TrackerProcess.Start(["import", file], database: database);
        var (exitCode, output, errors) = await again.End();
        exitCode.ShouldBe(0, errors);
        output.ShouldStartWith($"{1 + cases + events - taken} events recorded, {taken} were there already.");
        (await CountAsync(database)).ShouldBe(1 + cases + events);
        (await Database.QueryAsync<long>(database, "select count(distinct data -> 'note' ->> 'personal') from tracker.mt_events where type = 'arrested'")).ShouldBe(events);
        await using var tracker = await RunningTracker.StartAsync(database, Nodes.One);
        await History.CheckViewsAsync(database);
    }

    private static async Task<long> CountAsync(string database) =>
        await Database.QueryAsync<bool>(database, "select to_regclass('tracker.mt_events') is not null")
            ? await Database.QueryAsync<long>(database, "select count(*) from tracker.mt_events where type <> 'tombstone'")
            : 0;

    /// <summary>What a killed process had sent is carried out or given up by the database a moment later.</summary>
    private static Task NobodyIsAtWorkAsync(string database) => Until.True(
        async () => await Database.QueryAsync<long>(database,
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'campaign-tracker' and pid <> pg_backend_pid()") == 0,
        () => Task.FromResult("the database works on for a process that is gone"));
}
