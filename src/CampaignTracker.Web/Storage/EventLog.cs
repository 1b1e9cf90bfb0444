using System.Runtime.CompilerServices;
using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using Npgsql;

namespace CampaignTracker.Web.Storage;

/// <summary>Reads events of the log.</summary>
public sealed class EventLog(NpgsqlDataSource database, CampaignCache cache)
{
    /// <summary>What an event takes in memory beside its body, about, in bytes.</summary>
    internal const int EventOverhead = 300;

    /// <summary>The columns that <c>Read</c> takes.</summary>
    internal const string Columns = "e.id, e.seq_id, e.version, e.timestamp, e.user_name, e.type, e.data, e.headers";

    /// <summary>
    /// The settled mark of the log, below which nothing can appear any more. Marten notes it a moment after it has acted on it, so what the
    /// views have reached is settled too: without that a read could miss what a view already shows.
    /// </summary>
    internal const string Settled =
        $"coalesce((select max(last_seq_id) from {TrackerSchema.Name}.mt_event_progression), 0)";

    /// <summary>Takes a campaign, the first sequence to read, and a sequence that is known to be settled.</summary>
    internal const string OneCampaign = $"""
        select {Columns} from {TrackerSchema.Name}.mt_events e
        where e.data ->> 'campaign' = $1
          and e.seq_id >= $2 and e.seq_id <= greatest($3, {Settled})
        order by e.seq_id
        """;

    /// <summary>
    /// The events of a campaign, in the order of the log, up to a state of knowledge: by index, at a cost that the rest of the log does not
    /// change, and of what is remembered only what is new. Knowledge reaches up to the settled mark of the log, below which nothing can
    /// appear any more.
    /// </summary>
    /// <param name="anew">True to read every event from the database, whatever is remembered.</param>
    /// <exception cref="UnreadableEventException">An event of the log cannot be read.</exception>
    public async Task<CampaignLog> ReadCampaignAsync(string campaign, KnownAt knownAt, CancellationToken ct, bool anew = false)
    {
        var known = anew ? await LoadAsync(campaign, settled: 0, ct) : await RememberAsync(campaign, settled: 0, ct);

        // An instant stands for the last sequence recorded by then, so that both forms of K mean the same events.
        return new CampaignLog(campaign, known.Events).UpTo(knownAt);
    }

    /// <summary>The events of a campaign up to a sequence that is settled.</summary>
    /// <param name="anew">True to read every event from the database, and to remember none.</param>
    internal async Task<CampaignLog> ReadThroughAsync(string campaign, long through, bool anew, CancellationToken ct)
    {
        var known = anew ? await LoadAsync(campaign, through, ct) : await RememberAsync(campaign, through, ct);
        return new CampaignLog(campaign, known.Events).UpTo(new KnownAt(Sequence: through));
    }

    private async Task<RememberedLog> RememberAsync(string campaign, long settled, CancellationToken ct)
    {
        if (cache.Find<RememberedLog>(CacheKey.OfLog(campaign), CacheKey.CheckedWhenUsed) is not { } known)
        {
            var all = await LoadAsync(campaign, settled, ct);
            return Keep(campaign, all);
        }

        // From the last event that is remembered: where another stands in its place, it is another log.
        var news = await LoadAsync(campaign, settled, ct, known.Last.Sequence);
        if (news.Events is not [var last, ..] || last.Id != known.Last.Id || last.RecordedAt != known.Last.RecordedAt)
        {
            var all = await LoadAsync(campaign, settled, ct);
            return Keep(campaign, all);
        }
        if (news.Events.Count == 1) return known;
        return Keep(campaign, new RememberedLog([.. known.Events, .. news.Events.Skip(1)], known.Bytes + news.Bytes));
    }

    private RememberedLog Keep(string campaign, RememberedLog log) => log.Events.Count == 0
        ? log
        : cache.Keep(CacheKey.OfLog(campaign), CacheKey.CheckedWhenUsed, log, log.Bytes + log.Events.Count * EventOverhead);

    private async Task<RememberedLog> LoadAsync(string campaign, long settled, CancellationToken ct, long from = 0)
    {
        await using var command = database.CreateCommand(OneCampaign);
        if (settled > 0) command.CommandTimeout = SessionDatabase.Patience;
        command.Parameters.Add(new() { Value = campaign });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = settled });
        List<RecordedEvent> events = [];
        var bytes = 0L;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            events.Add(Read(reader, out var length));
            bytes += length;
        }
        return new RememberedLog(events, bytes);
    }

    /// <summary>
    /// The settled events as lines of the exchange format: batch by batch, each in the order in which it was sent. (Within a batch an older
    /// log goes subject by subject.) An import takes them in this order, so that a second export writes the same.
    /// </summary>
    /// <param name="campaign">Only this campaign's; null for all.</param>
    public async IAsyncEnumerable<EventLine> ExportAsync(string? campaign, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {Columns} from {TrackerSchema.Name}.mt_events e
            where ($1 is null or e.data ->> 'campaign' = $1) and e.type <> 'tombstone'
              and e.seq_id <= {Settled}
            order by min(e.seq_id) over (partition by e.timestamp), coalesce((e.headers ->> 'index')::int, 0), e.seq_id
            """);
        command.CommandTimeout = SessionDatabase.Patience;
        command.Parameters.Add(new() { Value = (object?)campaign ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            // Where the event was recorded first is what travels on; this tracker's own recording is its own affair.
            var e = Read(reader);
            yield return new EventLine(
                e.Id, e.Event, new RecordedMark(e.Claim?.At ?? e.RecordedAt, e.Claim?.By ?? e.RecordedBy, e.Position, e.Batch));
        }
    }

    /// <summary>One row as an event.</summary>
    /// <exception cref="UnreadableEventException">Its type is unknown or its body is broken.</exception>
    internal static RecordedEvent Read(NpgsqlDataReader row) => Read(row, out _);

    /// <summary>The same, with the length of the stored body.</summary>
    internal static RecordedEvent Read(NpgsqlDataReader row, out int bytes)
    {
        var sequence = row.GetInt64(1);
        var typeName = row.GetString(5);
        var type = EventCatalogue.Find(typeName) ?? throw new UnreadableEventException(sequence, "unknown_type");
        var body = row.GetFieldValue<byte[]>(6);
        bytes = body.Length;
        CampaignEvent e;
        try
        {
            e = (CampaignEvent?)JsonSerializer.Deserialize(body, type.ClrType, EventJson.Options)
                ?? throw new UnreadableEventException(sequence, "broken_body");
        }
        catch (JsonException)
        {
            throw new UnreadableEventException(sequence, "broken_body");
        }
        var headers = row.IsDBNull(7) ? EventHeaders.None : EventHeaders.Read(row.GetFieldValue<byte[]>(7));
        return new RecordedEvent(
            row.GetGuid(0), sequence, row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? "" : row.GetString(4), headers.Position ?? headers.Index, e)
        {
            Warnings = headers.Warnings,
            Claim = headers.Claim,
            File = headers.File,
            Line = headers.Index,
            FirstBatch = headers.Batch,
        };
    }
}

/// <summary>
/// The settled events of a campaign. What is settled never changes, so that who reads a campaign again asks only for what came after the
/// last event that is remembered, and sees by that event whether it is still the same log
/// (docs/decisions/0021-what-is-settled-is-read-once.md).
/// </summary>
/// <param name="Events">In the order of the log, never changed.</param>
/// <param name="Bytes">What they take as stored.</param>
internal sealed record RememberedLog(IReadOnlyList<RecordedEvent> Events, long Bytes)
{
    public RecordedEvent Last => Events[^1];
}

/// <summary>K as it was asked for: an instant, a sequence, or neither for all that is settled.</summary>
public sealed record KnownAt(DateTimeOffset? Instant = null, long? Sequence = null)
{
    public static KnownAt Now { get; } = new();
}

/// <summary>The events of a campaign up to a state of knowledge.</summary>
public sealed record CampaignLog(string Campaign, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>The citable form of K: the sequence of the last event that is known; 0 when there is none.</summary>
    public long Sequence => Events.Count == 0 ? 0 : Events[^1].Sequence;

    /// <summary>The part of it that was known: an instant stands for the last sequence recorded by then.</summary>
    public CampaignLog UpTo(KnownAt knownAt)
    {
        var last = Events.Count - 1;
        while (last >= 0
            && (Events[last].Sequence > (knownAt.Sequence ?? long.MaxValue)
            || Events[last].RecordedAt > (knownAt.Instant ?? DateTimeOffset.MaxValue))) last--;
        return last == Events.Count - 1 ? this : this with { Events = [.. Events.Take(last + 1)] };
    }

    /// <summary>The part of it that a clearance reaches.</summary>
    public CampaignLog VisibleTo(Sensitivity clearance)
    {
        var seen = Knowledge.At(Events, upTo: null, clearance);
        return this with { Events = [.. Events.Where(e => seen.Fact(e.Id) is not null)] };
    }

    /// <summary>When the last event that is known was recorded.</summary>
    public DateTimeOffset? At => Events.Count == 0 ? null : Events[^1].RecordedAt;
}

/// <summary>An event of the log that cannot be read: the log was written by a newer version, or changed by hand.</summary>
/// <param name="sequence">Its place in the log.</param>
/// <param name="reason">A short name: <c>unknown_type</c>, <c>broken_body</c>.</param>
public sealed class UnreadableEventException(long sequence, string reason)
    : Exception($"Event {sequence} of the log cannot be read: {(reason == "unknown_type" ? "its type is unknown to this version" : "its body is broken")}.")
{
    public long Sequence { get; } = sequence;

    public string Reason { get; } = reason;
}
