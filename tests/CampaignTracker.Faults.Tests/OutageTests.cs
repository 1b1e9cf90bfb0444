using System.Diagnostics;
using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Faults.Tests;

/// <summary>The database goes away and comes back: who records is told to come again, then goes on, and so do the views.</summary>
public sealed class OutageTests(TestTrackers trackers) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_PostgreSQL_that_is_stopped_at_once_and_started_again(int round)
    {
        await using var cluster = await Sql.Hold(folder.Path);
        var database = await cluster.EnsureDatabaseAsync("tracker", TestContext.Current.CancellationToken);
        await WritersGoOnAsync(database, database, round, async (tracker, writers) =>
        {
            await SignalAsync("QUIT", cluster.PostmasterProcessId);
            await writers.UntilAsync(() => writers.Unavailable >= 32, () => "nobody is told");
            (await tracker.Get("/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable).Body["database"]!.GetValue<string>().ShouldBe("unreachable");
            await using var again = await Sql.Hold(folder.Path);
            again.Attached.ShouldBeFalse();
        });
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task Connections_that_are_terminated(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        await WritersGoOnAsync(database, database, round, async (_, writers) =>
        {
            for (var times = 0; times < 3 || writers.Unavailable == 0; times++)
            {
                await Database.QueryAsync<long>(database,
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
                await writers.RecordAsync(more: 20);
            }
        });
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task Connections_that_stall_and_are_cut(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var direct = new NpgsqlConnectionStringBuilder(database);
        await using var proxy = new Proxy(direct.Port);
        var through = new NpgsqlConnectionStringBuilder(database) { Port = proxy.Port, Timeout = 1, CommandTimeout = 1, CancellationTimeout = 500 };
        await WritersGoOnAsync(through.ConnectionString, database, round, async (_, writers) =>
        {
            proxy.Stall();
            await writers.UntilAsync(() => writers.Unavailable >= 16, () => "nobody is told of the stall");
            proxy.Cut();
            proxy.Flow();
            await writers.RecordAsync(more: 20);
            proxy.Cut();
        });
    }

    [Fact]
    public async Task Views_that_stopped_before_their_first_event_go_on_when_the_trouble_is_over()
    {
        var database = await trackers.NewDatabaseAsync();
        await using var tracker = await RunningTracker.StartAsync(database, Nodes.Several, expectFailures: true);
        await RenameAsync(CampaignViews.CampaignsTable, "away");
        var opened = (await tracker.Open(Written.Campaign("c"))).ShouldBe(HttpStatusCode.Created);
        await Until.True(() => Task.FromResult(tracker.Log.Lines.Any(line => line.Contains("stopped after sequence 0", StringComparison.Ordinal))), () => Task.FromResult("it does not stop"), TimeSpan.FromSeconds(60));
        await RenameAsync("away", CampaignViews.CampaignsTable);

        await Until.True(async () => (await tracker.Get($"/api/campaigns/c?after={opened.Sequence}")).Status == HttpStatusCode.OK, () => Task.FromResult("the views stand still"), TimeSpan.FromSeconds(60));

        async Task RenameAsync(string table, string name)
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand($"alter table tracker.{table} rename to {name}", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_connection_that_stalls_holds_no_writer_for_long()
    {
        var database = await trackers.NewDatabaseAsync();
        await using var proxy = new Proxy(new NpgsqlConnectionStringBuilder(database).Port);
        await using var tracker = await RunningTracker.StartAsync(new NpgsqlConnectionStringBuilder(database) { Port = proxy.Port }.ConnectionString, Nodes.Several, expectFailures: true);
        (await tracker.Open(Written.Campaign("c"))).ShouldBe(HttpStatusCode.Created);
        proxy.Stall();
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => tracker.Record("c", Written.Context())));
        TestContext.Current.TestOutputHelper?.WriteLine($"The last of sixteen was told after {watch.Elapsed.TotalSeconds:0.0} s.");
        foreach (var answer in answers) answer.ShouldBe(HttpStatusCode.ServiceUnavailable).ShouldBeProblem();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(25));
        proxy.Cut();
        proxy.Flow();
        await Until.True(async () => (await tracker.Record("c", Written.Context())).Status == HttpStatusCode.Created, () => Task.FromResult("it does not record"));
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_disk_that_is_full_for_a_while(int round)
    {
        using var disk = SmallDisk.TryMount(folder.Path, megabytes: 256);
        Assert.SkipWhen(disk is null, "A small disk is a tmpfs, and to mount one takes root on Linux and a system that allows it.");
        await using var cluster = await Sql.Hold(folder.Path);
        var database = await cluster.EnsureDatabaseAsync("tracker", TestContext.Current.CancellationToken);
        await WritersGoOnAsync(database, database, round, async (_, writers) =>
        {
            disk.Fill();
            await writers.UntilAsync(() => writers.Unavailable >= 32, () => "nobody is told");
            disk.Free();
        });
    }

    /// <summary>Sixteen record, trouble comes and goes, they record on: nothing is lost, nothing is there twice, and the views show it.</summary>
    private static async Task WritersGoOnAsync(string connectionString, string direct, int round, Func<RunningTracker, Writers, Task> trouble)
    {
        var history = new History();
        await using var tracker = await RunningTracker.StartAsync(connectionString, Nodes.Several, expectFailures: true);
        var opened = await Writers.OpenAsync(tracker.Address);
        await using var writers = Writers.Start(history, _ => tracker.Address);
        await writers.RecordAsync(more: 20 + round % 30);
        await trouble(tracker, writers);
        await writers.RecordAsync(more: 50);
        await writers.StopAsync();
        await writers.FinishAsync();
        history.Unacknowledged.ShouldBeEmpty();
        await history.CheckLogAsync(direct, opened);
        await History.CheckViewsAsync(direct);
        await Until.True(async () => (await tracker.Get("/health/ready")).Status == HttpStatusCode.OK, async () => (await tracker.Get("/health/ready")).Text);
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }
}
