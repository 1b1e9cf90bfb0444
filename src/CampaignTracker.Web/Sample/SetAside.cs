using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Sample;

/// <summary>
/// Removes the sample, and brings it back (decision 18). Nothing of the log is touched: the campaign is left out of lists and reports for
/// as long as nothing but the sample's own events was ever recorded on it. Whoever records on it after all brings it back by that.
/// </summary>
public sealed class SetAside(NpgsqlDataSource database, TrackerOptions options)
{
    private static readonly Guid[] Ids = [.. SampleCampaign.Ids()];

    // One statement, so that what is recorded meanwhile is either seen by it or comes after it.
    private const string Only = $"""
        select max(e.seq_id) as last from {TrackerSchema.Name}.mt_events e
        where e.data ->> 'campaign' = $1
        having count(*) > 0 and bool_and(e.id = any($2))
        """;

    /// <summary>True when the sample is here, and nothing else was ever recorded on it.</summary>
    public async Task<bool> CanRemoveSampleAsync(CancellationToken ct)
    {
        await using var command = Command(Only);
        return await command.ExecuteScalarAsync(ct) is long;
    }

    /// <summary>Sets the sample aside.</summary>
    /// <returns>False when something else was recorded on it, or when it is not here.</returns>
    public async Task<bool> RemoveSampleAsync(CancellationToken ct)
    {
        await using var command = Command($"""
            insert into {TrackerSchema.Name}.set_aside (campaign, sequence, by) select $1, last, $3 from ({Only}) sample
            on conflict (campaign) do update set sequence = excluded.sequence, at = now(), by = excluded.by
            """);
        command.Parameters.Add(new() { Value = options.Recorder });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>True when the sample was set aside, and nothing was recorded on it since.</summary>
    public async Task<bool> IsSampleSetAsideAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select exists (select 1 from {TrackerSchema.Name}.campaigns_set_aside where campaign = $1)");
        command.Parameters.Add(new() { Value = SampleCampaign.Name });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Brings the sample back.</summary>
    /// <returns>False when it was not set aside.</returns>
    public async Task<bool> BringSampleBackAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"delete from {TrackerSchema.Name}.set_aside where campaign = $1");
        command.Parameters.Add(new() { Value = SampleCampaign.Name });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = SampleCampaign.Name });
        command.Parameters.Add(new() { Value = Ids });
        return command;
    }
}
