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
    /// <summary>The same as it was known at a sequence.</summary>
    public Surroundings UpTo(long sequence) => this with
    {
        BySubject = BySubject.Select(pair => (pair.Key, Known: pair.Value.Where(e => e.Sequence <= sequence).ToList())).Where(pair => pair.Known.Count > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Known, StringComparer.Ordinal),
        ById = ById.Where(pair => pair.Value.Sequence <= sequence).ToDictionary(),
    };

    /// <summary>Loads all of it in one round trip, whatever the size of the log.</summary>
    public static async Task<Surroundings> LoadAsync(NpgsqlDataSource database, RecordEvents command, Wanted wanted, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        List<Func<NpgsqlDataReader, CancellationToken, Task>> readers = [];
        void Ask(string sql, object[] values, Func<NpgsqlDataReader, CancellationToken, Task> read)
        {
            Add(batch, sql, values);
            readers.Add(read);
        }

        Dictionary<string, List<RecordedEvent>> bySubject = new(StringComparer.Ordinal);
        Dictionary<Guid, RecordedEvent> byId = [];
        Dictionary<(string, string), string> owners = [];
        (byte[], Guid[])? earlier = null;

        async Task ReadSubjects(NpgsqlDataReader row, CancellationToken token)
        {
            while (await row.ReadAsync(token))
            {
                var e = EventLog.Read(row);
                if (!bySubject.TryGetValue(e.Event.Subject, out var events)) bySubject.Add(e.Event.Subject, events = []);
                events.Add(e);
            }
        }
        Ask($"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.stream_id = any($1) order by e.seq_id",
            [wanted.Subjects.Select(name => StreamKey.Of(command.Campaign, name)).ToArray()], ReadSubjects);
        if (!wanted.Subjects.Contains(command.Campaign))
        {
            Ask($"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.stream_id = $1 and e.version = 1",
                [StreamKey.Of(command.Campaign, command.Campaign)], ReadSubjects);
        }
        if (wanted.Events.Count > 0)
        {
            Ask($"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.id = any($1) and e.type <> 'tombstone'", [wanted.Events.ToArray()],
                async (row, token) => { while (await row.ReadAsync(token)) byId[row.GetGuid(0)] = EventLog.Read(row); });
        }
        if (wanted.Identifiers.Count > 0)
        {
            Ask($"""
                select scheme, value, subject from {TrackerSchema.Name}.identifiers
                where campaign = $1 and (scheme, value) in (select * from unnest($2::text[], $3::text[]))
                """, [command.Campaign, wanted.Identifiers.Select(i => i.Scheme).ToArray(), wanted.Identifiers.Select(i => i.Value).ToArray()],
                async (row, token) => { while (await row.ReadAsync(token)) owners[(row.GetString(0), row.GetString(1))] = row.GetString(2); });
        }
        if (command.Request is { } request)
        {
            Ask($"""
                select {EventLog.Columns}, i.body_hash, i.event_ids from {TrackerSchema.Name}.idempotency i
                join {TrackerSchema.Name}.mt_events e on e.id = any(i.event_ids)
                where i.scope = $1 and i.key = $2
                """, [request.Scope, request.Key],
                async (row, token) =>
                {
                    while (await row.ReadAsync(token))
                    {
                        byId[row.GetGuid(0)] = EventLog.Read(row);
                        earlier = (row.GetFieldValue<byte[]>(8), row.GetFieldValue<Guid[]>(9));
                    }
                });
        }

        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var read in readers)
        {
            await read(reader, ct);
            await reader.NextResultAsync(ct);
        }
        return new Surroundings(bySubject, byId, owners, earlier);
    }

    private static void Add(NpgsqlBatch batch, string sql, IReadOnlyList<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
