using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Faults.Tests;

/// <summary>Two servers on one database: when the one that keeps the views is killed, the other takes them over.</summary>
public sealed class LostKeeperTests(TestTrackers trackers)
{
    // The promise is 15 seconds on a machine with time to spare; what it took is printed. A busy machine must not fail the test.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task When_the_server_that_keeps_the_views_is_killed_those_of_the_other_move_again(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var history = new History();
        var first = await TrackerProcess.ServeOn(database);
        using var firstProcess = first.Program;
        var opened = await Writers.OpenAsync(first.Address);
        await Until.True(async () => await KeeperAsync(database) is not null, () => Task.FromResult("nobody keeps the views"), TimeSpan.FromSeconds(30));
        var firstNode = await KeeperAsync(database);
        var second = await TrackerProcess.ServeOn(database);
        using var secondProcess = second.Program;

        (TrackerProcess Program, Uri Address)[] servers = [first, second];
        await using var writers = Writers.Start(history, writer => servers[writer % servers.Length].Address, pause: TimeSpan.FromMilliseconds(50));
        await writers.RecordAsync(more: 20 + round % 20);
        await Until.True(async () => await ReachedAsync(database) > opened, () => Task.FromResult("the views do not move"), TimeSpan.FromSeconds(30));

        // Somebody keeps them; a hand-over that is under way has to end first.
        await Until.True(async () => await KeeperAsync(database) is not null, () => Task.FromResult("nobody keeps the views"), TimeSpan.FromSeconds(30));
        var keeper = await KeeperAsync(database);
        var (killed, left) = keeper == firstNode ? (first, second) : (second, first);
        servers = [left];
        killed.Program.Kill();
        var since = TimeProvider.System.GetTimestamp();
        var last = await Database.QueryAsync<long>(database, "select max(seq_id) from tracker.mt_events");
        await Until.True(async () => await ReachedAsync(database) > last,
            async () => $"the views stand at {await ReachedAsync(database)}, {last} was recorded at the kill, and the views are kept by {(await KeeperAsync(database) == keeper ? "the killed" : "the other")}", Patience);
        TestContext.Current.TestOutputHelper?.WriteLine($"The views moved again after {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0.0} s.");

        await writers.RecordAsync(more: 20);
        await writers.StopAsync();
        await writers.FinishAsync();
        await history.CheckLogAsync(database, opened);
        await History.CheckViewsAsync(database);
        left.Program.Kill();
    }

    private static async Task<Guid?> KeeperAsync(string database) => await Database.QueryAsync<object>(database,
        "select (select node_id from wolverine.wolverine_node_assignments where id like 'event-subscriptions%')") as Guid?;

    private static Task<long> ReachedAsync(string database) => Database.QueryAsync<long>(database,
        $"select coalesce((select last_seq_id from tracker.mt_event_progression where name = '{CampaignViews.Shard}'), 0)");
}
