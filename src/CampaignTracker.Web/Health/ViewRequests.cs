using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Health;

/// <summary>What an administrator can ask of the node that keeps a view.</summary>
public enum ViewRequest
{
    /// <summary>Go on where it stopped.</summary>
    Resume,
}

/// <summary>
/// Requests travel through the database, so that a command needs no address of the server and any node may keep the view: any of the same
/// version.
/// </summary>
public sealed class ViewRequests(NpgsqlDataSource database)
{
    /// <summary>Asks; an earlier request that nobody took up is replaced.</summary>
    public Task AskAsync(string view, ViewRequest request, CancellationToken ct) => ExecuteAsync($"""
        insert into {TrackerSchema.Name}.view_requests (view, request) values ($1, $2)
        on conflict (view) do update set request = excluded.request, requested_at = excluded.requested_at, taken_at = null
        """, ct, ViewHealth.ShardOf(view), request.ToString().ToLowerInvariant());

    /// <summary>Takes up the request for a view that this node keeps; one that a node left unfinished is taken up again.</summary>
    public async Task<ViewRequest?> TakeAsync(string view, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"update {TrackerSchema.Name}.view_requests set taken_at = clock_timestamp() where view = $1 returning request");
        command.Parameters.Add(new() { Value = ViewHealth.ShardOf(view) });
        return await command.ExecuteScalarAsync(ct) is string request ? Enum.Parse<ViewRequest>(request, ignoreCase: true) : null;
    }

    /// <summary>Removes a request that is done, or that is not wanted any more.</summary>
    public Task RemoveAsync(string view, CancellationToken ct) =>
        ExecuteAsync($"delete from {TrackerSchema.Name}.view_requests where view = $1", ct, ViewHealth.ShardOf(view));

    /// <summary>
    /// Clears the note of a stop before the view starts again. Marten writes the new state a moment after the start, and until then the old
    /// one would read as another stop.
    /// </summary>
    public Task ForgetStopAsync(string view, CancellationToken ct) => ExecuteAsync($"""
        update {TrackerSchema.Name}.mt_event_progression
        set agent_status = 'Running', failure_category = null, failure_event_sequence = null where name = $1
        """, ct, ViewHealth.ShardOf(view));

    /// <summary>Whether a request is there, and whether a node has taken it up.</summary>
    public async Task<(bool There, bool Taken)> LookAsync(string view, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select taken_at is not null from {TrackerSchema.Name}.view_requests where view = $1");
        command.Parameters.Add(new() { Value = ViewHealth.ShardOf(view) });
        return await command.ExecuteScalarAsync(ct) is bool taken ? (true, taken) : (false, false);
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
