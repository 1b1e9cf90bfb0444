using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>Reads campaigns from any viewpoint.</summary>
public sealed class CampaignReader(EventLog log, CampaignStamps stamps, CampaignCache cache, NpgsqlDataSource database, Waits waits)
{
    // What an event takes in a state with its views, about.
    private const int EventBytes = 1_000;

    /// <summary>
    /// A campaign from a viewpoint; null when nothing of it is known there. What many read, the campaign as it is now, is neither read,
    /// folded nor judged again until somebody has written its views anew, and is never older than the stored views when the request came
    /// in.
    /// </summary>
    public async Task<CampaignAt?> ReadAsync(string campaign, ViewpointRequest from, CancellationToken ct)
    {
        if (!from.IsNow) return await ReplayAsync(campaign, from, anew: false, ct);
        if (!ShortName.IsOne(campaign)) return null;
        var key = new CacheKey(campaign, Part: null, new Viewpoint(from.AsOf, Knowledge: null,
            from.Clearance) { Language = from.Language }, from.Rules.Version);
        var stamp = await stamps.StampAsync(campaign, ct);
        if (stamp is not null && cache.Find<CampaignAt>(key, stamp.Text) is { } known) return known;
        var read = await ReplayAsync(campaign, from, anew: false, ct);
        // What is read may be ahead of the views: it is kept only under the stamp that it belongs to.
        return read is not null && stamp is not null && stamp.Sequence == read.Log.Sequence
            ? cache.Keep(key, stamp.Text, read, read.Log.Events.Count * EventBytes)
            : read;
    }

    /// <summary>
    /// A campaign from a viewpoint by the events of the database alone, whatever is remembered; null when nothing of it is known there.
    /// </summary>
    public Task<CampaignAt?> ReadAnewAsync(string campaign, ViewpointRequest from, CancellationToken ct) =>
        ReplayAsync(campaign, from, anew: true, ct);

    /// <summary>Everything that is settled of a campaign; null when there is no such campaign.</summary>
    public Task<CampaignLog?> LogAsync(string campaign, CancellationToken ct) => LogAsync(campaign, KnownAt.Now, anew: false, ct);

    /// <summary>
    /// Every campaign of which something can be seen, with its title, by short name; those that were set aside are left out.
    /// </summary>
    public async Task<IReadOnlyList<CampaignEntry>> CampaignsAsync(ViewpointRequest from, CancellationToken ct)
    {
        var all = await StoredAsync(ct);
        if (from.Clearance == CampaignViews.Clearance) return all;
        List<CampaignEntry> seen = [];
        foreach (var one in all)
        {
            if (await ReadAsync(one.Campaign, from, ct) is { State.Campaign: { } campaign } at) seen.Add(new(one.Campaign, campaign.Title,
                at.Log.Sequence));
        }
        return seen;
    }

    /// <summary>The short name of every campaign: a new one cannot take it.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken ct) =>
        [.. (await StoredAsync(ct)).Select(entry => entry.Campaign)];

    /// <summary>True when nothing was ever recorded.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select not exists (select 1 from {TrackerSchema.Name}.mt_events where type <> 'tombstone')");
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

    private async Task<CampaignAt?> ReplayAsync(string campaign, ViewpointRequest from, bool anew, CancellationToken ct)
    {
        // What may not be seen now is seen at no earlier state of knowledge, and a campaign of which nothing may be seen does not exist.
        var known = from.Clearance == Sensitivity.Restricted
            ? await LogAsync(campaign, from.KnownAt, anew, ct)
            : (await LogAsync(campaign, KnownAt.Now, anew, ct))?.VisibleTo(from.Clearance).UpTo(from.KnownAt);
        return known is { Events.Count: > 0 } ? new CampaignAt(known, from.AsOf, from.Clearance, from.Rules, from.Language) : null;
    }

    private async Task<CampaignLog?> LogAsync(string campaign, KnownAt knownAt, bool anew, CancellationToken ct)
    {
        // Not every text can be asked for: U+0000 is none for the database.
        if (!ShortName.IsOne(campaign)) return null;
        var events = await log.ReadCampaignAsync(campaign, knownAt, ct, anew);
        return events.Events.Count == 0 ? null : events;
    }

    private async Task<List<CampaignEntry>> StoredAsync(CancellationToken ct)
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

    /// <summary>The sequence that the views have reached.</summary>
    private async Task<long> ReachedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = $1");
        command.Parameters.Add(new() { Value = CampaignViews.Shard });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }
}

/// <summary>A campaign in the list of campaigns.</summary>
/// <param name="Campaign">Its short name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Sequence">The sequence of its last event.</param>
public sealed record CampaignEntry(string Campaign, string Title, long Sequence);
