using System.Runtime.Versioning;
using Npgsql;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>The way to a hold on a running server, whatever state the last ones left things in.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ClusterStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private const int PortsToTry = 3;

    public static async Task<PostgresCluster> RunAsync(ClusterOptions options, CancellationToken ct)
    {
        var folder = ClusterFolder.Open(options.DataFolder);
        using var alone = await FileLock.TakeAsync(folder.StartLock, ct);
        var use = await FileLock.ShareAsync(folder.UseLock, ct);
        HolderPipe? pipe = null;
        try
        {
            var failures = 0;
            for (; ; )
            {
                var before = Postmaster.Of(folder);
                pipe ??= Supervisor.Join(folder) ?? await StartSupervisorAsync(options, folder, before, ct);
                var port = before?.Port ?? folder.PortToStartOn();
                switch (await Supervisor.AskAsync(folder, pipe, port, ct))
                {
                    case null:
                        // The one we joined had just seen the last holder go, and has stopped the server by now.
                        pipe.Dispose();
                        pipe = null;
                        continue;
                    case false when FreePort.IsFree(port) || ++failures == PortsToTry:
                        throw new PostgresUnavailableException(
                            $"PostgreSQL did not start in {folder.Path}: {Supervisor.FailureReason(folder)}");
                    case false:
                        continue;
                }
                if (Postmaster.Of(folder) is { } server && await TryConnectAsync(folder, server, ct) is { } version)
                {
                    var attached = before?.ProcessId == server.ProcessId;
                    folder.RecordPort(server.Port);
                    if (attached)
                        options.Say?.Invoke($"Using the PostgreSQL {version} that already runs on port {server.Port}.");
                    return new PostgresCluster(folder, pipe, use, server, version, attached);
                }
                await Task.Delay(Pause, ct);
            }
        }
        catch
        {
            pipe?.Dispose();
            use.Dispose();
            throw;
        }
    }

    private static async Task<HolderPipe> StartSupervisorAsync(
        ClusterOptions options, ClusterFolder folder, Postmaster? running, CancellationToken ct)
    {
        var named = options.BinariesFolder ?? (Environment.GetEnvironmentVariable("PGBIN") is { Length: > 0 } pgbin ? pgbin : null);
        var dataMajor = folder.DataMajor();
        var binaries = PostgresBinaries.Choose(named, BinaryPlaces.All(), dataMajor, folder.Path);
        if (!folder.Account.Can("test -x \"$0\"", Path.Combine(binaries.Folder, "postgres")))
            throw new PostgresUnavailableException($"The user {folder.Account.Name}, whom PostgreSQL runs as for root, cannot run the "
                + $"programs in {binaries.Folder}: install PostgreSQL where every user can, or name other programs in PGBIN.");
        if (running is null)
            options.Say?.Invoke(dataMajor is null ? $"Making a private PostgreSQL {binaries.Major} cluster in {folder.Path}." : $"Starting PostgreSQL {binaries.Major} in {folder.Path}.");
        return await Supervisor.StartAsync(folder, binaries, options.Durable, ct);
    }

    /// <summary>The server's version; null when it is on its way down or up, so that asking again makes sense.</summary>
    /// <exception cref="PostgresUnavailableException">It answers and is not ours, or does not let us in.</exception>
    private static async Task<Version?> TryConnectAsync(ClusterFolder folder, Postmaster server, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(PostgresCluster.Unpooled(server.Port, folder.Password()));
            await connection.OpenAsync(ct);
            return connection.PostgreSqlVersion;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new PostgresUnavailableException($"The PostgreSQL on port {server.Port} does not accept the password in {folder.Path}: "
                + $"restore the file from a backup, or choose another --data folder.", e);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
