using System.Text;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Recording;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// A batch on its way into the log: everything in one round trip that is one transaction, since statements sent together without BEGIN are.
/// The events go in through Marten's own function, which checks each stream's version (docs/decisions/0009-one-round-trip-to-append.md).
/// </summary>
internal sealed class Appending : IAsyncDisposable
{
    /// <summary>What Marten's function raises when a stream is not at the version that was read.</summary>
    public const string VersionMismatch = "MT003";

    // More than somebody types: an import, or a client that can wait.
    private const int LargeBatch = 200;

    private const string NoTenant = "*DEFAULT*";

    private readonly NpgsqlBatch batch;
    private readonly List<IReadOnlyList<Draft>> streams = [];

    /// <summary>
    /// Begins by taking the streams, in one order for all: one recorder at a time saves on a subject, and two never wait for each other. The loser
    /// of a race would else have taken sequence numbers before it fails, and the views stand still for seconds before such a gap.
    /// </summary>
    public Appending(NpgsqlDataSource database, string[] streams)
    {
        batch = database.CreateBatch();
        Add("""
            select transaction_timestamp(), pg_advisory_xact_lock(key)
            from (select distinct hashtextextended(stream, 0) as key from unnest($1) stream order by 1) keys
            """, [streams]);
    }

    /// <summary>Adds a statement of our own that returns no rows. Those come before the events: a conflict in them takes no sequence number.</summary>
    public void Add(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    /// <summary>Adds events to a stream.</summary>
    /// <param name="stream">Its key.</param>
    /// <param name="version">The version that was read; 0 for a new stream.</param>
    public void Add(string stream, long version, IReadOnlyList<Draft> drafts, RecordEvents command)
    {
        var types = drafts.Select(draft => EventCatalogue.Of(draft.Event)).ToList();
        Add(
            $"""
            select {TrackerSchema.Name}.mt_quick_append_events(stream => $1, stream_type => null, tenantid => '{NoTenant}', event_ids => $2,
                event_types => $3, dotnet_types => $4, bodies => $5, bdatas => $6, correlation_ids => $7, headers => $8, user_names => $9,
                expected_version => $10)
            """,
            stream,
            Each(drafts, draft => draft.Id),
            types.ConvertAll(type => type.Name),
            types.ConvertAll(type => $"{type.ClrType.FullName}, {type.ClrType.Assembly.GetName().Name}"),
            Json(Each(drafts, draft => Encoding.UTF8.GetString(EventJson.Write(draft.Event)))),
            new NpgsqlParameter { Value = new byte[]?[drafts.Count], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
            new NpgsqlParameter { Value = Each(drafts, _ => command.Correlation), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            Json(Each(drafts, draft => EventHeaders.Write(draft))),
            Each(drafts, _ => command.Recorder),
            version);
        streams.Add(drafts);
    }

    /// <summary>Sends it all.</summary>
    /// <returns>The instant that the database stamped, and each new event's version and sequence by its id.</returns>
    /// <exception cref="PostgresException">Nothing was stored. <see cref="IsConflict"/> tells a conflict with another recorder.</exception>
    public async Task<(DateTimeOffset At, Dictionary<Guid, (long Version, long Sequence)> Places)> SendAsync(CancellationToken ct)
    {
        Dictionary<Guid, (long, long)> places = [];
        if (streams.Sum(drafts => drafts.Count) > LargeBatch) batch.Timeout = SessionDatabase.Patience;
        await using var reader = await batch.ExecuteReaderAsync(ct);

        // With no events there is no stream to take, and no row.
        var at = await reader.ReadAsync(ct) ? reader.GetFieldValue<DateTimeOffset>(0) : default;
        foreach (var drafts in streams)
        {
            await reader.NextResultAsync(ct);
            await reader.ReadAsync(ct);
            var answer = reader.GetFieldValue<long[]>(0);
            for (var i = 0; i < drafts.Count; i++) places.Add(drafts[i].Id, (answer[0] - drafts.Count + i + 1, answer[i + 1]));
        }

        // What comes after the last row says whether it was committed.
        while (await reader.NextResultAsync(ct)) { }
        return (at, places);
    }

    /// <summary>True when somebody else was first: a version, a stream, an identifier, a key.</summary>
    public static bool IsConflict(PostgresException e) =>
        e.SqlState is VersionMismatch or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected;

    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private static T[] Each<T>(IReadOnlyList<Draft> drafts, Func<Draft, T> value) => [.. drafts.Select(value)];

    private static NpgsqlParameter Json(string[] texts) => new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };
}
