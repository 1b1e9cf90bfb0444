using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using Npgsql;

namespace CampaignTracker.Faults.Tests;

/// <summary>Two programs on one database, the newer with a higher version of the views: nobody is left without an answer on the way there, nor back.</summary>
public sealed class RaisedVersionTests(TestTrackers trackers)
{
    private static readonly int Old = ViewVersion.Current;
    private static readonly int New = Old + 1;

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_newer_version_beside_an_older_leaves_no_moment_without_an_answer_and_equals_a_rebuild(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var history = new History();
        var (oldProgram, oldAddress) = await TrackerProcess.ServeOn(database);
        using var older = oldProgram;
        var opened = await Writers.OpenAsync(oldAddress);
        await DrawnAsync(database, Old);
        Uri[] addresses = [oldAddress];
        await using var writers = Writers.Start(history, writer => addresses[writer % addresses.Length], pause: TimeSpan.FromMilliseconds(20));
        await using var readers = new Readers();
        readers.Start(oldAddress);
        await writers.RecordAsync(more: 50 + round % 50);

        // Every other time a first attempt is killed on its way.
        if (round % 2 == 0)
        {
            using var killed = TrackerProcess.Start(["--urls", "http://127.0.0.1:0", "--no-sample"], database: database, setting: ViewVersion.RaisedTo(New));
            await Until.True(() => Database.QueryAsync<bool>(database, $"select to_regclass('tracker.campaigns_v{New}') is not null"), () => Task.FromResult("no tables " + killed.Errors), TimeSpan.FromSeconds(60));
            killed.Kill();
        }
        var (newProgram, newAddress) = await TrackerProcess.ServeOn(database, setting: ViewVersion.RaisedTo(New));
        using var newer = newProgram;
        readers.Start(newAddress);
        addresses = [oldAddress, newAddress];
        await writers.RecordAsync(more: 50);
        await ReportsShowAsync(database, New);
        await writers.RecordAsync(more: 50);

        await readers.StopAsync(oldAddress);
        addresses = [newAddress];
        older.Kill();
        await writers.RecordAsync(more: 50);
        await writers.StopAsync();
        await writers.FinishAsync();
        await readers.StopAsync(newAddress);
        history.Unacknowledged.ShouldBeEmpty();
        await history.CheckLogAsync(database, opened);
        await readers.CheckAsync(database);
        await History.CheckViewsAsync(database, New);
        newer.Kill();
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task Reports_follow_the_newest_version_that_a_server_keeps_and_what_nobody_needs_can_be_dropped(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var (oldProgram, oldAddress) = await TrackerProcess.ServeOn(database);
        using var older = oldProgram;
        var opened = await Writers.OpenAsync(oldAddress);
        await DrawnAsync(database, Old);
        (await Database.QueryAsync<int>(database, "select version from tracker.reporting_version")).ShouldBe(Old);

        using (var newer = (await TrackerProcess.ServeOn(database, setting: ViewVersion.RaisedTo(New))).Program)
        {
            await ReportsShowAsync(database, New);
            (await TidyAsync(database)).ShouldBe($"version {Old} stays: a server keeps it.");
            newer.Kill();
        }

        // The way back: nobody keeps the newer any more.
        await ReportsShowAsync(database, Old);
        var history = new History();
        await using (var writers = Writers.Start(history, _ => oldAddress))
        {
            await writers.RecordAsync(more: 20 + round % 20);
            await writers.StopAsync();
            await writers.FinishAsync();
        }
        await DrawnAsync(database, Old);
        (await Database.QueryAsync<long>(database, "select count(*) from reporting.events")).ShouldBe(opened + history.Events);

        // And there again: what the older has recorded meanwhile is in the first answer.
        var (program, address) = await TrackerProcess.ServeOn(database, setting: ViewVersion.RaisedTo(New));
        using var again = program;
        await using (var readers = new Readers())
        {
            readers.Start(address);
            await ReportsShowAsync(database, New);
            await readers.StopAsync(address);
            await readers.CheckAsync(database);
        }
        (await Database.QueryAsync<long>(database, "select count(*) from reporting.events")).ShouldBe(opened + history.Events);
        older.Kill();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await Until.True(async () => !await ViewVersion.IsServedAsync(source, Old, TestContext.Current.CancellationToken),
                () => Task.FromResult("the killed server counts as one that keeps its version"), TimeSpan.FromSeconds(60));
        }
        (await TidyAsync(database)).ShouldBe($"version {Old} is dropped.");
        (await Database.QueryAsync<string>(database, "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'tracker' and tablename ~ '_v[0-9]+$'"))
            .ShouldBe($"campaign_views_v{New} campaigns_v{New} report_cases_v{New} report_demands_v{New} report_dialogues_v{New} report_events_v{New} report_gates_v{New}");
        await History.CheckViewsAsync(database, New);
        again.Kill();
    }

    private static Task ReportsShowAsync(string database, int version) => Until.True(
        async () => await Database.QueryAsync<int>(database, "select version from tracker.reporting_version") == version,
        () => Task.FromResult($"reports do not show version {version}"), TimeSpan.FromSeconds(60));

    private static Task DrawnAsync(string database, int version) => Until.True(
        async () => await Database.QueryAsync<bool>(database, $"""
            select coalesce((select last_seq_id from tracker.mt_event_progression where name = '{ViewVersion.ShardOf(CampaignViews.Name, version)}'), 0)
                >= (select max(seq_id) from tracker.mt_events where type <> 'tombstone')
            """),
        () => Task.FromResult("the views do not move"), TimeSpan.FromSeconds(60));

    private static async Task<string> TidyAsync(string database)
    {
        using var tidy = TrackerProcess.Start(["views", "tidy"], database: database, setting: ViewVersion.RaisedTo(New));
        var (exitCode, output, errors) = await tidy.End();
        exitCode.ShouldBe(0, errors);
        return output.Trim();
    }
}
