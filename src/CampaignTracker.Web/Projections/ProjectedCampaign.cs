using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CampaignTracker.Web.Projections;

/// <summary>What a campaign's events come to: everything that is stored of it.</summary>
/// <param name="Known">The events that it was drawn from.</param>
/// <param name="AsOf">The day that it is drawn for.</param>
/// <param name="Title">What the campaign is called.</param>
/// <param name="Bodies">The views as they are answered, in the order of <see cref="ViewCatalogue.Stored"/>.</param>
/// <param name="Rows">The rows of the report tables, in the order of <see cref="ReportTables.All"/>.</param>
internal sealed record ProjectedCampaign(
    CampaignLog Known, DateOnly AsOf, string Title, byte[][] Bodies, IReadOnlyList<object>[] Rows)
{
    private static readonly string[] Names = [.. ViewCatalogue.Stored.Select(view => view.Name)];

    /// <summary>Draws a campaign.</summary>
    /// <param name="today">The day that it is drawn for.</param>
    public static ProjectedCampaign Of(CampaignLog known, DateOnly today, AskedRules rules)
    {
        var views = new CampaignAt(known, EdtfDate.Of(today), CampaignViews.Clearance, rules, Languages.OfTheApi);
        var reported = views.ClearedFor(ReportTables.Clearance);
        return new(
            known,
            today,
            views.State.Campaign?.Title ?? known.Campaign,
            [.. ViewCatalogue.Stored.Select(view => views.Write(views.Of(view)))],
            [.. ReportTables.All.Select(table => table.Rows(reported))]);
    }

    /// <summary>Makes what is stored of the campaign this, and writes only what differs of the report tables.</summary>
    /// <param name="stored">The rows that are stored; null where only the database knows.</param>
    public async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<object>[]? stored, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = SessionDatabase.Patience };
        var views = new NpgsqlBatchCommand($"""
            insert into {TrackerSchema.Name}.{CampaignViews.ViewsTable} (campaign, view, sequence, body)
            select $1, v, $2, b from unnest($3, $4) as fresh (v, b)
            on conflict (campaign, view) do update set sequence = excluded.sequence, body = excluded.body
            """);
        views.Parameters.Add(new() { Value = Known.Campaign });
        views.Parameters.Add(new() { Value = Known.Sequence });
        views.Parameters.Add(new() { Value = Names });
        views.Parameters.Add(new() { Value = Bodies });
        batch.BatchCommands.Add(views);
        for (var i = 0; i < Rows.Length; i++)
        {
            if (stored is null) batch.BatchCommands.Add(ReportTables.All[i].Replace(Known.Campaign, Rows[i]));
            else if (ReportTables.All[i].Change(Known.Campaign, stored[i], Rows[i]) is { } change) batch.BatchCommands.Add(change);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Stores campaigns of which nothing is stored, by COPY.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<ProjectedCampaign> campaigns, CancellationToken ct)
    {
        var copy = $"copy {TrackerSchema.Name}.{CampaignViews.ViewsTable} (campaign, view, sequence, body) from stdin (format binary)";
        await using (var writer = await connection.BeginBinaryImportAsync(copy, ct))
        {
            foreach (var campaign in campaigns)
            {
                for (var i = 0; i < Names.Length; i++)
                {
                    await writer.StartRowAsync(ct);
                    await writer.WriteAsync(campaign.Known.Campaign, NpgsqlDbType.Text, ct);
                    await writer.WriteAsync(Names[i], NpgsqlDbType.Text, ct);
                    await writer.WriteAsync(campaign.Known.Sequence, NpgsqlDbType.Bigint, ct);
                    await writer.WriteAsync(campaign.Bodies[i], NpgsqlDbType.Bytea, ct);
                }
            }
            await writer.CompleteAsync(ct);
        }
        for (var i = 0; i < ReportTables.All.Count; i++) await ReportTables.All[i]
            .CopyAsync(connection, campaigns.SelectMany(campaign => campaign.Rows[i]), ct);
    }
}
