using System.Diagnostics;

namespace CampaignTracker.Faults.Tests;

/// <summary>A disk of a few megabytes, in memory. To make one takes the rights of root, and a system that lets it mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Filler => Path.Combine(folder, "filler");

    /// <summary>Mounts one on a new folder; null where that is not possible.</summary>
    public static SmallDisk? TryMount(string folder, int megabytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return null;
        Directory.CreateDirectory(folder);
        return Succeeds("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Takes all of the space that is left.</summary>
    public void Fill()
    {
        var megabyte = new byte[1024 * 1024];
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) filler.Write(megabyte);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose() => Succeeds("umount", "--lazy", folder);

    private static bool Succeeds(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
