using System.Net;
using CampaignTracker.Testing;
using CampaignTracker.Web.Health;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Faults.Tests;

/// <summary>The views are drawn anew while sixteen record and others read, on two servers: nobody is left without an answer.</summary>
public sealed class RedrawnViewTests(TestTrackers trackers)
{
    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_rebuild_beside_two_servers_leaves_no_moment_without_an_answer(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var history = new History();
        await using var first = await RunningTracker.StartAsync(database, Nodes.Several);
        await using var second = await RunningTracker.StartAsync(database, Nodes.Several);
        RunningTracker[] servers = [first, second];
        var opened = await Writers.OpenAsync(first.Address);
        // Not by a view, which is answered by a replay as long as it is not drawn.
        (await first.Get($"/api/campaigns?after={opened}")).ShouldBe(HttpStatusCode.OK);
        await using var writers = Writers.Start(history, writer => servers[writer % 2].Address, pause: TimeSpan.FromMilliseconds(20));
        await writers.RecordAsync(more: 20 + round % 30);

        await using var readers = new Readers();
        foreach (var server in servers) readers.Start(server.Address);
        for (var times = 0; times < 2; times++)
        {
            await first.Rows<string>($"update tracker.{CampaignViews.CampaignsTable} set title = 'scribbled over' returning title");
            var outcome = await second.Get<ViewKeeping>().RebuildAsync(CampaignViews.Name, TestContext.Current.CancellationToken);
            outcome.Done.ShouldBeTrue(outcome.Message);
            (await first.Rows<string>($"select title from tracker.{CampaignViews.CampaignsTable}")).ShouldNotContain("scribbled over");
        }
        await writers.StopAsync();
        foreach (var server in servers) await readers.StopAsync(server.Address);

        await history.CheckLogAsync(database, opened);
        await readers.CheckAsync(database);
        await History.CheckViewsAsync(database);
    }
}
