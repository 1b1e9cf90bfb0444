using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CampaignTracker.Testing;

/// <summary>
/// The program as it is published: its code is generated ahead, and it starts in half the time. Published when the first test asks, once for all
/// test projects, and again when what was built is another.
/// </summary>
internal static class PublishedTracker
{
    private const string Name = "CampaignTracker.Web.dll";

    // What the published program is made of, as it lies beside the tests.
    private static readonly string[] Parts =
    [
        "CampaignTracker.Web.deps.json", "CampaignTracker.Web.dll", "CampaignTracker.Domain.dll", "CampaignTracker.Edtf.dll", "CampaignTracker.EmbeddedPostgres.dll",
        "Patched.DistributedLock.Postgres.dll", "appsettings.json",
    ];

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    private static readonly Lazy<string> Ready = new(Publish);

    /// <summary>The program to give to <c>dotnet exec</c>.</summary>
    public static string Program => Ready.Value;

    private static string Publish()
    {
        var tests = Path.GetFullPath("..", Path.GetDirectoryName(Here())!);
        var folder = Path.Combine(tests, "CampaignTracker.Testing", "obj", "published");
        Directory.CreateDirectory(folder);
        using var turn = WaitForTurn(Path.Combine(folder, "lock"));
        var published = Path.Combine(folder, Fingerprint());
        if (Directory.Exists(published)) return Path.Combine(published, Name);

        foreach (var older in Directory.GetDirectories(folder)) Directory.Delete(older, recursive: true);
        var unfinished = Path.Combine(folder, "unfinished");
        // Apart from the folders of a build, which somebody may be running. Machine code ahead would take longer than it
        // saves here; analyzers have seen it all.
        Run("publish", Path.Combine(tests, "..", "src", "CampaignTracker.Web"), "--output", unfinished, "--artifacts-path", Path.Combine(folder, "built"),
            "-p:PublishReadyToRun=false", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-verbosity:quiet", "-nologo");
        Directory.Move(unfinished, published);
        return Path.Combine(published, Name);
    }

    /// <summary>Another for every other build: builds of the same sources are the same.</summary>
    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts) hash.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, part)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static FileStream WaitForTurn(string file)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < Bound)
            {
                // The tests of another project publish it.
                Thread.Sleep(100);
            }
        }
    }

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        // The test runner's own settings are not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{string.Join('\n', output.Split('\n').TakeLast(20))}");
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
