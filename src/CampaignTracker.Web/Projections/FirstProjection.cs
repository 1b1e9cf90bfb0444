using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// Draws the tables of a version that nobody has drawn yet, or that another version has left behind, before the server listens: it never
/// answers from half a table, and whoever runs the other version answers meanwhile. <c>views rebuild</c> of the new program does the same
/// beforehand.
/// </summary>
public sealed class FirstProjection(ViewProjector drawing, NpgsqlDataSource database, ILogger<FirstProjection> log)
{
    /// <summary>Draws them if they are not up to what another version shows; where nothing is recorded there is nothing to draw.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        if (await IsUpToDateAsync(ct)) return;
        log.LogInformation("Drawing the views of version {Version}", ViewVersion.Current);
        try
        {
            await drawing.DrawAllAsync(ct);
        }
        catch (UnprojectableCampaignException failure)
        {
            // The server starts all the same: it stops at the event in question, and /health/ready says what to do.
            log.LogWarning("The views of version {Version} cannot all be drawn: {Failure}", ViewVersion.Current,
                failure.InnerException?.GetType().Name);
        }
    }

    private async Task<bool> IsUpToDateAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select not exists (select 1 from {TrackerSchema.Name}.mt_events)
                or (select last_seq_id from {TrackerSchema.Name}.mt_event_progression where name = $1)
                >= (select max(last_seq_id) from {TrackerSchema.Name}.mt_event_progression where starts_with(name, $2))
            """);
        command.Parameters.Add(new() { Value = CampaignViews.Shard });
        command.Parameters.Add(new() { Value = CampaignViews.Name + ":" });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
