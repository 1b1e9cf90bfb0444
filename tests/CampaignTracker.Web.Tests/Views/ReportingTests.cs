using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>What spreadsheets and BI tools read.</summary>
public sealed class ReportingTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task Reports_show_the_campaign_as_it_is_known()
    {
        var opened = await Opened(Written.Case(), Written.Arrested(), Written.Demand("release-case-1", about: "case-1"));
        await Shown((await Record(Written.Released(), Written.Retraction(opened.Id(2), "case-1"))).ShouldBe(HttpStatusCode.Created).Sequence);

        (await Tracker.Rows<string>("select type || ' ' || status from reporting.events where campaign = $1 order by occurred_earliest, type", Campaign))
            .ShouldBe(["campaign_opened Current", "arrested Retracted", "case_opened Current", "demand_issued Current", "release_achieved Current"]);
        (await Tracker.Query<string>("select title || ', held: ' || held || ', ' || custody from reporting.cases where campaign = $1", Campaign))
            .ShouldBe("Vladimir Kozlov, held: No, FreeConditionally");
        (await Tracker.Query<string>("select demand || ' ' || status || ' ' || addressees from reporting.demands where campaign = $1", Campaign))
            .ShouldBe("release-case-1 MetConditionally Kazakhstan");
    }

    [Fact]
    public async Task Only_the_rows_that_changed_are_written()
    {
        await Shown((await Opened(Written.Case(), Written.Case("case-2", "Vadim Kuramshin"), Written.Arrested())).Sequence);
        var before = await Versions();
        await Shown((await Record(Written.Arrested("case-2"))).Sequence);
        var after = await Versions();

        after["case-1"].ShouldBe(before["case-1"]);
        after["case-2"].ShouldNotBe(before["case-2"]);
    }

    [Fact]
    public async Task Nothing_restricted_reaches_a_report()
    {
        var hidden = Written.Case("case-2", "Somebody in danger").With("sensitivity", "Restricted");
        await Shown((await Opened(Written.Case(), Written.Arrested(), hidden, Written.Arrested("case-2"))).Sequence);

        (await Tracker.Rows<string>("select case_name from reporting.cases where campaign = $1", Campaign)).ShouldBe(["case-1"]);
        (await Tracker.Rows<string>("select subject from reporting.events where campaign = $1 and subject = 'case-2'", Campaign)).ShouldBeEmpty();
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases")).Text.ShouldContain("Somebody in danger");
    }

    [Fact]
    public async Task The_reporting_role_reads_reports_and_nothing_else()
    {
        await using var connection = new NpgsqlConnection(Tracker.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Run(connection, "set role campaign_tracker_reporting");

        foreach (var view in new[] { "events", "demands", "cases", "dialogues", "gates" }) await Run(connection, $"select * from reporting.{view}");
        foreach (var refused in new[] { "select * from tracker.mt_events", $"select * from tracker.{ViewVersion.Table("report_cases")}", "delete from reporting.events", "create table reporting.mine ()" })
            (await Should.ThrowAsync<PostgresException>(() => Run(connection, refused))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, refused);
    }

    private async Task Shown(long sequence) => (await Tracker.Get($"/api/campaigns?after={sequence}")).ShouldBe(HttpStatusCode.OK);

    private async Task<Dictionary<string, string>> Versions() =>
        (await Tracker.Rows<string>($"select case_name || ' ' || xmin from tracker.{ViewVersion.Table("report_cases")} where campaign = $1", Campaign))
        .Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1]);

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
