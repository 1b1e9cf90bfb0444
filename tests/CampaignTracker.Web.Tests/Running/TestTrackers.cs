using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Tests.EmbeddedPostgres;
using CampaignTracker.Web.Tests.Running;

[assembly: AssemblyFixture(typeof(CampaignTracker.Web.Tests.Running.TestTrackers))]

namespace CampaignTracker.Web.Tests.Running;

/// <summary>
/// One PostgreSQL for the whole run, and one tracker on it that most tests share: a campaign of a test's own keeps it apart from the others.
/// Both start when the first test asks.
/// </summary>
public sealed class TestTrackers : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<PostgresCluster>> cluster;
    private readonly Lazy<Task<RunningTracker>> shared;
    private int databases;

    public TestTrackers()
    {
        cluster = new(() => PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = folder.Path, Durable = false }));
        shared = new(async () => await RunningTracker.StartAsync(await NewDatabaseAsync()));
    }

    /// <summary>The tracker that tests share.</summary>
    public Task<RunningTracker> SharedAsync() => shared.Value;

    /// <summary>The connection string of an empty database.</summary>
    public async Task<string> NewDatabaseAsync() =>
        await (await cluster.Value).EnsureDatabaseAsync($"tracker_{Interlocked.Increment(ref databases)}");

    /// <summary>Everything that the database server has written into its log files.</summary>
    public async Task<string> ServerLogAsync()
    {
        var files = Directory.GetFiles((await cluster.Value).LogFolder).Select(file => File.ReadAllTextAsync(file));
        return string.Concat(await Task.WhenAll(files));
    }

    public async ValueTask DisposeAsync()
    {
        if (shared.IsValueCreated) await (await shared.Value).DisposeAsync();
        if (cluster.IsValueCreated) await (await cluster.Value).DisposeAsync();
        folder.Dispose();
    }
}
