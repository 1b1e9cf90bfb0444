using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>
/// The data folder. The application's own files lie in it; the server's, and what the supervisor writes, in the folder
/// <c>postgres</c> inside, so that nothing which runs as root writes where the server's account could plant a link.
/// </summary>
internal sealed record ClusterFolder(string Path, ServerAccount Account)
{
    public string ServerFolder => In("postgres");
    public string Cluster => System.IO.Path.Combine(ServerFolder, "cluster");
    public string Answer => System.IO.Path.Combine(ServerFolder, "answer");
    public string Log => System.IO.Path.Combine(Cluster, "log");
    public string StartupLog => System.IO.Path.Combine(ServerFolder, "startup.log");
    public string Pipe => In("holders");
    public string StartLock => In("start.lock");
    public string UseLock => In("use.lock");
    public string SupervisorScript => In("supervisor.sh");

    private string PasswordFile => In("password");
    private string PortFile => In("port");
    private string VersionFile => System.IO.Path.Combine(Cluster, "PG_VERSION");

    /// <summary>Makes what is missing and sees to it that the server's account can work in it.</summary>
    /// <exception cref="PostgresUnavailableException">The folder cannot be used; the message says what to do.</exception>
    [UnsupportedOSPlatform("windows")]
    public static ClusterFolder Open(string? path)
    {
        var folder = new ClusterFolder(System.IO.Path.GetFullPath(path ?? Default()), ServerAccount.ForThisProcess());
        try
        {
            const UnixFileMode passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(
                folder.Path, folder.Account.Name is null ? passable : passable | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            using var _ = new FileStream(folder.StartLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
        {
            throw new PostgresUnavailableException($"The data folder {folder.Path} cannot be written by this user: run as the user it "
                + $"belongs to, or choose another --data folder.", e);
        }
        catch (IOException)
        {
            // Another process holds the lock, so it can be written; a full disk shows in what comes next.
        }
        folder.CheckAccount();
        return folder;
    }

    /// <summary>The data's major version; null when there are no data yet.</summary>
    /// <exception cref="PostgresUnavailableException">There is something that is not a cluster.</exception>
    public int? DataMajor()
    {
        if (!File.Exists(VersionFile))
            return null;
        return int.TryParse(File.ReadAllText(VersionFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new PostgresUnavailableException(
                $"{VersionFile} names no major version of PostgreSQL: restore the folder from a backup, or choose another --data folder.");
    }

    /// <summary>The password of the cluster's owner, made before the cluster is.</summary>
    /// <exception cref="PostgresUnavailableException">The cluster is there and its password is not.</exception>
    [UnsupportedOSPlatform("windows")]
    public string Password()
    {
        if (!File.Exists(PasswordFile))
        {
            if (File.Exists(VersionFile))
                throw new PostgresUnavailableException($"{PasswordFile} is missing, and the data beside it cannot be opened without: "
                    + $"restore it from a backup, or choose another --data folder.");
            WritePrivately(PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        }
        return File.ReadAllText(PasswordFile).Trim();
    }

    /// <summary>The port of last time when it is free, else another one.</summary>
    public int PortToStartOn() =>
        File.Exists(PortFile)
        && int.TryParse(File.ReadAllText(PortFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && FreePort.IsFree(port)
            ? port
            : FreePort.Next();

    [UnsupportedOSPlatform("windows")]
    public void RecordPort(int port) => WritePrivately(PortFile, port.ToString(CultureInfo.InvariantCulture));

    [UnsupportedOSPlatform("windows")]
    public void CreateServerFolder()
    {
        if (Directory.Exists(ServerFolder))
            return;
        Directory.CreateDirectory(ServerFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Account.Give(ServerFolder);
    }

    private static string Default() =>
        Environment.IsPrivilegedProcess ? "/var/lib/campaign-tracker"
        : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
        Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? System.IO.Path.Combine(home, "campaign-tracker")
        : throw new PostgresUnavailableException("This user has no home folder: choose a --data folder.");

    private void CheckAccount()
    {
        if (Account.Name is null)
            return;
        if (!Account.Can("cd \"$0\"", Path))
            throw new PostgresUnavailableException($"As root, PostgreSQL runs as the user {Account.Name}, who cannot enter {Path}: choose "
                + $"a --data folder outside of private folders, such as /var/lib/campaign-tracker, or run as a normal user.");
        if (Directory.Exists(ServerFolder) && !Account.Can("cd \"$0\" && test -w .", ServerFolder))
            throw new PostgresUnavailableException($"The data in {ServerFolder} belong to another user than {Account.Name}, whom "
                + $"PostgreSQL runs as for root: run as the user they belong to, or choose another --data folder.");
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Readable by us alone from the first byte on, and there entirely or not at all.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void WritePrivately(string path, string text)
    {
        var aside = path + ".new";
        File.Delete(aside);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var stream = new FileStream(aside, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }
        File.Move(aside, path, overwrite: true);
    }
}
