using System.Collections.Concurrent;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// Draws the stored views of campaigns: reads a campaign by index, folds it by the same pure functions that answer a replay, and writes all
/// of its views in one transaction, as of today. Each campaign says how far it is drawn and for which day, so that whoever knows less never
/// overwrites who knows more, and drawing again is harmless: a rebuild runs beside the server, and no view is ever empty
/// (docs/decisions/0010-each-campaign-is-drawn-on-its-own.md, docs/decisions/0030-live-means-today.md).
/// </summary>
public sealed class ViewProjector(EventLog log, CampaignCache cache, RuleSetList rules, NpgsqlDataSource database, TimeProvider clock)
{
    // While one is folded, another is read or written.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount + 1, 2, 5);

    // Campaigns of a rebuild are written together, up to so many events: few round trips, and little in memory.
    private const int CampaignsTogether = 20;
    private const int EventsTogether = 4_000;

    // What a report row takes, about.
    private const int RowBytes = 500;

    /// <summary>Draws campaigns, several at once.</summary>
    /// <param name="campaigns">Their short names.</param>
    /// <param name="through">How far the log is read; settled.</param>
    /// <exception cref="UnprojectableCampaignException">One of them cannot be drawn; others may have been.</exception>
    public Task DrawAsync(IEnumerable<string> campaigns, long through, CancellationToken ct) =>
        EachAsync(campaigns, async (campaign, token) =>
        {
            if (await DrawnAsync(campaign, through, anew: false, token) is { } drawn) await WriteAsync(
                [drawn], through, anew: false, token);
        }, ct);

    /// <summary>Draws every campaign of the log anew, each replaced in one moment.</summary>
    /// <returns>How many campaigns there are.</returns>
    /// <exception cref="UnprojectableCampaignException">One of them cannot be drawn; others may have been.</exception>
    public async Task<int> DrawAllAsync(CancellationToken ct)
    {
        var (through, campaigns) = await CampaignsAsync(ct);
        await EachAsync(campaigns.Chunk(CampaignsTogether), (some, token) => DrawTogetherAsync(some, through, failed: null, token), ct);
        await RemoveOthersAsync(campaigns, through, ct);
        // From the very beginning whoever keeps the views goes on without a note.
        if (through > 0) await BeginAtAsync(through, ct);
        return campaigns.Length;
    }

    /// <summary>Draws the campaigns whose views are drawn for another day, each replaced in one moment.</summary>
    /// <returns>Those that cannot be drawn; all others are.</returns>
    public async Task<IReadOnlyCollection<UnprojectableCampaignException>> DrawForTodayAsync(CancellationToken ct)
    {
        var (through, campaigns) = await OfAnotherDayAsync(ct);
        ConcurrentBag<UnprojectableCampaignException> failed = [];
        await EachAsync(campaigns.Chunk(CampaignsTogether), (some, token) => DrawTogetherAsync(some, through, failed, token), ct);
        return failed;
    }

    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, CancellationToken, Task> draw, CancellationToken ct) =>
        Parallel.ForEachAsync(
            all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (one, token) => await draw(one, token));

    /// <param name="failed">Takes those that cannot be drawn; null where the first of them is the end.</param>
    private async Task DrawTogetherAsync(
        string[] campaigns, long through, ConcurrentBag<UnprojectableCampaignException>? failed, CancellationToken ct)
    {
        List<ProjectedCampaign> together = [];
        foreach (var campaign in campaigns)
        {
            try
            {
                if (await DrawnAsync(campaign, through, anew: true, ct) is { } drawn) together.Add(drawn);
            }
            catch (UnprojectableCampaignException failure) when (failed is not null)
            {
                failed.Add(failure);
            }
            if (together.Sum(one => one.Known.Events.Count) < EventsTogether) continue;
            await WriteAsync(together, through, anew: true, ct);
            together.Clear();
        }
        if (together.Count > 0) await WriteAsync(together, through, anew: true, ct);
    }

    /// <summary>A campaign as it is to be stored; null when nothing of it is known.</summary>
    private async Task<ProjectedCampaign?> DrawnAsync(string campaign, long through, bool anew, CancellationToken ct)
    {
        var known = await ReadAsync(campaign, through, anew, ct);
        if (known.Events.Count == 0) return null;
        try
        {
            return ProjectedCampaign.Of(known, clock.Today(), rules.AskOwn());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new UnprojectableCampaignException(campaign, failure);
        }
    }

    /// <summary>Stores campaigns in one transaction; those that are drawn further, or for a later day, already are left alone.</summary>
    /// <param name="anew">True to compare with what is stored, whatever is remembered: somebody may have lost a row.</param>
    private async Task WriteAsync(List<ProjectedCampaign> drawn, long through, bool anew, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var taken = await TakeAsync(connection, drawn, through, ct);
        var fresh = drawn.FindAll(one => taken.TryGetValue(one.Known.Campaign, out var row) && row.Before is null);
        if (fresh.Count > 0)
        {
            await RemoveAsync(connection, fresh, ct);
            await ProjectedCampaign.CopyAsync(connection, fresh, ct);
        }
        foreach (var one in drawn)
        {
            if (!taken.TryGetValue(one.Known.Campaign, out var row) || row.Before is not { } before) continue;
            await one.ReplaceAsync(connection, anew ? null : cache.Find<ReportRows>(KeyOf(one), before)?.Rows, ct);
        }
        await transaction.CommitAsync(ct);
        if (drawn is [var only] && taken.TryGetValue(only.Known.Campaign, out var written))
            cache.Keep(KeyOf(only), written.Now, new ReportRows(only.Rows), only.Rows.Sum(rows => rows.Count) * RowBytes);
    }

    // The report rows that this process wrote last are what is stored for as long as the campaign's row was written by the same
    // transaction: only
    // those that differ are sent.
    private static CacheKey KeyOf(ProjectedCampaign drawn) => new(
        drawn.Known.Campaign, Part: null, new Viewpoint(EdtfDate.Of(drawn.AsOf), Knowledge: null, ReportTables.Clearance),
        RuleSet: null);

    private sealed record ReportRows(IReadOnlyList<object>[] Rows);

    private async Task<CampaignLog> ReadAsync(string campaign, long through, bool anew, CancellationToken ct)
    {
        try
        {
            return await log.ReadThroughAsync(campaign, through, anew, ct);
        }
        catch (UnreadableEventException unreadable)
        {
            throw new UnprojectableCampaignException(campaign, unreadable);
        }
    }

    /// <summary>
    /// Takes the campaigns' rows, in one order for all; those that are drawn further than this already, or as far and for a later day, are
    /// not among the answer. A day beyond tomorrow is that of a clock that was wrong, and counts for nothing.
    /// </summary>
    /// <returns>For each which transaction had written its row, null where it had none and so nothing is stored of it, and which writes it
    /// now.</returns>
    private static async Task<Dictionary<string,
        (string? Before, string Now)>> TakeAsync(NpgsqlConnection connection, List<ProjectedCampaign> drawn, long through,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            with before as materialized (
                select campaign, xmin::text as by from {TrackerSchema.Name}.{CampaignViews.CampaignsTable} where campaign = any($1) order by campaign for update
            )
            insert into {TrackerSchema.Name}.{CampaignViews.CampaignsTable} as c (campaign, title, sequence, through, as_of)
            select d.campaign, d.title, d.sequence, $4, d.as_of from unnest($1, $2, $3, $5) as d (campaign, title, sequence, as_of)
            -- Joined so that it is read first: after the row is written it can no longer be.
            left join before b on b.campaign = d.campaign
            order by d.campaign
            on conflict (campaign) do update
            set title = excluded.title, sequence = excluded.sequence, through = excluded.through, as_of = excluded.as_of
            where c.through < excluded.through
               or c.through = excluded.through and (c.as_of <= excluded.as_of or c.as_of > excluded.as_of + 1)
            returning c.campaign, case when c.xmax = 0 then null else coalesce((select b.by from before b where b.campaign = c.campaign), '') end, c.xmin::text
            """, connection) { CommandTimeout = SessionDatabase.Patience };
        command.Parameters.Add(new() { Value = drawn.ConvertAll(one => one.Known.Campaign) });
        command.Parameters.Add(new() { Value = drawn.ConvertAll(one => one.Title) });
        command.Parameters.Add(new() { Value = drawn.ConvertAll(one => one.Known.Sequence) });
        command.Parameters.Add(new() { Value = through });
        command.Parameters.Add(new() { Value = drawn.ConvertAll(one => one.AsOf) });
        Dictionary<string, (string?, string)> taken = new(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) taken.Add(
            reader.GetString(0), (reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2)));
        return taken;
    }

    /// <summary>Makes sure that nothing is stored of campaigns but their rows: somebody may have removed only those.</summary>
    private static async Task RemoveAsync(NpgsqlConnection connection, List<ProjectedCampaign> campaigns, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = SessionDatabase.Patience };
        foreach (var table in CampaignViews.Tables.Where(table => table != CampaignViews.CampaignsTable))
        {
            var command = new NpgsqlBatchCommand($"delete from {TrackerSchema.Name}.{table} where campaign = any($1)");
            command.Parameters.Add(new() { Value = campaigns.ConvertAll(one => one.Known.Campaign) });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
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

    /// <summary>
    /// The settled mark, and the campaigns whose views are drawn for another day. One of tomorrow was drawn by a clock a little ahead.
    /// </summary>
    private async Task<(long Through, string[] Campaigns)> OfAnotherDayAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {EventLog.Settled},
                   array(select campaign from {TrackerSchema.Name}.{CampaignViews.CampaignsTable} where as_of < $1 or as_of > $1 + 1)
            """);
        command.Parameters.Add(new() { Value = clock.Today() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetFieldValue<string[]>(1));
    }

    private async Task RemoveOthersAsync(string[] campaigns, long through, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.Timeout = SessionDatabase.Patience;
        foreach (var table in CampaignViews.Tables.Where(table => table != CampaignViews.CampaignsTable)
            .Append(CampaignViews.CampaignsTable))
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
}

/// <summary>The views of a campaign cannot be drawn; the message says nothing of what its events hold.</summary>
public sealed class UnprojectableCampaignException(string campaign, Exception inner)
    : Exception($"The views of a campaign cannot be drawn ({inner.GetType().Name}).", inner)
{
    public string Campaign { get; } = campaign;
}
