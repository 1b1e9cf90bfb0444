using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Storage;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// Keeps the live views. A page of new events says which campaigns are touched; each is drawn anew (<see cref="ViewProjector"/>), and then
/// the progress moves past the page. A campaign that is drawn further than the page already is left alone.
/// </summary>
public partial class CampaignViews(ViewProjector drawing, NpgsqlDataSource database) : IProjection
{
    /// <summary>The name of the projection; its progress is the row <see cref="Shard"/>.</summary>
    public const string Name = "campaign_views";

    /// <summary>The clearance of the stored views: they show everything. Who may see less is answered from the log.</summary>
    public const Sensitivity Clearance = Sensitivity.Restricted;

    /// <summary>The progress row in mt_event_progression.</summary>
    public static string Shard { get; } = ViewVersion.ShardOf(Name, ViewVersion.Current);

    /// <summary>The table of the campaigns, and of how far each is drawn.</summary>
    internal static string CampaignsTable { get; } = ViewVersion.Table("campaigns");

    /// <summary>The table of the views as they are answered.</summary>
    internal static string ViewsTable { get; } = ViewVersion.Table("campaign_views");

    /// <summary>Everything that is drawn.</summary>
    public static IEnumerable<string> Tables => [CampaignsTable, ViewsTable, .. ReportTables.All.Select(table => table.Name)];

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var touched = events.Select(e => e.Data).OfType<CampaignEvent>().Select(e => e.Campaign).Distinct(StringComparer.Ordinal).ToArray();
        var (campaigns, through) = await ToDrawAsync(touched, events[^1].Sequence, cancellation);
        try
        {
            await drawing.DrawAsync(campaigns, through, cancellation);
        }
        catch (UnprojectableCampaignException failure)
        {
            // Says where the views stopped, and nothing of what the event holds.
            var culprit = events.LastOrDefault(e => e.Data is CampaignEvent drawn && drawn.Campaign == failure.Campaign) ?? events[^1];
            if (failure.InnerException is UnreadableEventException unreadable) culprit = new Event<object>(
                culprit.Data) { Sequence = unreadable.Sequence };
            throw new ApplyEventException(culprit, new InvalidOperationException(failure.Message));
        }
    }

    /// <summary>
    /// The touched campaigns that are not yet drawn through this page, and how far to read: up to the settled mark, so that somebody who
    /// works through a long log, and sees a campaign on every page, draws it once.
    /// </summary>
    private async Task<(string[] Campaigns, long Through)> ToDrawAsync(string[] touched, long ceiling, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select greatest($2, coalesce((select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = 'HighWaterMark'), 0)),
                   array(select c from unnest($1) c
                         where not exists (select 1 from {TrackerSchema.Name}.{CampaignsTable} b where b.campaign = c and b.through >= $2))
            """);
        command.Parameters.Add(new() { Value = touched });
        command.Parameters.Add(new() { Value = ceiling });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetFieldValue<string[]>(1), reader.GetInt64(0));
    }
}
