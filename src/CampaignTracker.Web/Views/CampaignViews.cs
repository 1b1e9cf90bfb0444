using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Storage;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace CampaignTracker.Web.Views;

/// <summary>
/// Keeps the live views. A page of new events says which campaigns are touched; each is read by index, folded by the same pure functions that answer
/// a replay, and what changed is written in the transaction that moves the progress. A rebuild takes each campaign once.
/// </summary>
public partial class CampaignViews : IProjection
{
    /// <summary>The name of the projection; its progress is the row <see cref="Shard"/>.</summary>
    public const string Name = "campaign_views";

    /// <summary>The progress row in mt_event_progression.</summary>
    public const string Shard = Name + ":All";

    /// <summary>The tables that a rebuild empties.</summary>
    public static IEnumerable<string> Tables => ["campaigns_v1", "campaign_views_v1", .. ReportTables.All.Select(table => table.Name)];

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var touched = events.Select(e => e.Data).OfType<CampaignEvent>().Select(e => e.Campaign).Distinct(StringComparer.Ordinal).ToArray();
        var (campaigns, through) = await ToBuildAsync(operations, touched, events[^1].Sequence, cancellation);
        if (campaigns.Length == 0) return;

        await using var command = new NpgsqlCommand($"""
            select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e
            where e.data ->> 'campaign' = any($1) and e.seq_id <= $2 order by e.data ->> 'campaign', e.seq_id
            """);
        command.Parameters.Add(new() { Value = campaigns });
        command.Parameters.Add(new() { Value = through });
        await using var reader = (NpgsqlDataReader)await operations.ExecuteReaderAsync(command, cancellation);

        List<RecordedEvent> campaign = [];
        try
        {
            while (await reader.ReadAsync(cancellation))
            {
                var e = EventLog.Read(reader);
                if (campaign.Count > 0 && campaign[0].Event.Campaign != e.Event.Campaign)
                {
                    Write(operations, campaign, through);
                    campaign = [];
                }
                campaign.Add(e);
            }
            if (campaign.Count > 0) Write(operations, campaign, through);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not NpgsqlException)
        {
            // Says where the views stopped, and nothing of what the event holds.
            var culprit = events.LastOrDefault(e => e.Data is CampaignEvent c && campaign.Count > 0 && c.Campaign == campaign[0].Event.Campaign) ?? events[^1];
            if (failure is UnreadableEventException unreadable) culprit = new Event<object>(culprit.Data) { Sequence = unreadable.Sequence };
            throw new ApplyEventException(culprit, new InvalidOperationException($"The views of a campaign cannot be drawn ({failure.GetType().Name})."));
        }
    }

    /// <summary>
    /// The touched campaigns that are not yet built through this page, and how far to read: up to the settled mark, so that a rebuild, which sees a
    /// campaign on every page, builds it once.
    /// </summary>
    private static async Task<(string[] Campaigns, long Through)> ToBuildAsync(
        IDocumentOperations operations, string[] touched, long ceiling, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select greatest($2, coalesce((select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = 'HighWaterMark'), 0)),
                   array(select c from unnest($1) c
                         where not exists (select 1 from {TrackerSchema.Name}.campaigns_v1 b where b.campaign = c and b.through >= $2))
            """);
        command.Parameters.Add(new() { Value = touched });
        command.Parameters.Add(new() { Value = ceiling });
        await using var reader = (NpgsqlDataReader)await operations.ExecuteReaderAsync(command, ct);
        await reader.ReadAsync(ct);
        return (reader.GetFieldValue<string[]>(1), reader.GetInt64(0));
    }

    private static void Write(IDocumentOperations operations, List<RecordedEvent> events, long through)
    {
        var log = new CampaignLog(events[0].Event.Campaign, events);
        var picture = Picture.Of(events, Viewpoint.Now);
        operations.QueueSqlCommand($"""
            insert into {TrackerSchema.Name}.campaigns_v1 (campaign, title, sequence, through) values (?, ?, ?, ?)
            on conflict (campaign) do update set title = excluded.title, sequence = excluded.sequence, through = excluded.through
            """, log.Campaign, picture.Campaign?.Title ?? log.Campaign, log.Sequence, through);
        operations.QueueSqlCommand($"""
            insert into {TrackerSchema.Name}.campaign_views_v1 (campaign, view, sequence, body)
            select ?, v, ?, b from unnest(?::text[], ?::bytea[]) as fresh (v, b)
            on conflict (campaign, view) do update set sequence = excluded.sequence, body = excluded.body
            """, log.Campaign, log.Sequence,
            ViewCatalogue.Stored.Select(view => view.Name).ToArray(),
            ViewCatalogue.Stored.Select(view => ViewAnswer.Write(log, asOf: null, view.Draw(picture))).ToArray());

        var reported = ReportTables.PictureOf(events, picture);
        foreach (var table in ReportTables.All)
        {
            var rows = table.Write(reported);
            operations.QueueSqlCommand(table.DeleteStale, rows, log.Campaign);
            operations.QueueSqlCommand(table.InsertFresh, rows);
        }
    }
}
