using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// What is on record around a batch: its subjects, the subjects and events it refers to, its identifiers, and whether it was recorded
/// before.
/// </summary>
internal sealed record Surroundings
{
    private const long AfterAll = long.MaxValue / 2;

    /// <summary>Each subject concerned that was ever opened, by its short name.</summary>
    public Dictionary<string, KnownSubject> BySubject { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The events that are referred to or repeated, by id.</summary>
    public Dictionary<Guid, RecordedEvent> ById { get; init; } = [];

    /// <summary>The subject that an identifier belongs to, by scheme and value as they are compared.</summary>
    public Dictionary<(string Scheme, string Value), string> Identifiers { get; init; } = [];

    /// <summary>True when the campaign was opened.</summary>
    public bool CampaignIsOpen { get; init; }

    /// <summary>True when the campaign was closed at some time, and it was not looked whether it still is.</summary>
    public bool WasClosed { get; init; }

    /// <summary>The subjects of which an event may name one of <see cref="Wanted.Named"/>.</summary>
    public IReadOnlyList<string> Naming { get; init; } = [];

    /// <summary>The hash of the body and the events of an earlier request with the same key; null when there was none.</summary>
    public (byte[] BodyHash, Guid[] Events)? Earlier { get; init; }

    /// <summary>
    /// True for what was remembered or foreseen: good enough to record by, since the append looks whether it still holds, and not to refuse
    /// by.
    /// </summary>
    public bool FromMemory { get; init; }

    /// <summary>The sequence from which a batch counts its events until they are stored: after all that is known.</summary>
    public long Next { get; init; } = AfterAll;

    /// <summary>True where events are among it that are not stored yet.</summary>
    public bool Foreseen => Next != AfterAll;

    /// <summary>The version of a subject's stream; 0 when it is new.</summary>
    public long VersionOf(string subject) => BySubject.TryGetValue(subject, out var known) ? known.Version : 0;

    /// <summary>The same as it was known at a sequence.</summary>
    public Surroundings UpTo(long sequence) => this with
    {
        BySubject = BySubject.Select(pair => (pair.Key, Known: pair.Value.Events.Where(e => e.Sequence <= sequence).ToArray()))
            .Where(pair => pair.Known.Length > 0)
            .ToDictionary(pair => pair.Key, pair => new KnownSubject(pair.Key, pair.Known), StringComparer.Ordinal),
        ById = ById.Where(pair => pair.Value.Sequence <= sequence).ToDictionary(),
    };

    /// <summary>The same as it will be when a batch that is being stored is on record.</summary>
    public Surroundings After(BatchDecision decision, Wanted wanted)
    {
        var next = this with { FromMemory = true, CampaignIsOpen = true, Next = decision.Known.Next + decision.Fresh.Count };
        foreach (var (name, subject) in decision.SubjectsAfter)
        {
            if (wanted.Subjects.Contains(name)) next.BySubject[name] = subject;
        }
        foreach (var draft in decision.Fresh) next.ById[draft.Id] = draft.Recorded;
        foreach (var (identifier, _) in decision.Identifiers.Released) next.Identifiers.Remove((identifier.Scheme, identifier.Value));
        foreach (var (
            identifier, subject) in decision.Identifiers.Claimed) next.Identifiers[(identifier.Scheme, identifier.Value)] = subject;
        return next;
    }

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

        Dictionary<string, (List<RecordedEvent> Events, long Bytes)> streams = new(StringComparer.Ordinal);
        Dictionary<Guid, RecordedEvent> byId = [];
        Dictionary<(string, string), string> owners = [];
        (byte[], Guid[])? earlier = null;
        List<string> naming = [];
        var (campaignIsOpen, wasClosed) = (false, false);

        Ask($"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.stream_id = any($1) order by e.stream_id, e.version",
            [wanted.Subjects.Select(name => StreamKey.Of(command.Campaign, name)).ToArray()],
            async (row, token) =>
            {
                while (await row.ReadAsync(token))
                {
                    var e = EventLog.Read(row, out var bytes);
                    var (events, before) = streams.GetValueOrDefault(e.Event.Subject, ([], 0));
                    events.Add(e);
                    streams[e.Event.Subject] = (events, before + bytes);
                }
            });
        if (!wanted.Subjects.Contains(command.Campaign))
        {
            Ask($"""
                select exists (select from {TrackerSchema.Name}.mt_streams where id = $1),
                    exists (select from {TrackerSchema.Name}.mt_events where stream_id = $1 and type = 'campaign_closed')
                """, [StreamKey.Of(command.Campaign, command.Campaign)],
                async (row, token) =>
                {
                    if (await row.ReadAsync(token)) (campaignIsOpen, wasClosed) = (row.GetBoolean(0), row.GetBoolean(1));
                });
        }
        if (wanted.Events.Count + wanted.Given.Count > 0)
        {
            Ask($"select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e where e.id = any($1) and e.type <> 'tombstone'",
                [wanted.Events.Concat(wanted.Given).ToArray()],
                async (row, token) => { while (await row.ReadAsync(token)) byId[row.GetGuid(0)] = EventLog.Read(row, out _); });
        }
        if (wanted.Named.Count > 0)
        {
            // Whoever retracts an opening, which is rare, goes through the campaign once.
            Ask($"""
                select distinct e.data ->> 'subject' from {TrackerSchema.Name}.mt_events e
                where e.data ->> 'campaign' = $1 and e.data ->> 'subject' <> all($2) and e.data::text like any($3)
                """, [command.Campaign, wanted.Named.ToArray(), wanted.Named.Select(name => $"%\"{name}\"%").ToArray()],
                async (row, token) => { while (await row.ReadAsync(token)) naming.Add(row.GetString(0)); });
        }
        if (wanted.Identifiers.Count > 0)
        {
            Ask($"""
                select scheme, value, subject from {TrackerSchema.Name}.identifiers
                where campaign = $1 and (scheme, value) in (select * from unnest($2::text[], $3::text[]))
                """, [command.Campaign, wanted.Identifiers.Select(i => i.Scheme).ToArray(), wanted.Identifiers.Select(i => i.Value).ToArray()],
                async (row, token) =>
                {
                    while (await row.ReadAsync(token)) owners[(row.GetString(0), row.GetString(1))] = row.GetString(2);
                });
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
                        byId[row.GetGuid(0)] = EventLog.Read(row, out _);
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
        return new Surroundings
        {
            BySubject = streams.ToDictionary(
                stream => stream.Key, stream => new KnownSubject(stream.Key, [.. stream.Value.Events], stream.Value.Bytes),
                StringComparer.Ordinal),
            ById = byId,
            Identifiers = owners,
            CampaignIsOpen = campaignIsOpen || streams.ContainsKey(command.Campaign),
            WasClosed = wasClosed,
            Naming = naming,
            Earlier = earlier,
        };
    }

    /// <summary>
    /// What is remembered around a batch; null when that is not all of it, or when the batch seems to be a repetition. Another process may
    /// have moved its subjects on: what is decided from memory is stored only where every subject is still at the version remembered, and
    /// else decided anew from the log (docs/decisions/0012-decided-from-memory.md).
    /// </summary>
    public static Surroundings? Recall(CampaignCache cache, RecordEvents command, Wanted wanted)
    {
        // Who owns an identifier, or names a subject, is known to the database alone.
        if (wanted.Identifiers.Count + wanted.Named.Count > 0
            || Find<OpenedCampaign>(cache, command.Campaign, command.Campaign) is not { } opened) return null;
        var known = new Surroundings
        {
            CampaignIsOpen = true, WasClosed = opened.WasClosed && !wanted.Subjects.Contains(command.Campaign), FromMemory = true,
        };
        foreach (var name in wanted.Subjects)
        {
            if (Find<KnownSubject>(cache, command.Campaign, name) is not { } subject) return null;
            known.BySubject.Add(name, subject);
            foreach (var e in subject.Events)
            {
                if (wanted.Given.Contains(e.Id)) return null;
                if (wanted.Events.Contains(e.Id)) known.ById[e.Id] = e;
            }
        }
        return wanted.Events.All(id => known.ById.ContainsKey(id) || wanted.Given.Contains(id)) ? known : null;
    }

    /// <summary>Remembers subjects of a campaign that is open.</summary>
    public void Keep(CampaignCache cache, string campaign, Dictionary<string, KnownSubject> subjects)
    {
        // Where another process closes it, this one learns of that when it next asks the log.
        var wasClosed = subjects.TryGetValue(campaign, out var own) ? own.Events.Any(e => e.Event is CampaignClosed) : WasClosed;
        cache.Keep(CacheKey.OfLog(campaign, campaign), CacheKey.CheckedWhenUsed, new OpenedCampaign(wasClosed), 0);
        foreach (var (name, subject) in subjects)
            cache.Keep(CacheKey.OfLog(campaign, name), CacheKey.CheckedWhenUsed, subject,
                subject.Bytes + subject.Events.Count * EventLog.EventOverhead);
    }

    private static T? Find<T>(CampaignCache cache, string campaign, string subject) where T : class =>
        cache.Find<T>(CacheKey.OfLog(campaign, subject), CacheKey.CheckedWhenUsed);

    private static void Add(NpgsqlBatch batch, string sql, IReadOnlyList<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}

/// <summary>Remembered of a campaign that is open.</summary>
/// <param name="WasClosed">True when it was closed at some time.</param>
internal sealed record OpenedCampaign(bool WasClosed);
