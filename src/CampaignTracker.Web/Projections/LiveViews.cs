using System.Collections.Concurrent;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>A stored view as it is answered.</summary>
/// <param name="Body">The answer in UTF-8.</param>
/// <param name="Stamp">Another one whenever the campaign's views were written.</param>
public sealed record LiveView(byte[] Body, string Stamp);

/// <summary>
/// The live views: from memory while nobody has written them anew, never older than the stored one when the request came in.
/// </summary>
public sealed class LiveViews(CampaignStamps stamps, CampaignCache cache, NpgsqlDataSource database)
{
    // How far campaigns were answered by replay: those that had no view then, and have not come as far since.
    private readonly ConcurrentDictionary<string, long> replayed = new(StringComparer.Ordinal);

    /// <summary>
    /// Says that a campaign that has no live view was answered by replay: whoever heard that must not hear of an older state next.
    /// </summary>
    /// <param name="sequence">The last event that the answer knew.</param>
    /// <param name="from">From where it was answered.</param>
    public void Replayed(string campaign, long sequence, ViewpointRequest from)
    {
        if (IsOf(from)) replayed.AddOrUpdate(campaign, sequence, (_, before) => Math.Max(before, sequence));
    }

    /// <summary>
    /// A live view; null where the stored views are not drawn from the viewpoint asked for (those of another day among them), when the
    /// campaign has none, or none that is as new as what was answered in its place.
    /// </summary>
    public async Task<LiveView?> FindAsync(string campaign, string view, ViewpointRequest from, CancellationToken ct)
    {
        if (!IsOf(from)) return null;
        if (await stamps.StampAsync(campaign, ct) is not { } stamp || stamp.AsOf != from.Today) return null;
        if (replayed.TryGetValue(campaign, out var answered))
        {
            if (stamp.Sequence < answered) return null;
            replayed.TryRemove(new(campaign, answered));
        }
        var key = new CacheKey(campaign, view, new Viewpoint(from.AsOf, Knowledge: null, from.Clearance), from.Rules.Version);
        if (cache.Find<LiveView>(key, stamp.Text) is { } known) return known;
        // Somebody may have written it in between: for the day that has begun.
        return await ReadAsync(campaign, view, ct) is var (body, written) && written.AsOf == from.Today
            ? cache.Keep(key, written.Text, new LiveView(body, written.Text), body.Length)
            : null;
    }

    /// <summary>True for the viewpoint that the stored views are drawn from, by the rule set of each campaign.</summary>
    private static bool IsOf(ViewpointRequest from) =>
        from.IsNow && from.Clearance == CampaignViews.Clearance && from.Rules.Named is null;

    private async Task<(byte[] Body, CampaignStamp Written)?> ReadAsync(string campaign, string view, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {CampaignStamps.Columns}, v.body from {TrackerSchema.Name}.{CampaignViews.ViewsTable} v
            join {TrackerSchema.Name}.{CampaignViews.CampaignsTable} c on c.campaign = v.campaign
            where v.campaign = $1 and v.view = $2
            """);
        command.Parameters.Add(new() { Value = campaign });
        command.Parameters.Add(new() { Value = view });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<byte[]>(3), CampaignStamps.Read(reader)) : null;
    }
}
