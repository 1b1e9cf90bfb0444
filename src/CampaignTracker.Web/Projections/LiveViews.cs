using System.Collections.Concurrent;
using CampaignTracker.Web.Storage;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>A stored view as it is answered.</summary>
/// <param name="Body">The answer in UTF-8.</param>
/// <param name="Stamp">Another one whenever the campaign's views were written.</param>
public sealed record LiveView(byte[] Body, string Stamp);

/// <summary>The live views: from memory while nobody has written them anew, never older than the stored one when the request came in.</summary>
public sealed class LiveViews(CampaignStamps stamps, NpgsqlDataSource database) : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    // How far campaigns were answered by replay: those that had no view then, and have not come as far since.
    private readonly ConcurrentDictionary<string, long> replayed = new(StringComparer.Ordinal);

    /// <summary>Says that a campaign that has no live view was answered by replay: whoever heard that must not hear of an older state next.</summary>
    /// <param name="sequence">The last event that the answer knew.</param>
    public void Replayed(string campaign, long sequence) => replayed.AddOrUpdate(campaign, sequence, (_, before) => Math.Max(before, sequence));

    /// <summary>A live view; null when the campaign has none, or none that is as new as what was answered in its place.</summary>
    public async Task<LiveView?> FindAsync(string campaign, string view, CancellationToken ct)
    {
        if (await stamps.StampAsync(campaign, ct) is not { } stamp) return null;
        if (replayed.TryGetValue(campaign, out var answered))
        {
            if (CampaignStamps.SequenceOf(stamp) < answered) return null;
            replayed.TryRemove(new(campaign, answered));
        }
        if (memory.TryGetValue((campaign, view), out LiveView? known) && known!.Stamp == stamp) return known;
        if (await ReadAsync(campaign, view, ct) is not { } fresh) return null;
        return memory.Set((campaign, view), fresh, new MemoryCacheEntryOptions { Size = fresh.Body.Length + 200 });
    }

    public void Dispose() => memory.Dispose();

    private async Task<LiveView?> ReadAsync(string campaign, string view, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select v.body, {CampaignStamps.Column} from {TrackerSchema.Name}.{CampaignViews.ViewsTable} v
            join {TrackerSchema.Name}.{CampaignViews.CampaignsTable} c on c.campaign = v.campaign
            where v.campaign = $1 and v.view = $2
            """);
        command.Parameters.Add(new() { Value = campaign });
        command.Parameters.Add(new() { Value = view });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new LiveView(reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
    }
}
