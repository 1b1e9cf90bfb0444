using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Health;

/// <summary>
/// How the views stand, read from the database alone: every node and the command line give the same answer, whichever node keeps the views.
/// </summary>
public sealed class ViewHealth(NpgsqlDataSource database, Waits waits)
{
    /// <summary>The views that are watched, by name; the progress row of each is <see cref="ShardOf"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [CampaignViews.Name];

    // No page of the log is longer, so the event that stopped a view is among these.
    private const int Page = 5000;

    /// <summary>The view's row in mt_event_progression.</summary>
    public static string ShardOf(string view) => ViewVersion.ShardOf(view, ViewVersion.Current);

    /// <summary>Every view.</summary>
    public async Task<IReadOnlyList<ViewStanding>> ReadAsync(CancellationToken ct)
    {
        List<ViewStanding> views = [];
        foreach (var view in Names) views.Add(await ReadAsync(view, ct));
        return views;
    }

    /// <summary>One view.</summary>
    public async Task<ViewStanding> ReadAsync(string view, CancellationToken ct)
    {
        var row = await ProgressAsync(view, ct);
        var standing = new ViewStanding(view, ViewState.Running, row.Reached ?? 0, row.Settled);
        if (row.Reached is null && row.Settled > 0)
        {
            return standing with
            {
                State = ViewState.NotBuilt,
                Why = "It was never built, or a rebuild failed.",
                ToDo = $"A server builds it by itself soon after its start. If this stays, run the command line: views resume {view}",
            };
        }
        if (row.Status == "Paused" && row.Reached < row.Settled) return await StoppedAsync(standing, row, ct);
        if (row.WaitingSeconds <= waits.Behind.TotalSeconds) return standing;
        return standing with
        {
            State = ViewState.Behind,
            Why = $"It has not reached an event that was recorded {row.WaitingSeconds:0} seconds ago.",
            ToDo = "After an import or a rebuild: wait, it works its way up. If the reached sequence stands still: restart the server.",
        };
    }

    private async Task<ViewStanding> StoppedAsync(ViewStanding standing, Progress row, CancellationToken ct)
    {
        var stopped = await FindStoppingEventAsync(row, ct);
        return standing with
        {
            State = ViewState.Stopped,
            StoppedBy = stopped,
            Why = stopped?.Reason switch
            {
                "unknown_type" => $"Event {stopped.Sequence} is of a type that this version of the program does not know.",
                "broken_body" => $"The stored body of event {stopped.Sequence} cannot be read.",
                "cannot_be_drawn" =>
                $"Event {stopped.Sequence} can be read, but the views of its campaign cannot be drawn: a defect of the program.",
                _ => "A statement failed in the database.",
            },
            ToDo = stopped?.Reason switch
            {
                "unknown_type" =>
                    $"Run the version that recorded it; the views go on by themselves from there. Or mend the row and run the command "
                    + $"line: views resume {standing.View}",
                "broken_body" => $"Mend the row from a backup or an export, then run the command line: views resume {standing.View}",
                "cannot_be_drawn" =>
                $"Report it with the sequence, install a version that can, or retract the event; then run the command line: views resume "
                + $"{standing.View}",
                _ => $"The server tries again by itself, with growing pauses. Look at the database's own log; to try at once run the "
                + $"command line: views resume {standing.View}",
            },
        };
    }

    private async Task<Progress> ProgressAsync(string view, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            with mark as (select coalesce((select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = 'HighWaterMark'), 0) as settled)
            select m.settled, p.last_seq_id, p.agent_status, p.failure_category, p.failure_event_sequence,
                   extract(epoch from clock_timestamp() - (
                       select e.timestamp from {TrackerSchema.Name}.mt_events e
                       where e.seq_id > coalesce(p.last_seq_id, 0) and e.seq_id <= m.settled and e.type <> 'tombstone'
                       order by e.seq_id limit 1))::float8
            from mark m left join {TrackerSchema.Name}.mt_event_progression p on p.name = $1
            """);
        command.Parameters.Add(new() { Value = ShardOf(view) });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Progress(
            reader.GetInt64(0),
            reader.IsDBNull(1) ? null : reader.GetInt64(1),
            reader.IsDBNull(2) ? "" : reader.GetString(2),
            reader.IsDBNull(3) ? "" : reader.GetString(3),
            reader.IsDBNull(4) ? null : reader.GetInt64(4),
            reader.IsDBNull(5) ? 0 : reader.GetDouble(5));
    }

    /// <summary>
    /// The first event of the page, or the one that the failure names, that the program cannot read; else the one whose campaign cannot be
    /// drawn.
    /// </summary>
    private async Task<StoppingEvent?> FindStoppingEventAsync(Progress row, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {EventLog.Columns} from {TrackerSchema.Name}.mt_events e
            where (e.seq_id > $1 and e.seq_id <= $2 or e.seq_id = $3) and e.type <> 'tombstone' order by e.seq_id
            """);
        command.Parameters.Add(new() { Value = row.Reached!.Value });
        command.Parameters.Add(new() { Value = Math.Min(row.Settled, row.Reached.Value + Page) });
        command.Parameters.Add(new() { Value = row.FailureSequence ?? -1 });
        Guid? named = null;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var sequence = reader.GetInt64(1);
            if (sequence == row.FailureSequence) named = reader.GetGuid(0);
            try
            {
                EventLog.Read(reader);
            }
            catch (UnreadableEventException unreadable)
            {
                return new StoppingEvent(sequence, reader.GetGuid(0), unreadable.Reason);
            }
        }
        return row is { Category: "ApplyEvent", FailureSequence: { } applied }
            ? new StoppingEvent(applied, named, "cannot_be_drawn")
            : null;
    }

    private sealed record Progress(
        long Settled, long? Reached, string Status, string Category, long? FailureSequence, double WaitingSeconds);
}
