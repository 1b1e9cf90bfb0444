namespace CampaignTracker.EmbeddedPostgres;

/// <summary>One sentence on how to get PostgreSQL on the system at hand.</summary>
internal static class InstallHint
{
    private const string Otherwise = "or set PGBIN to the folder that has initdb and postgres, or give a connection string.";

    public static string ForThisSystem() =>
        OperatingSystem.IsMacOS() ? $"Install it with: brew install postgresql@17, {Otherwise}"
        : OperatingSystem.IsWindows() ? $"Install it from postgresql.org/download/windows, {Otherwise}"
        : ForLinux(ReadOsRelease());

    /// <param name="osRelease">The text of /etc/os-release; its ID and ID_LIKE name the family of the system.</param>
    public static string ForLinux(string osRelease)
    {
        var family = osRelease.Split('\n')
            .Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"').Split(' '))
            .ToHashSet();
        var command =
            family.Overlaps(["debian", "ubuntu"]) ? "sudo apt install postgresql"
            : family.Overlaps(["fedora", "rhel", "centos"]) ? "sudo dnf install postgresql-server"
            : family.Overlaps(["suse", "opensuse", "sles"]) ? "sudo zypper install postgresql-server"
            : family.Contains("alpine") ? "apk add postgresql"
            : family.Contains("arch") ? "sudo pacman -S postgresql"
            : null;
        return command is null ? $"Install the PostgreSQL server of this system, {Otherwise}" : $"Install it with: {command}, {Otherwise}";
    }

    private static string ReadOsRelease()
    {
        try
        {
            return File.ReadAllText("/etc/os-release");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
