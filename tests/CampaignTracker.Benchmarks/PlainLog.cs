using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Benchmarks;

/// <summary>Writes the rows that the tracker writes, without checking anything: what it is measured against.</summary>
internal sealed class PlainLog(NpgsqlDataSource database)
{
    private const string Columns =
        "seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived";

    public NpgsqlDataSource Database => database;

    /// <summary>One event on an existing subject with its idempotency record: one prepared batch, one round trip.</summary>
    public async Task WriteAsync(StoredRow row, string campaign, string key, byte[] bodyHash)
    {
        await using var batch = database.CreateBatch();
        Add(batch, "insert into tracker.idempotency (scope, key, body_hash, event_ids) values ($1, $2, $3, $4)", campaign, key, bodyHash, new[] { row.Id });
        Add(batch, "update tracker.mt_streams set version = $2, timestamp = now() where id = $1", row.Stream, row.Version);
        Add(batch, $"""
            insert into tracker.mt_events ({Columns})
            values (nextval('tracker.mt_events_sequence'), $1, $2, $3, $4, $5, '*DEFAULT*', $6, $7, $8, $9, false) returning seq_id
            """, row.Id, row.Stream, row.Version, Json(row.Body), row.Type, row.ClrType, "benchmark", Json(row.Headers), "benchmark");
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Any number of events: the streams' versions in one statement, the events by binary COPY, one transaction.</summary>
    public async Task CopyAsync(IReadOnlyList<StoredRow> rows)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var streams = rows.GroupBy(row => row.Stream, StringComparer.Ordinal).ToList();
        await using (var command = new NpgsqlCommand("""
            insert into tracker.mt_streams (id, version, tenant_id) select s, v, '*DEFAULT*' from unnest($1, $2) as given (s, v)
            on conflict (id) do update set version = excluded.version, timestamp = now()
            """, connection))
        {
            command.Parameters.Add(new() { Value = streams.Select(stream => stream.Key).ToArray() });
            command.Parameters.Add(new() { Value = streams.Select(stream => stream.Max(row => row.Version)).ToArray() });
            await command.ExecuteNonQueryAsync();
        }
        long last;
        await using (var command = new NpgsqlCommand("select setval('tracker.mt_events_sequence', nextval('tracker.mt_events_sequence') + $1)", connection))
        {
            command.Parameters.Add(new() { Value = (long)rows.Count - 1 });
            last = (long)(await command.ExecuteScalarAsync())!;
        }
        var sequence = last - rows.Count;
        await using (var copy = await connection.BeginBinaryImportAsync($"copy tracker.mt_events ({Columns}) from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(++sequence, NpgsqlDbType.Bigint);
                await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                await copy.WriteAsync(row.Stream, NpgsqlDbType.Varchar);
                await copy.WriteAsync(row.Version, NpgsqlDbType.Bigint);
                await copy.WriteAsync(row.Body, NpgsqlDbType.Jsonb);
                await copy.WriteAsync(row.Type, NpgsqlDbType.Varchar);
                await copy.WriteAsync("*DEFAULT*", NpgsqlDbType.Varchar);
                await copy.WriteAsync(row.ClrType, NpgsqlDbType.Varchar);
                await copy.WriteNullAsync();
                if (row.Headers is { } headers) await copy.WriteAsync(headers, NpgsqlDbType.Jsonb);
                else await copy.WriteNullAsync();
                await copy.WriteAsync("benchmark", NpgsqlDbType.Varchar);
                await copy.WriteAsync(false, NpgsqlDbType.Boolean);
            }
            await copy.CompleteAsync();
        }
        await transaction.CommitAsync();
    }

    /// <summary>Fills the log with campaigns, interleaved: the first event of each, the second of each, and so on.</summary>
    public async Task FillAsync(int campaigns, int eventsEach, int firstNumber = 0)
    {
        List<Queue<StoredRow>> queues = [];
        for (var i = 0; i < campaigns; i++)
            queues.Add(new(StoredRow.Of(await Facts.CampaignAsync(firstNumber + i, eventsEach), [])));
        List<StoredRow> rows = [];
        while (queues.Exists(queue => queue.Count > 0))
        {
            foreach (var queue in queues)
            {
                if (queue.TryDequeue(out var row)) rows.Add(row);
            }
            if (rows.Count < 10_000) continue;
            await CopyAsync(rows);
            rows.Clear();
        }
        if (rows.Count > 0) await CopyAsync(rows);
        await ExecuteAsync("analyze tracker.mt_events");
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlParameter Json(string? json) => new() { Value = (object?)json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
