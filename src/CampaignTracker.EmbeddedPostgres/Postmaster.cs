using System.Diagnostics;
using System.Globalization;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>What a running server says about itself in <c>postmaster.pid</c>.</summary>
internal sealed record Postmaster(int ProcessId, int Port)
{
    /// <summary>The server of this cluster; null when none runs.</summary>
    public static Postmaster? Of(ClusterFolder folder) => Read(folder) is { } found && Runs(found.ProcessId) ? found : null;

    /// <summary>
    /// After a crash of the machine the file may name a process number that another program has by now, which makes
    /// PostgreSQL refuse to start (likely in containers, where the numbers are small and come again).
    /// </summary>
    public static void ForgetStale(ClusterFolder folder)
    {
        if (Read(folder) is { } found && !Runs(found.ProcessId))
            File.Delete(FileOf(folder));
    }

    private static string FileOf(ClusterFolder folder) => Path.Combine(folder.Cluster, "postmaster.pid");

    private static Postmaster? Read(ClusterFolder folder)
    {
        try
        {
            var lines = File.ReadAllLines(FileOf(folder));
            return lines.Length >= 4 && Number(lines[0]) is { } process && Number(lines[3]) is { } port
                ? new Postmaster(process, port)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a process runs, and is a server.</summary>
    public static bool Runs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName is "postgres" or "postmaster";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
