using System.Runtime.Versioning;
using CampaignTracker.Testing;
using Npgsql;

namespace CampaignTracker.EmbeddedPostgres.Tests;

public sealed class RunningCluster : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();

    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await Sql.Hold(Folder.Path);

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Folder.Dispose();
    }
}

/// <summary>Who can reach the cluster, and what it tells.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivacyTests(RunningCluster running) : IClassFixture<RunningCluster>
{
    private const string Canary = "canary-Қарлығаш";

    private readonly PostgresCluster cluster = running.Cluster;

    [Fact]
    public void The_password_is_readable_by_its_owner_alone()
    {
        foreach (var file in new[] { "password", "port" })
            File.GetUnixFileMode(running.Folder.In(file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.ReadAllText(running.Folder.In("postgres", "startup.log")).ShouldNotContain(Password());
        running.Folder.Processes().Values.ShouldAllBe(command => !command.Contains(Password()));
    }

    [Fact]
    public async Task Nobody_enters_without_the_password()
    {
        var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(connection.OpenAsync)).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);

        (await Sql.Run(cluster, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await Sql.Run(cluster, "show unix_socket_directories")).ShouldBe("");
        (await Sql.Run(cluster, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'")).ShouldBe(0L);
    }

    [Theory]
    [InlineData("insert into logged values ('CANARY'), ('CANARY')")]            // quotes the key in its detail
    [InlineData("insert into logged values (null), ('CANARY')")]                // quotes the failing row
    [InlineData("select 'CANARY'::json")]                                       // quotes the input in its first line
    [InlineData("select '{\"a\": CANARY}'::jsonb")]
    [InlineData("select 'CANARY'::int")]
    [InlineData("select CANARY from")]                                          // a syntax error shows the statement
    [InlineData("do $$ begin raise warning 'CANARY'; raise exception 'CANARY' using detail = 'CANARY'; end $$")]
    [InlineData("do $$ begin raise notice 'CANARY'; raise exception 'CANARY' using errcode = 'XX000'; end $$")]
    public async Task An_error_does_not_tell_the_log_what_was_stored(string sql)
    {
        await Sql.Run(cluster, "create table if not exists logged (name text primary key)");
        await Should.ThrowAsync<PostgresException>(() => Sql.Run(cluster, sql.Replace("CANARY", Canary)));
        await LogIsFreeOfTheCanary();
    }

    [Fact]
    public async Task A_parameter_that_is_refused_does_not_reach_the_log()
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select $1::text::int", connection) { Parameters = { new() { Value = Canary } } };
        await Should.ThrowAsync<PostgresException>(() => command.ExecuteScalarAsync());
        await LogIsFreeOfTheCanary();
    }

    [Fact]
    public async Task Two_who_need_the_same_database_at_once_both_get_it()
    {
        var strings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cluster.EnsureDatabaseAsync("Six \"facts\"", TestContext.Current.CancellationToken)));
        strings.Distinct().Count().ShouldBe(1);
        (await Sql.Run(cluster, "select current_database()", "Six \"facts\"")).ShouldBe("Six \"facts\"");
        (await Sql.Run(cluster, "select upper('қарлығаш ж')")).ShouldBe("ҚАРЛЫҒАШ Ж");
        await Should.ThrowAsync<ArgumentException>(() => cluster.EnsureDatabaseAsync(new string('ж', 32)));
    }

    [Fact]
    public async Task As_root_a_folder_that_the_server_cannot_enter_is_refused_with_the_way_out()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A matter of root's.");
        using var closed = new TemporaryFolder();
        Directory.CreateDirectory(closed.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var e = await Should.ThrowAsync<PostgresUnavailableException>(() => Sql.Hold(closed.In("data")));
        e.Message.ShouldContain($"cannot enter {closed.In("data")}: choose a --data folder");
        e.Message.ShouldNotContain("\n");
    }

    private async Task LogIsFreeOfTheCanary()
    {
        // A statement that is refused at the door of the server is logged: so the log is seen to work, and in order.
        var mark = "mark_" + Guid.NewGuid().ToString("N");
        await Should.ThrowAsync<PostgresException>(() => Sql.Run(cluster, "select 1", mark));
        string log() => string.Concat(Directory.GetFiles(cluster.LogFolder).Select(File.ReadAllText));
        await Until.True(() => log().Contains(mark), () => "the mark is not in the log");
        log().ShouldNotContain("canary", Case.Insensitive);
    }

    private string Password() => File.ReadAllText(running.Folder.In("password")).Trim();
}
