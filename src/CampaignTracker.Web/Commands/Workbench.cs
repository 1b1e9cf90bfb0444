using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using Marten;

namespace CampaignTracker.Web.Commands;

/// <summary>The tracker without a server, for one command: it attaches to a running database and leaves the views to the server.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly TrackerDatabase database;
    private readonly ServiceProvider services;

    private Workbench(TrackerDatabase database, ServiceProvider services) => (this.database, this.services) = (database, services);

    public TrackerOptions Options => services.GetRequiredService<TrackerOptions>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens the database and brings the settled mark up to what is recorded.</summary>
    public static async Task<Workbench> OpenAsync(string? dataFolder, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(CommandLine.HostOptions);
        var database = await TrackerDatabase.FindAsync(
            builder.Configuration, builder.Environment.IsDevelopment(), dataFolder, Terminal.Complain, ct);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTracker(database.ConnectionString, TrackerOptions.From(builder.Configuration), keepsViews: false);
        var bench = new Workbench(database, services.BuildServiceProvider());
        await bench.Get<SchemaMigration>().ApplyAsync(ct);
        await bench.SettleAsync();
        return bench;
    }

    /// <summary>
    /// Moves the settled mark past everything that is committed; waits a little for recordings that are under way beside us.
    /// </summary>
    public async Task SettleAsync()
    {
        using var daemon = await Get<IDocumentStore>().BuildProjectionDaemonAsync();
        await Task.WhenAny(daemon.PrepareForRebuildsAsync(), Task.Delay(TimeSpan.FromSeconds(5)));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
