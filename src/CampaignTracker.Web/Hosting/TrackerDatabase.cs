using CampaignTracker.EmbeddedPostgres;

namespace CampaignTracker.Web.Hosting;

/// <summary>
/// The database that the program works on: the one of the connection string, or in development a private PostgreSQL that ends with its last
/// user.
/// </summary>
public sealed class TrackerDatabase : IAsyncDisposable
{
    private readonly PostgresCluster? cluster;

    private TrackerDatabase(string connectionString, string place, PostgresCluster? cluster) =>
        (ConnectionString, Place, this.cluster) = (connectionString, place, cluster);

    /// <summary>For Npgsql; holds a password.</summary>
    public string ConnectionString { get; }

    /// <summary>Where it is, in words that can be shown.</summary>
    public string Place { get; }

    /// <summary>Finds the database.</summary>
    /// <param name="configuration">Its <c>ConnectionStrings:Tracker</c> wins.</param>
    /// <param name="development">Whether a private PostgreSQL may be used.</param>
    /// <param name="dataFolder">Where its data live; null for the default place.</param>
    /// <param name="say">Told in one line what takes a moment.</param>
    /// <exception cref="TrackerUnavailableException">There is none; the message is one line that says what to do.</exception>
    public static async Task<TrackerDatabase> FindAsync(
        IConfiguration configuration, bool development, string? dataFolder, Action<string> say, CancellationToken ct)
    {
        if (configuration.GetConnectionString("Tracker") is { Length: > 0 } given)
        {
            if (dataFolder is not null)
                throw new TrackerUnavailableException("Both a connection string and --data are given: --data is the folder of the "
                    + "embedded PostgreSQL; leave one of them out.");
            return new TrackerDatabase(given, "the PostgreSQL of the connection string", null);
        }
        if (!development)
        {
            throw new TrackerUnavailableException(
                "No database: outside development a connection string is required. Set ConnectionStrings__Tracker, for example "
                + "\"Host=…;Database=…;Username=…;Password=…\"; "
                + "or set ASPNETCORE_ENVIRONMENT=Development to try the program with an embedded PostgreSQL.");
        }
        try
        {
            var cluster = await PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = dataFolder, Say = say }, ct);
            var connectionString = await cluster.EnsureDatabaseAsync("campaign_tracker", ct);
            return new TrackerDatabase(connectionString,
                $"PostgreSQL {cluster.ServerVersion.Major} in {cluster.DataFolder}{(cluster.Attached ? ", already running" : "")}",
                cluster);
        }
        catch (Exception e) when (e is PostgresUnavailableException or PlatformNotSupportedException)
        {
            throw new TrackerUnavailableException(e.Message, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }
}

/// <summary>The tracker cannot run here as asked; the message is one line that says what to do.</summary>
public sealed class TrackerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
