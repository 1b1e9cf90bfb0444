using System.Collections.Concurrent;
using CampaignTracker.Edtf;
using CampaignTracker.Testing;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CampaignTracker.Faults.Tests;

/// <summary>
/// Everything that was sent to a tracker, and whether the log and the views agree with it: what was acknowledged is there exactly once, in its stream,
/// versions without gaps; what was not is there wholly or not at all; nothing else is there; the views are those of a replay and of a rebuild.
/// </summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Operation> operations = new();

    public int Acknowledged => operations.Count(operation => operation.Acknowledged is not null);

    /// <summary>How many events were acknowledged.</summary>
    public int Events => operations.Where(operation => operation.Acknowledged is not null).Sum(operation => operation.Ids.Count);

    public IEnumerable<Operation> Unacknowledged => operations.Where(operation => operation.Acknowledged is null);

    public Operation Add(Operation operation)
    {
        operations.Enqueue(operation);
        return operation;
    }

    /// <summary>Compares the log with what was sent.</summary>
    /// <param name="others">How many events of these campaigns were recorded otherwise, before.</param>
    public async Task CheckLogAsync(string connectionString, int others)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var stored = await StoredAsync(database);
        var keys = await KeysAsync(database);
        var present = 0;
        foreach (var operation in operations)
        {
            var found = operation.Ids.Count(stored.ContainsKey);
            if (operation.Acknowledged is { } places)
            {
                foreach (var (place, stream) in places.Zip(operation.Streams))
                    stored.GetValueOrDefault(place.Id).ShouldBe((stream, place.Version, place.Sequence), $"what was acknowledged is not there as it was answered: {place.Id}");
            }
            if (found > 0)
            {
                found.ShouldBe(operation.Ids.Count, "an operation is there in part");
                keys.GetValueOrDefault((operation.Campaign, operation.Key)).ShouldBe(operation.Ids.ToArray(), "the key of a recorded operation");
            }
            else keys.ContainsKey((operation.Campaign, operation.Key)).ShouldBeFalse("the key of an operation is there, and its events are not");
            present += found;
        }
        stored.Count.ShouldBe(present + others, "events that nobody sent");
        await ShouldHaveNoGapsAsync(database, stored.Values);
    }

    /// <summary>Waits until the views show all of the log, and compares them with a replay, and with what a rebuild makes of them.</summary>
    public static Task CheckViewsAsync(string connectionString) => CheckViewsAsync(connectionString, ViewVersion.Current);

    /// <summary>The same of the views of a version.</summary>
    public static async Task CheckViewsAsync(string connectionString, int version)
    {
        var shard = ViewVersion.ShardOf(CampaignViews.Name, version);
        string Table(string name) => $"tracker.{name}_v{version}";
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTracker(connectionString, new TrackerOptions("checker", Nodes.Several, Waits.Usual), keepsViews: false);
        await using var provider = services.BuildServiceProvider();
        var database = provider.GetRequiredService<NpgsqlDataSource>();
        var reader = provider.GetRequiredService<CampaignReader>();
        var last = await ScalarAsync<long>(database, "select max(seq_id) from tracker.mt_events where type <> 'tombstone'");
        long reached = 0;
        await Until.True(async () => (reached = await ScalarAsync<long>(database, $"select coalesce((select last_seq_id from tracker.mt_event_progression where name = '{shard}'), 0)")) >= last,
            async () => $"the views stand at {reached} of {last}; {await ScalarAsync<string>(database, """
                select string_agg(concat_ws(' ', name, last_seq_id, agent_status, failure_category), ', ') from tracker.mt_event_progression
                """)}; kept by {await ScalarAsync<string>(database, "select coalesce(string_agg(concat_ws(' ', id, node_id), ', '), 'nobody') from wolverine.wolverine_node_assignments")}",
            TimeSpan.FromSeconds(60));

        var campaigns = await ScalarAsync<string[]>(database, "select array_agg(distinct data ->> 'campaign') from tracker.mt_events where type <> 'tombstone'");
        (await ScalarAsync<string[]>(database, $"select array_agg(campaign) from {Table("campaigns")}")).ShouldBe(campaigns, ignoreOrder: true);
        foreach (var campaign in campaigns)
        {
            var drawnFor = EdtfDate.Of(await ScalarAsync<DateOnly>(database, $"select as_of from {Table("campaigns")} where campaign = '{campaign}'"));
            var from = (await reader.ReadAnewAsync(campaign, Requested.At(KnownAt.Now, drawnFor), CancellationToken.None)).ShouldNotBeNull();
            foreach (var view in ViewCatalogue.Stored)
            {
                (await ScalarAsync<byte[]>(database, $"select body from {Table("campaign_views")} where campaign = '{campaign}' and view = '{view.Name}'"))
                    .ShouldBe(from.Write(from.Of(view)), $"{campaign} {view.Name}");
            }
        }

        var before = await ContentAsync(database, version);
        await RebuildAsync(provider, connectionString, version);
        (await ContentAsync(database, version)).ShouldBe(before, "a rebuild gives other views");
    }

    // Another version is another program's affair.
    private static async Task RebuildAsync(IServiceProvider provider, string connectionString, int version)
    {
        if (version == ViewVersion.Current)
        {
            await provider.GetRequiredService<ViewProjector>().DrawAllAsync(CancellationToken.None);
            return;
        }
        using var rebuild = TrackerProcess.Start(["views", "rebuild"], database: connectionString, setting: ViewVersion.RaisedTo(version));
        var (exitCode, _, errors) = await rebuild.End();
        exitCode.ShouldBe(0, errors);
    }

    private static async Task ShouldHaveNoGapsAsync(NpgsqlDataSource database, IEnumerable<(string Stream, long Version, long Sequence)> stored)
    {
        foreach (var stream in stored.GroupBy(e => e.Stream, StringComparer.Ordinal))
        {
            stream.Select(e => e.Version).Order().ShouldBe(Enumerable.Range(1, stream.Count()).Select(version => (long)version), stream.Key);
            stream.OrderBy(e => e.Version).Select(e => e.Sequence).ShouldBeInOrder(SortDirection.Ascending, stream.Key);
        }
        (await ScalarAsync<long>(database, """
            select count(*) from tracker.mt_streams s
            where s.id <> 'mt_tombstone' and s.version <> (select count(*) from tracker.mt_events e where e.stream_id = s.id)
            """)).ShouldBe(0, "streams whose version is not the number of their events");
    }

    private static async Task<Dictionary<Guid, (string Stream, long Version, long Sequence)>> StoredAsync(NpgsqlDataSource database)
    {
        // The index on ids is unique: an id that is there is there once.
        Dictionary<Guid, (string, long, long)> stored = [];
        await using var command = database.CreateCommand("select id, stream_id, version, seq_id from tracker.mt_events where type <> 'tombstone'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) stored.Add(reader.GetGuid(0), (reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return stored;
    }

    private static async Task<Dictionary<(string Campaign, string Key), Guid[]>> KeysAsync(NpgsqlDataSource database)
    {
        Dictionary<(string, string), Guid[]> keys = [];
        await using var command = database.CreateCommand("select scope, key, event_ids from tracker.idempotency");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) keys.Add((reader.GetString(0), reader.GetString(1)), reader.GetFieldValue<Guid[]>(2));
        return keys;
    }

    /// <summary>Everything that is drawn, table by table; how far a campaign was read may differ between two drawings of the same.</summary>
    private static async Task<string> ContentAsync(NpgsqlDataSource database, int version)
    {
        List<string> tables = [];
        foreach (var current in CampaignViews.Tables)
        {
            var table = current[..current.LastIndexOf("_v", StringComparison.Ordinal)] + $"_v{version}";
            tables.Add(table + ": " + await ScalarAsync<string>(database,
                $"select count(*) || ' rows ' || coalesce(md5(string_agg(r, e'\\n' order by r)), '') from (select (to_jsonb(t) - 'through')::text as r from tracker.{table} t) rows"));
        }
        return string.Join('\n', tables);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
