using CampaignTracker.Web.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// Stores a decided batch by one statement, which is one round trip and one transaction. The statement takes the locks of the batch's
/// subjects, looks whether all that was decided from still holds, and writes the rows that Marten would write (schema.sql,
/// append_batch_v1).
/// </summary>
internal static class Appending
{
    // More than somebody types: an import, or a client that can wait.
    private const int LargeBatch = 200;

    private const string Sql = $"""
        select recorded_at, sequences from {TrackerSchema.Name}.append_batch_v1(
            $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)
        """;

    /// <summary>Stores a batch.</summary>
    /// <returns>The instant that the database stamped and each new event's sequence in their order; null when something had moved and
    /// nothing was stored.</returns>
    /// <exception cref="PostgresException">Nothing was stored. <see cref="IsConflict"/> tells a conflict with another recorder.</exception>
    public static async Task<(DateTimeOffset At, long[] Sequences)?> SendAsync(NpgsqlDataSource database, RecordEvents command,
        BatchDecision decision, CancellationToken ct)
    {
        var (known, fresh) = (decision.Known, decision.Fresh);
        Dictionary<string, long> moved = new(StringComparer.Ordinal);
        foreach (var draft in fresh) moved[draft.Subject] = draft.Recorded.Version;
        var seen = known.BySubject.Where(subject => !moved.ContainsKey(subject.Key)).ToList();
        string KeyOf(string subject) => StreamKey.Of(command.Campaign, subject);

        await using var append = database.CreateCommand(Sql);
        void Add<T>(T value, NpgsqlDbType type) =>
            append.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        void AddEach<TFrom, T>(IEnumerable<TFrom> all, Func<TFrom, T> value, NpgsqlDbType type) =>
            Add<T[]>([.. all.Select(value)], NpgsqlDbType.Array | type);

        AddEach(moved, stream => KeyOf(stream.Key), NpgsqlDbType.Text);
        AddEach(moved, stream => known.VersionOf(stream.Key), NpgsqlDbType.Bigint);
        AddEach(moved, stream => stream.Value, NpgsqlDbType.Bigint);
        AddEach(seen, subject => KeyOf(subject.Key), NpgsqlDbType.Text);
        AddEach(seen, subject => subject.Value.Version, NpgsqlDbType.Bigint);
        Add(known.CampaignIsOpen && known.VersionOf(command.Campaign) == 0 ? KeyOf(command.Campaign) : null, NpgsqlDbType.Text);
        AddEach(known.FromMemory ? command.Lines : [], line => line.Id ?? Guid.Empty, NpgsqlDbType.Uuid);

        Add(command.Request?.Scope, NpgsqlDbType.Text);
        Add(command.Request?.Key, NpgsqlDbType.Text);
        Add(command.Request?.BodyHash, NpgsqlDbType.Bytea);
        AddEach(decision.Lines, line => line.Id, NpgsqlDbType.Uuid);

        Add(command.Campaign, NpgsqlDbType.Text);
        foreach (var claims in new[] { decision.Identifiers.Released, decision.Identifiers.Claimed })
        {
            AddEach(claims, claim => claim.Identifier.Scheme, NpgsqlDbType.Text);
            AddEach(claims, claim => claim.Identifier.Value, NpgsqlDbType.Text);
            AddEach(claims, claim => claim.Subject, NpgsqlDbType.Text);
        }

        AddEach(fresh, draft => draft.Id, NpgsqlDbType.Uuid);
        AddEach(fresh, draft => KeyOf(draft.Subject), NpgsqlDbType.Text);
        AddEach(fresh, draft => draft.Recorded.Version, NpgsqlDbType.Bigint);
        AddEach(fresh, draft => draft.Type.Name, NpgsqlDbType.Text);
        AddEach(fresh, draft => draft.Body, NpgsqlDbType.Jsonb);
        AddEach(fresh, draft => EventHeaders.Write(draft.Recorded), NpgsqlDbType.Jsonb);
        AddEach(fresh, draft => draft.Type.StoredClrName, NpgsqlDbType.Text);
        Add(command.Recorder, NpgsqlDbType.Text);
        Add(command.Correlation, NpgsqlDbType.Text);

        if (fresh.Count > LargeBatch) append.CommandTimeout = SessionDatabase.Patience;
        await using var reader = await append.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        (DateTimeOffset, long[])? stored = reader.IsDBNull(0) ? null
            : (reader.GetFieldValue<DateTimeOffset>(0), reader.IsDBNull(1) ? [] : reader.GetFieldValue<long[]>(1));

        // What comes after the row says whether it was committed.
        while (await reader.NextResultAsync(ct)) { }
        return stored;
    }

    /// <summary>True when somebody else was first with an event id or an identifier, or crossed our way.</summary>
    public static bool IsConflict(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected;
}
