using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Views;

/// <summary>
/// Draws the stored views of campaigns: reads a campaign by index, folds it by the same pure functions that answer a replay, and writes all of its
/// views in one transaction. Each campaign says how far it is drawn, so that whoever knows less never overwrites who knows more, and drawing again
/// is harmless: a rebuild runs beside the server, and no view is ever empty (docs/decisions/0010-each-campaign-is-drawn-on-its-own.md).
/// </summary>
public sealed class CampaignDrawing(EventLog log, NpgsqlDataSource database)
{
    // While one is folded, another is read or written.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>Draws campaigns, several at once.</summary>
    /// <param name="campaigns">Their short names.</param>
    /// <param name="through">How far the log is read; settled.</param>
    /// <exception cref="UndrawableCampaignException">One of them cannot be drawn; others may have been.</exception>
    public Task DrawAsync(IEnumerable<string> campaigns, long through, CancellationToken ct) =>
        Parallel.ForEachAsync(campaigns, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (campaign, token) => await DrawAsync(campaign, through, token));

    /// <summary>Draws every campaign of the log anew, each replaced in one moment.</summary>
    /// <returns>How many campaigns there are.</returns>
    /// <exception cref="UndrawableCampaignException">One of them cannot be drawn; others may have been.</exception>
    public async Task<int> DrawAllAsync(CancellationToken ct)
    {
        var (through, campaigns) = await CampaignsAsync(ct);
        await DrawAsync(campaigns, through, ct);
        await RemoveOthersAsync(campaigns, through, ct);
        // From the very beginning whoever keeps the views goes on without a note.
        if (through > 0) await BeginAtAsync(through, ct);
        return campaigns.Length;
    }

    private async Task DrawAsync(string campaign, long through, CancellationToken ct)
    {
        var known = await ReadAsync(campaign, through, ct);
        if (known.Events.Count == 0) return;
        Drawn drawn;
        try
        {
            drawn = Drawn.Of(known);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new UndrawableCampaignException(campaign, failure);
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await IsNewsAsync(connection, known, drawn.Title, through, ct)) return;
        await using var batch = new NpgsqlBatch(connection) { Timeout = SessionDatabase.Patience };
        var views = new NpgsqlBatchCommand($"""
            insert into {TrackerSchema.Name}.{CampaignViews.ViewsTable} (campaign, view, sequence, body)
            select $1, v, $2, b from unnest($3, $4) as fresh (v, b)
            on conflict (campaign, view) do update set sequence = excluded.sequence, body = excluded.body
            """);
        views.Parameters.Add(new() { Value = campaign });
        views.Parameters.Add(new() { Value = known.Sequence });
        views.Parameters.Add(new() { Value = drawn.Views });
        views.Parameters.Add(new() { Value = drawn.Bodies });
        batch.BatchCommands.Add(views);
        foreach (var table in drawn.Tables) batch.BatchCommands.Add(table);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<CampaignLog> ReadAsync(string campaign, long through, CancellationToken ct)
    {
        try
        {
            return await log.ReadThroughAsync(campaign, through, ct);
        }
        catch (UnreadableEventException unreadable)
        {
            throw new UndrawableCampaignException(campaign, unreadable);
        }
    }

    /// <summary>Takes the campaign's row; false when it is drawn further than this already.</summary>
    private static async Task<bool> IsNewsAsync(NpgsqlConnection connection, CampaignLog known, string title, long through, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            insert into {TrackerSchema.Name}.{CampaignViews.CampaignsTable} as c (campaign, title, sequence, through) values ($1, $2, $3, $4)
            on conflict (campaign) do update set title = excluded.title, sequence = excluded.sequence, through = excluded.through
            where c.through <= excluded.through
            """, connection) { CommandTimeout = SessionDatabase.Patience };
        command.Parameters.Add(new() { Value = known.Campaign });
        command.Parameters.Add(new() { Value = title });
        command.Parameters.Add(new() { Value = known.Sequence });
        command.Parameters.Add(new() { Value = through });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>The settled mark, and the campaigns of the log: from the index, which holds each in one run.</summary>
    private async Task<(long Through, string[] Campaigns)> CampaignsAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            with recursive names as (
                select min(data ->> 'campaign') as name from {TrackerSchema.Name}.mt_events
                union all
                select (select min(e.data ->> 'campaign') from {TrackerSchema.Name}.mt_events e where e.data ->> 'campaign' > names.name)
                from names where names.name is not null
            )
            select {EventLog.Settled},
                   array(select name from names where name is not null)
            """);
        command.CommandTimeout = SessionDatabase.Patience;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetFieldValue<string[]>(1));
    }

    private async Task RemoveOthersAsync(string[] campaigns, long through, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.Timeout = SessionDatabase.Patience;
        foreach (var table in CampaignViews.Tables.Where(table => table != CampaignViews.CampaignsTable).Append(CampaignViews.CampaignsTable))
        {
            var command = new NpgsqlBatchCommand($"""
                delete from {TrackerSchema.Name}.{table} where campaign in (
                    select campaign from {TrackerSchema.Name}.{CampaignViews.CampaignsTable} where campaign <> all($1) and through <= $2)
                """);
            command.Parameters.Add(new() { Value = campaigns });
            command.Parameters.Add(new() { Value = through });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Where nobody has kept the views yet, whoever does goes on from here.</summary>
    private async Task BeginAtAsync(long through, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"insert into {TrackerSchema.Name}.mt_event_progression (name, last_seq_id) values ($1, $2) on conflict (name) do nothing");
        command.Parameters.Add(new() { Value = CampaignViews.Shard });
        command.Parameters.Add(new() { Value = through });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What a campaign's events come to: everything that is stored of it.</summary>
    private sealed record Drawn(string Title, string[] Views, byte[][] Bodies, IReadOnlyList<NpgsqlBatchCommand> Tables)
    {
        public static Drawn Of(CampaignLog known)
        {
            var picture = Picture.Of(known.Events, Viewpoint.Now);
            var reported = ReportTables.PictureOf(known.Events, picture);
            return new(
                picture.Campaign?.Title ?? known.Campaign,
                [.. ViewCatalogue.Stored.Select(view => view.Name)],
                [.. ViewCatalogue.Stored.Select(view => ViewAnswer.Write(known, asOf: null, view.Draw(picture)))],
                [.. ReportTables.All.Select(table => table.Replace(known.Campaign, reported))]);
        }
    }
}

/// <summary>The views of a campaign cannot be drawn; the message says nothing of what its events hold.</summary>
public sealed class UndrawableCampaignException(string campaign, Exception inner)
    : Exception($"The views of a campaign cannot be drawn ({inner.GetType().Name}).", inner)
{
    public string Campaign { get; } = campaign;
}
