using System.Diagnostics;
using System.Runtime.Versioning;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>
/// The small shell script that runs the server and outlives us by as much as it takes to stop it. One for a cluster;
/// the first holder starts it, and callers have the start lock, so that no two do.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class Supervisor
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private static readonly string[] Telling = ["FATAL", "PANIC", "initdb: error", "could not open", "could not bind"];

    /// <summary>Holds the pipe of the running supervisor; null when there is none.</summary>
    public static HolderPipe? Join(ClusterFolder folder) => File.Exists(folder.Pipe) ? HolderPipe.TryOpen(folder.Pipe) : null;

    /// <summary>Starts a supervisor and holds its pipe.</summary>
    /// <exception cref="PostgresUnavailableException">It does not come up.</exception>
    public static async Task<HolderPipe> StartAsync(ClusterFolder folder, PostgresBinaries binaries, bool durable, CancellationToken ct)
    {
        Postmaster.ForgetStale(folder);
        folder.CreateServerFolder();
        if (!File.Exists(folder.Pipe))
        {
            HolderPipe.Create(folder.Pipe);
            folder.Account.Give(folder.Pipe);
        }
        WriteScript(folder.SupervisorScript);

        var start = folder.Account.Shell(folder.ServerFolder, folder.SupervisorScript, binaries.Folder, folder.Pipe,
            ServerSettings.ForInitdb(durable), ServerSettings.ForServer(binaries.Major, durable));
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        // A dead supervisor shows below; the broken pipe must not hide why.
        await using var input = process.StandardInput;
        await input.WriteLineAsync(folder.Password().AsMemory(), ct);
        await input.FlushAsync(ct);

        HolderPipe? pipe;
        while ((pipe = HolderPipe.TryOpen(folder.Pipe)) is null)
        {
            if (process.HasExited)
                throw new PostgresUnavailableException($"PostgreSQL could not be started in {folder.Path}: {FailureReason(folder)}");
            await Task.Delay(Pause, ct);
        }
        try
        {
            await input.WriteLineAsync("go".AsMemory(), ct);
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
        return pipe;
    }

    /// <summary>Asks for a running server and waits for the answer, which making a cluster or a recovery may delay.</summary>
    /// <returns>True when it runs, false when it does not start, null when the supervisor has gone.</returns>
    public static async Task<bool?> AskAsync(ClusterFolder folder, HolderPipe pipe, int port, CancellationToken ct)
    {
        var token = Guid.NewGuid().ToString("N");
        if (!pipe.TryAsk(token, port))
            return null;
        for (; ; )
        {
            // Order matters: a supervisor may answer and then end.
            var gone = IsGone(folder);
            var words = ReadAnswer(folder).Split(' ', StringSplitOptions.TrimEntries);
            if (words is [var answered, var verdict] && answered == token)
                return verdict == "running";
            if (gone)
                return null;
            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>The line that says best why the server did not start.</summary>
    public static string FailureReason(ClusterFolder folder)
    {
        var lines = File.Exists(folder.StartupLog) ? File.ReadAllLines(folder.StartupLog) : [];
        // Once the server has come that far, it writes the rest into its own log.
        var redirected = lines.Any(line => line.Contains("redirecting log output", StringComparison.Ordinal))
            && Directory.Exists(folder.Log);
        var file = redirected ? new DirectoryInfo(folder.Log).EnumerateFiles().MaxBy(log => log.LastWriteTimeUtc)?.FullName : null;
        var telling = (file is null ? lines : [.. lines, .. File.ReadLines(file).TakeLast(20)])
            .LastOrDefault(line => Telling.Any(word => line.Contains(word, StringComparison.Ordinal)));
        return $"{(telling ?? lines.LastOrDefault() ?? "nothing was logged").Trim()} (more in {file ?? folder.StartupLog})";
    }

    /// <summary>Whether nobody reads the pipe any more: the server has stopped, or lost its supervisor.</summary>
    public static bool IsGone(ClusterFolder folder)
    {
        using var probe = Join(folder);
        return probe is null;
    }

    private static string ReadAnswer(ClusterFolder folder)
    {
        try
        {
            return File.ReadAllText(folder.Answer);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Renamed into place, since a running shell reads its script as it goes.</summary>
    private static void WriteScript(string path)
    {
        using var script = typeof(Supervisor).Assembly.GetManifestResourceStream("supervisor.sh")!;
        var aside = path + ".new";
        using (var file = File.Create(aside))
            script.CopyTo(file);
        // The server's account reads it.
        File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(aside, path, overwrite: true);
    }
}
