using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Benchmarks;

/// <summary>A campaign of 10,000 events seen from (V, K), against reading, deserialising and folding by hand.</summary>
internal static class Replaying
{
    private const int Events = 10_000;
    private static readonly EdtfDate AsOf = EdtfDate.Parse("2016-01-01");

    private static readonly ViewpointRequest Asked =
        new(AsOf, new KnownAt(Sequence: Events - 1_000), Sensitivity.Restricted, RuleSetList.BuiltIn.AskOwn(), After: null, TimeProvider.System.Today());


    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "replay");
        await tracker.Plain.FillAsync(campaigns: 1, eventsEach: Events, firstNumber: 1);
        await tracker.Plain.FillAsync(campaigns: 50, eventsEach: 200, firstNumber: 100);
        await tracker.SettleAsync();
        var reader = tracker.Get<CampaignReader>();
        var turns = await Turns.TakeAsync(quick ? 7 : 21,
            () => ByHandAsync(tracker.Plain),
            async () =>
            {
                var known = await reader.ReadAsync(Facts.Name(1), Asked, CancellationToken.None) ?? throw new InvalidOperationException("Nothing is known.");
                _ = known.State;
            },
            warmUps: 3);
        return [turns.Result("replay of a campaign of 10,000 events at (V, K)", "read + deserialise + the same fold, by hand", 0.8, 1, "replays")];
    }

    private static async Task ByHandAsync(PlainLog log)
    {
        await using var command = log.Database.CreateCommand($"""
            select id, seq_id, version, timestamp, user_name, type, data, headers from tracker.mt_events
            where data ->> 'campaign' = $1 and seq_id <= {Events - 1_000} order by seq_id
            """);
        command.Parameters.Add(new() { Value = Facts.Name(1) });
        List<RecordedEvent> events = [];
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var e = (CampaignEvent)JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(6), EventCatalogue.Find(row.GetString(5))!.ClrType, EventJson.Options)!;
            var index = row.IsDBNull(7) ? 0 : JsonSerializer.Deserialize<JsonElement>(row.GetFieldValue<byte[]>(7)) is { ValueKind: JsonValueKind.Object } headers ? headers.GetProperty("index").GetInt32() : 0;
            events.Add(new RecordedEvent(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), index, e));
        }
        CampaignState.Of(events, Viewpoints.Of(AsOf));
    }
}
