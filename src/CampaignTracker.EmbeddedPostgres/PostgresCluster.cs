using System.Runtime.Versioning;
using System.Text;
using Npgsql;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>
/// A hold on a private PostgreSQL cluster. The first holder starts the server, the last one stops it, and a holder that
/// dies counts as gone.
/// </summary>
/// <remarks>
/// Linux and macOS. On Windows there are no named pipes of this kind, and StartOrAttachAsync throws
/// PlatformNotSupportedException: give a connection string there.
/// </remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan StartAtMost = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan StopAtMost = TimeSpan.FromSeconds(30);

    private readonly ClusterFolder folder;
    private readonly HolderPipe pipe;
    private readonly IDisposable use;
    private readonly string password;
    private int left;

    [UnsupportedOSPlatform("windows")]
    internal PostgresCluster(ClusterFolder folder, HolderPipe pipe, IDisposable use, Postmaster server, Version version, bool attached)
    {
        this.folder = folder;
        this.pipe = pipe;
        this.use = use;
        password = folder.Password();
        Port = server.Port;
        ServerVersion = version;
        Attached = attached;
    }

    /// <summary>True when the server was already running.</summary>
    public bool Attached { get; }

    /// <summary>The port on 127.0.0.1. The next start takes the same one if it is free then.</summary>
    public int Port { get; }

    public Version ServerVersion { get; }

    public string DataFolder => folder.Path;

    /// <summary>Where the server's log files are, one per weekday.</summary>
    public string LogFolder => folder.Log;

    /// <summary>
    /// The server's main process as of now, 0 when it does not run. If it was killed, the next StartOrAttachAsync on the
    /// same folder starts it again, on the same port, for the old holders too.
    /// </summary>
    public int PostmasterProcessId => Postmaster.Of(folder)?.ProcessId ?? 0;

    /// <summary>Starts the cluster of a data folder, creating it if there is none, or attaches to it if it is running.</summary>
    /// <exception cref="PostgresUnavailableException">There can be no server; the message is one line that says what to do.</exception>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public static async Task<PostgresCluster> StartOrAttachAsync(ClusterOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("A private PostgreSQL is not available on Windows yet: give a connection string.");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StartAtMost);
        try
        {
            return await ClusterStart.RunAsync(options, patience.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new PostgresUnavailableException($"PostgreSQL did not come up within {StartAtMost.TotalMinutes:0} minutes: look into the files *.log in {options.DataFolder ?? "the data folder"}.", e);
        }
    }

    /// <summary>An Npgsql connection string for the owner of this cluster, who may do everything in it. Holds the password.</summary>
    public string ConnectionString(string database) => Connection(Port, password, database).ConnectionString;

    /// <summary>Creates a database if it is absent; two processes may do so at once.</summary>
    /// <returns>Its connection string.</returns>
    /// <exception cref="ArgumentException">PostgreSQL cannot store the name: it is empty, or longer than 63 bytes.</exception>
    public async Task<string> EnsureDatabaseAsync(string name, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Encoding.UTF8.GetByteCount(name) > 63 || name.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("A database name has at most 63 bytes and no zero character.", nameof(name));

        await using var connection = new NpgsqlConnection(Unpooled(Port, password));
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand(
            "select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await find.ExecuteScalarAsync(ct) is null)
        {
            var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = new NpgsqlCommand($"create database \"{quoted}\"", connection);
            try
            {
                await create.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Somebody else was faster by a moment.
            }
        }
        return ConnectionString(name);
    }

    /// <summary>Leaves. The last one out stops the server and waits until it has stopped, for half a minute at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref left, 1) != 0 || OperatingSystem.IsWindows())
            return;
        var server = PostmasterProcessId;
        use.Dispose();
        var last = !FileLock.IsTaken(folder.UseLock);
        pipe.Dispose();
        var pause = TimeSpan.FromMilliseconds(20);
        for (var waited = TimeSpan.Zero; last && waited < StopAtMost && IsStopping(server); waited += pause)
            await Task.Delay(pause);
    }

    /// <summary>
    /// Until the process has ended, which outlives its file by a moment, and the supervisor too, unless somebody has started another server
    /// meanwhile.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    private bool IsStopping(int server) =>
        PostmasterProcessId is var now && (now == 0 ? !Supervisor.IsGone(folder) || Postmaster.Runs(server) : now == server);

    internal static string Unpooled(int port, string password)
    {
        var connection = Connection(port, password, "postgres");
        connection.Pooling = false;
        return connection.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Connection(int port, string password, string database) =>
        new() { Host = "127.0.0.1", Port = port, Username = ServerSettings.User, Password = password, Database = database };
}
