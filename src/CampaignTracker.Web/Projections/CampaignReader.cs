using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>Reads campaigns: the live views as they are kept, and pictures from any viewpoint by replay.</summary>
public sealed class CampaignReader(EventLog log, NpgsqlDataSource database, Waits waits)
{
    /// <summary>A campaign from a viewpoint, and the events it was drawn from; null when nothing of it is known there.</summary>
    /// <param name="anew">True to read every event from the database, whatever is remembered.</param>
    public async Task<(CampaignLog Log, CampaignState State)?> ReplayAsync(
        string campaign, EdtfDate? asOf, KnownAt knownAt, CancellationToken ct, Sensitivity clearance = Sensitivity.Restricted, bool anew = false)
    {
        // Not every text can be asked for: U+0000 is none for the database.
        if (!ShortName.IsOne(campaign)) return null;
        var events = await log.ReadCampaignAsync(campaign, knownAt, ct, anew);
        if (events.Events.Count == 0) return null;
        return (events, CampaignState.Of(events.Events, new Viewpoint(asOf, Clearance: clearance)));
    }

    /// <summary>Everything that is settled of a campaign; null when there is no such campaign.</summary>
    public async Task<CampaignLog?> LogAsync(string campaign, CancellationToken ct)
    {
        if (!ShortName.IsOne(campaign)) return null;
        var events = await log.ReadCampaignAsync(campaign, KnownAt.Now, ct);
        return events.Events.Count == 0 ? null : events;
    }

    /// <summary>Every campaign with its title, by short name; those that were set aside are left out.</summary>
    public async Task<IReadOnlyList<CampaignEntry>> CampaignsAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select campaign, title, sequence from {TrackerSchema.Name}.{CampaignViews.CampaignsTable}
            where campaign not in (select campaign from {TrackerSchema.Name}.campaigns_set_aside) order by campaign
            """);
        List<CampaignEntry> campaigns = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) campaigns.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return campaigns;
    }

    /// <summary>True when nothing was ever recorded.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select not exists (select 1 from {TrackerSchema.Name}.mt_events where type <> 'tombstone')");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Waits until the views have reached a sequence, as long as <see cref="Waits.Views"/> says.</summary>
    /// <returns>The sequence that they have reached when the waiting ended.</returns>
    public async Task<long> WaitAsync(long sequence, CancellationToken ct)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var reached = await ReachedAsync(ct);
            var waited = TimeProvider.System.GetElapsedTime(start);
            if (reached >= sequence || waited > waits.Views) return reached;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(waited.TotalMilliseconds / 10, 2, 50)), ct);
        }
    }

    /// <summary>The sequence that the views have reached.</summary>
    private async Task<long> ReachedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = $1");
        command.Parameters.Add(new() { Value = CampaignViews.Shard });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }
}

/// <summary>A campaign in the list of campaigns.</summary>
/// <param name="Campaign">Its short name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Sequence">The sequence of its last event.</param>
public sealed record CampaignEntry(string Campaign, string Title, long Sequence);
