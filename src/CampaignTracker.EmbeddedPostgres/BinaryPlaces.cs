namespace CampaignTracker.EmbeddedPostgres;

/// <summary>The folders where systems and installers put PostgreSQL's server programs.</summary>
internal static class BinaryPlaces
{
    /// <summary>Folders named with a star, at most one for each path.</summary>
    private static readonly string[] Patterns =
    [
        "/usr/lib/postgresql/*/bin",                                    // Debian, Ubuntu
        "/usr/pgsql-*/bin",                                             // packages of the PostgreSQL project for RPM systems
        "/usr/lib/postgresql*/bin",                                     // openSUSE
        "/usr/libexec/postgresql*",                                     // Alpine
        "/opt/homebrew/opt/postgresql@*/bin",                           // Homebrew on Apple silicon
        "/usr/local/opt/postgresql@*/bin",                              // Homebrew on Intel
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin",                                    // EDB on macOS
        @"C:\Program Files\PostgreSQL\*\bin",                           // EDB on Windows
    ];

    public static IEnumerable<string> All() => OnPath(Environment.GetEnvironmentVariable("PATH")).Concat(Usual());

    public static IEnumerable<string> Usual() => Patterns.SelectMany(Expand);

    /// <summary>
    /// Folders on PATH, links resolved, since distributions link single programs out of a private folder; and what a
    /// pg_config there says, since it may be a script that knows the private folder.
    /// </summary>
    public static IEnumerable<string> OnPath(string? path)
    {
        foreach (var folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in new[] { "postgres", "initdb" })
            {
                if (Target(Path.Combine(folder, name)) is { } target)
                {
                    yield return Path.GetDirectoryName(target)!;
                    yield return folder;
                }
            }
            var config = Path.Combine(folder, "pg_config");
            if (File.Exists(config) && PostgresBinaries.FirstLine(config, "--bindir").Trim() is { Length: > 0 } told)
                yield return told;
        }
    }

    private static string? Target(string file)
    {
        try
        {
            return File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(file) : null;
        }
        catch (IOException)
        {
            return null; // A circle of links.
        }
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var parts = pattern.Split('/', '\\');
        var star = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        var separator = pattern.Contains('\\', StringComparison.Ordinal) ? '\\' : '/';
        var parent = string.Join(separator, parts[..star]);
        if (!Directory.Exists(parent))
            return [];
        try
        {
            return [.. Directory.EnumerateDirectories(parent, parts[star]).Select(found => Path.Combine([found, .. parts[(star + 1)..]]))];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
