using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>What is on record around a batch: its subjects, the subjects and events it refers to, its identifiers, and whether it was recorded before.</summary>
/// <param name="BySubject">The events of each subject concerned, by the subject's short name.</param>
/// <param name="ById">The events that are referred to or repeated, by id.</param>
/// <param name="Identifiers">The subject that an identifier belongs to, by scheme and value.</param>
/// <param name="Earlier">The hash of the body and the events of an earlier request with the same key; null when there was none.</param>
internal sealed record Surroundings(
    Dictionary<string, List<RecordedEvent>> BySubject,
    Dictionary<Guid, RecordedEvent> ById,
    Dictionary<(string Scheme, string Value), string> Identifiers,
    (byte[] BodyHash, Guid[] Events)? Earlier)
{
    /// <summary>Loads all of it in one round trip, whatever the size of the log.</summary>
    public static async Task<Surroundings> LoadAsync(NpgsqlDataSource database, RecordEvents command, Wanted wanted, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        Add(batch, $"""
            select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.stream_id = any($1) order by e.seq_id
            """, [wanted.Subjects.Select(name => StreamKey.Of(command.Campaign, name)).ToArray()]);
        Add(batch, $"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.id = any($1) and e.type <> 'tombstone'", [wanted.Events.ToArray()]);
        Add(batch, $"""
            select scheme, value, subject from {TrackerSchema.Name}.identifiers
            where campaign = $1 and (scheme, value) in (select * from unnest($2::text[], $3::text[]))
            """, [command.Campaign, wanted.Identifiers.Select(i => i.Scheme).ToArray(), wanted.Identifiers.Select(i => i.Value).ToArray()]);
        Add(batch, $"select body_hash, event_ids from {TrackerSchema.Name}.idempotency where scope = $1 and key = $2",
            [command.Request?.Scope ?? "", command.Request?.Key ?? ""]);
        Add(batch, $"""
            select {EventLog.Columns} from {TrackerSchema.Name}.idempotency i
            join {TrackerSchema.Name}.mt_events e on e.id = any(i.event_ids)
            where i.scope = $1 and i.key = $2
            """, [command.Request?.Scope ?? "", command.Request?.Key ?? ""]);

        Dictionary<string, List<RecordedEvent>> bySubject = new(StringComparer.Ordinal);
        Dictionary<Guid, RecordedEvent> byId = [];
        Dictionary<(string, string), string> owners = [];
        (byte[], Guid[])? earlier = null;
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var e = EventLog.Read(reader);
            if (!bySubject.TryGetValue(e.Event.Subject, out var events)) bySubject.Add(e.Event.Subject, events = []);
            events.Add(e);
        }
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) byId[reader.GetGuid(0)] = EventLog.Read(reader);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) owners[(reader.GetString(0), reader.GetString(1))] = reader.GetString(2);
        await reader.NextResultAsync(ct);
        if (await reader.ReadAsync(ct)) earlier = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<Guid[]>(1));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) byId[reader.GetGuid(0)] = EventLog.Read(reader);
        return new Surroundings(bySubject, byId, owners, earlier);
    }

    private static void Add(NpgsqlBatch batch, string sql, IReadOnlyList<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
