using System.Diagnostics;
using CampaignTracker.Testing;

namespace CampaignTracker.EmbeddedPostgres.Tests;

/// <summary>What is killed or left behind at a bad moment does not hinder the next start.</summary>
public sealed class MishapsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_owner_killed_during_its_first_start_leaves_nothing_behind_that_runs_or_hinders()
    {
        using (var holder = HolderProcess.Start(folder.Path))
        {
            await ClusterIsBeingMade();
            holder.Kill();
        }
        await folder.NothingRuns();
        await using var next = await Sql.Hold(folder.Path);
        (await Sql.Run(next, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_cluster_that_was_half_made_is_made_anew()
    {
        using (var holder = HolderProcess.Start(folder.Path))
        {
            await ClusterIsBeingMade();
            holder.Kill();
            folder.Kill(command => command.Contains("supervisor.sh", StringComparison.Ordinal));
            folder.Kill(_ => true);
        }
        await folder.NothingRuns();
        Directory.Exists(folder.In("postgres", "cluster.new")).ShouldBeTrue();
        Directory.Exists(folder.In("postgres", "cluster")).ShouldBeFalse();

        await using var next = await Sql.Hold(folder.Path);
        (await Sql.Run(next, "select 1")).ShouldBe(1);
        Directory.Exists(folder.In("postgres", "cluster.new")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_server_is_started_again_by_the_next_holder_for_all()
    {
        await using var first = await Sql.Hold(folder.Path);
        await Sql.Run(first, "create table kept as select 7 as n");
        var killed = first.PostmasterProcessId;
        using (var server = Process.GetProcessById(killed))
            server.Kill();
        await Until.True(() => first.PostmasterProcessId != killed, () => "the server is still there");

        await using var second = await Sql.Hold(folder.Path);
        second.Attached.ShouldBeFalse();
        (await Sql.Run(first, "select n from kept")).ShouldBe(7);
        first.PostmasterProcessId.ShouldBe(second.PostmasterProcessId);
    }

    [Fact]
    public async Task A_killed_supervisor_is_replaced_by_the_next_holder()
    {
        var first = await Sql.Hold(folder.Path);
        folder.Kill(command => command.Contains("supervisor.sh", StringComparison.Ordinal));
        var second = await Sql.Hold(folder.Path);
        second.Attached.ShouldBeTrue();

        await second.DisposeAsync();
        (await Sql.Run(first, "select 1")).ShouldBe(1);
        await first.DisposeAsync();
        await folder.NothingRuns();
    }

    [Fact]
    public async Task A_process_number_left_by_a_crash_of_the_machine_does_not_prevent_a_start()
    {
        await using (await Sql.Hold(folder.Path)) { }
        var stale = folder.In("postgres", "cluster", "postmaster.pid");
        await File.WriteAllTextAsync(stale, $"{Environment.ProcessId}\ncluster\n1\n1\n\n127.0.0.1\n1\nready\n", TestContext.Current.CancellationToken);

        await using var next = await Sql.Hold(folder.Path);
        (await Sql.Run(next, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_cannot_start_is_reported_in_one_line_and_leaves_nothing_behind()
    {
        await using (await Sql.Hold(folder.Path)) { }
        File.Delete(folder.In("postgres", "cluster", "global", "pg_control"));

        var e = await Should.ThrowAsync<PostgresUnavailableException>(() => Sql.Hold(folder.Path));
        e.Message.ShouldContain("could not open file");
        e.Message.ShouldNotContain("\n");
        await folder.NothingRuns();
    }

    private Task ClusterIsBeingMade() => Until.True(() => Directory.Exists(folder.In("postgres", "cluster.new", "base")), () => "initdb did not begin");
}
