using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using Marten;
using Npgsql;

namespace CampaignTracker.Benchmarks;

/// <summary>A tracker on a database of its own, and the plain way to the same database: same server, same settings, prepared statements.</summary>
internal sealed class Tracker : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Tracker(string connectionString, ServiceProvider services)
    {
        ConnectionString = connectionString;
        this.services = services;
        Plain = new PlainLog(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        }));
    }

    public string ConnectionString { get; }

    public PlainLog Plain { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes a tracker without a server: nothing keeps its views.</summary>
    public static async Task<Tracker> CreateAsync(PostgresCluster cluster, string name)
    {
        var connectionString = await cluster.EnsureDatabaseAsync($"{name}_{Guid.NewGuid():N}");
        var services = new ServiceCollection().AddLogging();
        services.AddTracker(connectionString, new TrackerOptions("benchmark", Nodes.Several, Waits.Usual));
        var tracker = new Tracker(connectionString, services.BuildServiceProvider());
        await tracker.Get<SchemaMigration>().ApplyAsync(CancellationToken.None);
        return tracker;
    }

    /// <summary>Moves the settled mark up to what is recorded.</summary>
    public async Task SettleAsync()
    {
        using var daemon = await Get<IDocumentStore>().BuildProjectionDaemonAsync();
        await daemon.PrepareForRebuildsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.Database.DisposeAsync();
        await services.DisposeAsync();
    }
}
