using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Marten;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>The tables as they are in the database.</summary>
public sealed class SchemaTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Everything = """
        select string_agg(line, E'\n' order by line) from (
            select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line from information_schema.columns
            where table_schema in ('tracker', 'reporting', 'wolverine')
            union all select indexdef from pg_indexes where schemaname = 'tracker'
            union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
            union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname = 'tracker') as lines
        """;

    [Fact]
    public async Task Applied_again_it_changes_nothing_and_is_what_Marten_expects()
    {
        var before = await Tracker.Query<string>(Everything);
        await Tracker.Get<SchemaMigration>().ApplyAsync(TestContext.Current.CancellationToken);
        (await Tracker.Query<string>(Everything)).ShouldBe(before);
        await Tracker.Get<IDocumentStore>().Storage.Database.AssertDatabaseMatchesConfigurationAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Several_processes_may_apply_it_at_once()
    {
        var schema = Tracker.Get<SchemaMigration>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => schema.ApplyAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_somebody_removed_or_changed_is_there_again_after_the_next_start()
    {
        // A database of its own: others record meanwhile.
        await using var tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        var before = await tracker.Query<string>(Everything);
        foreach (var mischief in (string[])
            [
                "drop trigger stamp_recorded_at on tracker.mt_events",
                "create or replace function tracker.stamp_recorded_at() returns trigger language plpgsql as 'begin return new; end'",
                "drop index tracker.idx_mt_events_campaign",
                "drop index tracker.idx_mt_events_closed",
                "drop table tracker.identifiers",
                "drop function tracker.mt_quick_append_events",
            ])
        {
            await tracker.Rows<string>(mischief);
            (await tracker.Query<string>(Everything)).ShouldNotBe(before, mischief);
            await tracker.Get<SchemaMigration>().ApplyAsync(TestContext.Current.CancellationToken);
            (await tracker.Query<string>(Everything)).ShouldBe(before, mischief);
        }
    }

    [Fact]
    public async Task A_start_on_tables_that_are_as_they_should_be_leaves_them_unlocked_and_unread()
    {
        // A database of its own: nobody else could read or record meanwhile.
        await using var tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        await using var connection = new NpgsqlConnection(tracker.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("lock table tracker.mt_events in access exclusive mode", connection, transaction))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await tracker.Get<SchemaMigration>().ApplyAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_campaigns_events_are_read_by_index()
    {
        await Opened(Written.Case());
        await using var connection = new NpgsqlConnection(Tracker.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var choice = new NpgsqlCommand("set enable_seqscan = off", connection)) await choice.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var statement = EventLog.OneCampaign.Replace("$1", $"'{Campaign}'", StringComparison.Ordinal).Replace("$2", "0", StringComparison.Ordinal).Replace("$3", "1000000", StringComparison.Ordinal);
        await using var command = new NpgsqlCommand($"explain {statement}", connection);
        List<string> plan = [];
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(0));
        var text = string.Join('\n', plan);
        text.ShouldContain(TrackerSchema.CampaignIndex);
        text.ShouldContain($"Index Cond: (((data ->> 'campaign'::text) = '{Campaign}'::text) AND (seq_id >= 0) AND (seq_id <= ");
    }

    [Fact]
    public async Task Place_holders_that_a_failed_save_leaves_in_the_log_are_never_shown()
    {
        var opened = await Opened(Written.Case());
        await using (var connection = new NpgsqlConnection(Tracker.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("""
                insert into tracker.mt_streams (id, version) values ('mt_tombstone', 0) on conflict do nothing;
                insert into tracker.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
                select n, gen_random_uuid(), 'mt_tombstone', n, '{}', 'tombstone', '-infinity', '*DEFAULT*', 'JasperFx.Events.Tombstone, JasperFx.Events'
                from nextval('tracker.mt_events_sequence') n
                """, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        (await Tracker.Query<bool>("select timestamp = '-infinity' from tracker.mt_events where type = 'tombstone'")).ShouldBeTrue();

        var after = (await Tracker.Record(Campaign, Written.Arrested())).ShouldBe(HttpStatusCode.Created);
        var timeline = (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?after={after.Sequence}")).ShouldBe(HttpStatusCode.OK);
        timeline.Body["entries"]!.AsArray().Select(entry => entry!["event"]!.GetValue<string>()).ShouldBe([opened.Id(), opened.Id(1), after.Id()], ignoreOrder: true);
        var export = Tracker.Get<EventLog>().ExportAsync(null, TestContext.Current.CancellationToken);
        await foreach (var line in export) line.Event.Campaign.ShouldNotBeEmpty();
    }
}
