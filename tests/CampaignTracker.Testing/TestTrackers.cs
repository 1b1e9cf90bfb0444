using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Testing;

/// <summary>
/// One PostgreSQL for the whole run, and one tracker on it that most tests share: a campaign of a test's own keeps it apart from the others.
/// Both start when the first test asks. Databases are copies of one that has the schema already.
/// </summary>
public sealed class TestTrackers : IAsyncDisposable
{
    private const string Template = "migrated";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<PostgresCluster>> cluster;
    private readonly Lazy<Task<RunningTracker>> shared;
    private int databases;

    public TestTrackers()
    {
        cluster = new(StartAsync);
        shared = new(async () => await RunningTracker.StartAsync(await NewDatabaseAsync(), Nodes.One));
    }

    /// <summary>The tracker that tests share.</summary>
    public Task<RunningTracker> SharedAsync() => shared.Value;

    /// <summary>The connection string of a database in which nothing was ever recorded.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"tracker_{Interlocked.Increment(ref databases)}";
        await Sql.Run(await cluster.Value, $"create database {name} template {Template}");
        return (await cluster.Value).ConnectionString(name);
    }

    /// <summary>The connection string of a copy of a database that nobody is connected to.</summary>
    public async Task<string> CopyAsync(string database)
    {
        var (from, name) = (new NpgsqlConnectionStringBuilder(database).Database, $"tracker_{Interlocked.Increment(ref databases)}");
        // A connection may still be on its way out.
        await Sql.Run(await cluster.Value, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{from}'");
        await Sql.Run(await cluster.Value, $"create database {name} template {from}");
        return (await cluster.Value).ConnectionString(name);
    }

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

    private async Task<PostgresCluster> StartAsync()
    {
        var started = await PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = folder.Path, Durable = false });
        await RunningTracker.MigrateAsync(await started.EnsureDatabaseAsync(Template));
        return started;
    }
}
