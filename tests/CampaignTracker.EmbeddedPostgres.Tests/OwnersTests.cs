using CampaignTracker.Testing;

namespace CampaignTracker.EmbeddedPostgres.Tests;

/// <summary>The server lives exactly as long as somebody holds it.</summary>
public sealed class OwnersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_start_finds_the_data_of_the_first_on_the_same_port()
    {
        int port;
        await using (var first = await Sql.Hold(folder.Path))
        {
            first.Attached.ShouldBeFalse();
            port = first.Port;
            await Sql.Run(first, "create table kept as select 7 as n");
        }
        await folder.NoServerRuns();

        await using var second = await Sql.Hold(folder.Path);
        second.Attached.ShouldBeFalse();
        second.Port.ShouldBe(port);
        (await Sql.Run(second, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_second_process_attaches_and_the_last_one_out_stops_the_server()
    {
        var (other, port) = await HolderProcess.StartAndWait(folder.Path);
        using var _ = other;
        await using var here = await Sql.Hold(folder.Path);
        here.Attached.ShouldBeTrue();
        here.Port.ShouldBe(port);

        await other.Leave();
        (await Sql.Run(here, "select 1")).ShouldBe(1);

        await here.DisposeAsync();
        await folder.NoServerRuns();
    }

    [Fact]
    public async Task A_killed_owner_leaves_no_server_behind()
    {
        await using (var before = await Sql.Hold(folder.Path))
        {
            var (other, _) = await HolderProcess.StartAndWait(folder.Path);
            using var killed = other;
            await Sql.Run(before, "create table kept as select 7 as n");
            await before.DisposeAsync();
            folder.Processes().ShouldNotBeEmpty();
            killed.Kill();
        }
        await folder.NothingRuns();

        await using var after = await Sql.Hold(folder.Path);
        (await Sql.Run(after, "select n from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_killed_owner_does_not_take_the_server_from_another_holder()
    {
        var (owner, _) = await HolderProcess.StartAndWait(folder.Path);
        var (second, _) = await HolderProcess.StartAndWait(folder.Path);
        await using var here = await Sql.Hold(folder.Path);
        var server = here.PostmasterProcessId;

        owner.Kill();
        second.Kill();
        (await Sql.Run(here, "select 1")).ShouldBe(1);
        here.PostmasterProcessId.ShouldBe(server);

        await here.DisposeAsync();
        await folder.NoServerRuns();
    }

    [Fact]
    public async Task Four_processes_at_once_get_one_server()
    {
        var holders = Enumerable.Range(0, 4).Select(_ => HolderProcess.Start(folder.Path)).ToList();
        var ports = await Task.WhenAll(holders.Select(holder => holder.Ready()));
        ports.Distinct().Count().ShouldBe(1);
        folder.Processes().Values.Count(command => command.Contains("-D cluster", StringComparison.Ordinal)).ShouldBe(1);
        await Task.WhenAll(holders.Select(holder => holder.Leave()));
        await folder.NothingRuns();
    }

    [Fact]
    public async Task A_start_at_the_moment_of_a_stop_gets_a_running_server()
    {
        var (holder, _) = await HolderProcess.StartAndWait(folder.Path);
        for (var round = 0; round < 4; round++)
        {
            holder.Kill();
            // Now at once, then ever further into the stop.
            await Task.Delay(round * 8, TestContext.Current.CancellationToken);
            (holder, _) = await HolderProcess.StartAndWait(folder.Path);
            await using var here = await Sql.Hold(folder.Path);
            here.Attached.ShouldBeTrue();
            (await Sql.Run(here, "select 1")).ShouldBe(1);
        }
        holder.Kill();
        await folder.NothingRuns();
    }
}
