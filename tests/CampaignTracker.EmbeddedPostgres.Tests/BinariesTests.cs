using System.Runtime.Versioning;
using CampaignTracker.Testing;

namespace CampaignTracker.EmbeddedPostgres.Tests;

/// <summary>Which of the PostgreSQL servers on a machine is taken, and what is said when none will do.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BinariesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_newest_is_taken_and_what_is_incomplete_or_does_not_run_is_passed_over()
    {
        var incomplete = Install("18", "18.1");
        File.Delete(Path.Combine(incomplete, "initdb"));
        var broken = Install("19", "19.0");
        File.WriteAllText(Path.Combine(broken, "postgres"), "not a program");
        string[] places = [Install("16", "16.4"), Install("17b", "17.2 (Debian 17.2-1)"), Install("17a", "17.1"), incomplete, broken, folder.In("absent")];

        PostgresBinaries.Choose(null, places, null, "/data").ShouldBe(new PostgresBinaries(folder.In("17b"), 17, 2));
    }

    [Fact]
    public void Data_that_are_there_decide_the_major_version() =>
        PostgresBinaries.Choose(null, [Install("16", "16.4"), Install("17", "17.2")], 16, "/data").Major.ShouldBe(16);

    [Fact]
    public void Data_of_another_major_version_are_refused_with_the_way_out() =>
        Refused(() => PostgresBinaries.Choose(null, [Install("16", "16.4"), Install("17", "17.2")], 15, "/data"))
            .ShouldBe("The data in /data are of PostgreSQL 15, and this machine has PostgreSQL 16, 17: install PostgreSQL 15 or name its programs in PGBIN, or dump them with 15 and restore, or choose another --data folder.");

    [Fact]
    public void Without_binaries_one_line_says_how_to_get_them()
    {
        var message = Refused(() => PostgresBinaries.Choose(null, [folder.In("absent")], null, "/data"));
        message.ShouldStartWith("No PostgreSQL server programs were found on this machine. Install ");
        message.ShouldContain("PGBIN");
    }

    [Fact]
    public void A_version_out_of_support_is_not_taken() =>
        Refused(() => PostgresBinaries.Choose(null, [Install("13", "13.9")], null, "/data")).ShouldStartWith("This machine has PostgreSQL 13, and 14 or newer is needed.");

    [Fact]
    public void A_named_folder_is_not_silently_replaced_by_another() =>
        Refused(() => PostgresBinaries.Choose(folder.In("absent"), [Install("17", "17.2")], null, "/data")).ShouldStartWith(folder.In("absent"));

    [Fact]
    public void Links_on_the_path_lead_to_the_folder_of_the_programs()
    {
        var real = Install("private", "17.2");
        var linked = Directory.CreateDirectory(folder.In("linked")).FullName;
        File.CreateSymbolicLink(Path.Combine(linked, "postgres"), Path.Combine(real, "postgres"));

        PostgresBinaries.Choose(null, BinaryPlaces.OnPath(linked), null, "/data").Folder.ShouldBe(real);
    }

    [Fact]
    public void A_pg_config_on_the_path_leads_to_the_folder_of_the_programs()
    {
        var real = Install("private", "17.2");
        var scripts = Directory.CreateDirectory(folder.In("scripts")).FullName;
        Script(Path.Combine(scripts, "pg_config"), $"echo {real}");

        PostgresBinaries.Choose(null, BinaryPlaces.OnPath(scripts), null, "/data").Folder.ShouldBe(real);
    }

    [Theory]
    [InlineData("ID=ubuntu\nID_LIKE=debian\n", "sudo apt install postgresql")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "sudo dnf install postgresql-server")]
    [InlineData("ID=alpine\n", "apk add postgresql")]
    [InlineData("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", "sudo zypper install postgresql-server")]
    [InlineData("", "Install the PostgreSQL server of this system")]
    public void The_hint_is_for_the_system_at_hand(string osRelease, string hint) => InstallHint.ForLinux(osRelease).ShouldContain(hint);

    [Fact]
    public async Task A_cluster_of_another_major_version_is_left_as_it_is()
    {
        await using (await Sql.Hold(folder.Path)) { }
        var version = folder.In("postgres", "cluster", "PG_VERSION");
        await File.WriteAllTextAsync(version, "12\n", TestContext.Current.CancellationToken);

        var e = await Should.ThrowAsync<PostgresUnavailableException>(() => Sql.Hold(folder.Path));
        e.Message.ShouldStartWith($"The data in {folder.Path} are of PostgreSQL 12");
        e.Message.ShouldNotContain("\n");
        folder.Processes().ShouldBeEmpty();
    }

    private static string Refused(Action choice)
    {
        var message = Should.Throw<PostgresUnavailableException>(choice).Message;
        message.ShouldNotContain("\n");
        return message;
    }

    private string Install(string name, string version)
    {
        var bin = Directory.CreateDirectory(folder.In(name)).FullName;
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
            Script(Path.Combine(bin, program), $"echo '{program} (PostgreSQL) {version}'");
        return bin;
    }

    private static void Script(string path, string text)
    {
        File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
