using System.Diagnostics;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>
/// The account that the server runs under: the user's own, but PostgreSQL refuses root, and then it is "postgres" where
/// that exists, else "nobody".
/// </summary>
internal sealed record ServerAccount(string? Name)
{
    public static ServerAccount ForThisProcess() =>
        !Environment.IsPrivilegedProcess ? new((string?)null) : new(Succeeds("id", "-u", "postgres") ? "postgres" : "nobody");

    /// <summary>Gives a file or folder to the account.</summary>
    public void Give(string path)
    {
        if (Name is not null && !Succeeds("chown", Name, path))
            throw new PostgresUnavailableException(
                $"{path} cannot be given to the user {Name}, whom PostgreSQL has to run as: choose another --data folder.");
    }

    /// <summary>A start of sh as this account, with nothing of our environment that the server need not know.</summary>
    public ProcessStartInfo Shell(string workingFolder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", arguments) { WorkingDirectory = workingFolder, UseShellExecute = false };
        if (Name is not null)
            start.UserName = Name;
        var kept = start.Environment.Where(v => v.Key is "PATH" or "TMPDIR" or "LD_LIBRARY_PATH" or "TZDIR").ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Whether a shell test succeeds for this account; the path is its $0.</summary>
    public bool Can(string test, string path)
    {
        var start = Shell("/", "-c", test, path);
        start.RedirectStandardError = true;
        return Succeeds(start);
    }

    private static bool Succeeds(string program, params IEnumerable<string> arguments) =>
        Succeeds(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });

    private static bool Succeeds(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
