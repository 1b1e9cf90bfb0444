using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>One installation of the PostgreSQL server programs.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major, int Minor)
{
    /// <summary>Older servers are out of support and lack settings that we rely on.</summary>
    public const int OldestMajor = 14;

    private static readonly string[] Needed = ["initdb", "postgres", "pg_ctl"];

    /// <summary>What is installed in this folder, or null when it is not a complete PostgreSQL server that runs.</summary>
    public static PostgresBinaries? In(string folder)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (!Needed.All(name => File.Exists(Path.Combine(folder, name + suffix))))
            return null;
        var match = VersionNumber().Match(FirstLine(Path.Combine(folder, "postgres" + suffix), "--version"));
        return match.Success
            ? new PostgresBinaries(folder, Number(match.Groups[1]), match.Groups[2].Success ? Number(match.Groups[2]) : 0)
            : null;
    }

    /// <summary>
    /// The binaries to use: those of the existing data's major version, else the newest of all.
    /// </summary>
    /// <param name="named">The one folder to look into, because a person named it; nothing else is tried then.</param>
    /// <param name="places">Where to look otherwise.</param>
    /// <param name="dataMajor">The major version of the data that are there already.</param>
    /// <param name="dataFolder">For the message.</param>
    /// <exception cref="PostgresUnavailableException">None are there, or none that fit.</exception>
    public static PostgresBinaries Choose(string? named, IEnumerable<string> places, int? dataMajor, string dataFolder)
    {
        var found = (named is null ? places : [named]).Distinct().Select(In).OfType<PostgresBinaries>().ToList();
        if (named is not null && found.Count == 0)
            throw new PostgresUnavailableException($"{named} has no initdb, postgres and pg_ctl that run: name the folder of a PostgreSQL "
                + $"server's programs, or unset PGBIN. {InstallHint.ForThisSystem()}");

        var usable = found.Where(b => b.Major >= OldestMajor).OrderByDescending(b => (b.Major, b.Minor)).ToList();
        if (dataMajor is { } major)
        {
            return found.Where(b => b.Major == major).MaxBy(b => b.Minor)
                ?? throw new PostgresUnavailableException(
                    $"The data in {dataFolder} are of PostgreSQL {major}, and this machine has {Listed(found)}: install PostgreSQL "
                    + $"{major} or name its programs in PGBIN, or dump them with {major} and restore, or choose another --data folder.");
        }
        return usable.FirstOrDefault()
            ?? throw new PostgresUnavailableException(found.Count == 0
                ? $"No PostgreSQL server programs were found on this machine. {InstallHint.ForThisSystem()}"
                : $"This machine has {Listed(found)}, and {OldestMajor} or newer is needed. {InstallHint.ForThisSystem()}");
    }

    private static string Listed(List<PostgresBinaries> found) =>
        found.Count == 0 ? "no PostgreSQL" : "PostgreSQL " + string.Join(", ", found.Select(b => b.Major).Distinct().Order());

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The first line a program prints, or nothing when it does not run or takes longer than five seconds.</summary>
    internal static string FirstLine(string program, string argument)
    {
        try
        {
            var start = new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var line = process.StandardOutput.ReadLineAsync();
            if (line.Wait(TimeSpan.FromSeconds(5)))
                return line.Result ?? "";
            process.Kill();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or AggregateException
            or InvalidOperationException)
        {
            // Not a program of this machine (a broken link, another architecture): not a candidate.
        }
        return "";
    }

    [GeneratedRegex(@"PostgreSQL\D* (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionNumber();
}
