using System.Diagnostics;
using System.Globalization;

namespace CampaignTracker.Testing;

/// <summary>A data folder that is not there yet, where every account could enter it, and what runs in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "campaign-tracker-test-" + Guid.NewGuid().ToString("N"));

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Every process that works in the folder: servers, supervisors, initdb. By number, with its command.</summary>
    public IReadOnlyDictionary<int, string> Processes()
    {
        var found = new Dictionary<int, string>();
        foreach (var process in new DirectoryInfo("/proc").EnumerateDirectories().Where(d => int.TryParse(d.Name, out _)))
        {
            try
            {
                var works = File.ResolveLinkTarget(System.IO.Path.Combine(process.FullName, "cwd"), returnFinalTarget: false)?.FullName ?? "";
                if (works.StartsWith(Path + "/", StringComparison.Ordinal))
                    found[int.Parse(process.Name, CultureInfo.InvariantCulture)] = File.ReadAllText(System.IO.Path.Combine(process.FullName, "cmdline")).Replace('\0', ' ');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended, or belongs to somebody else.
            }
        }
        return found;
    }

    public void Kill(Func<string, bool> command)
    {
        foreach (var id in Processes().Where(p => command(p.Value)).Select(p => p.Key))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended by itself.
            }
        }
    }

    /// <summary>No server runs any more; what it started, such as its logger, ends a moment later.</summary>
    public Task NoServerRuns()
    {
        Processes().Values.Where(command => command.Contains("postgres -D", StringComparison.Ordinal)).ShouldBeEmpty();
        return NothingRuns();
    }

    public Task NothingRuns() => Until.True(() => Processes().Count == 0, () => "still running: " + string.Join("; ", Processes().Values));

    public void Dispose()
    {
        Kill(_ => true);
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
