using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// The schema <c>reporting</c>: views of stable names over the tables of one version. They show the newest version that a server keeps, and
/// never one that is not drawn yet; after a way back to an older program they follow it, once nobody keeps the newer.
/// </summary>
public sealed class ReportingSchema(NpgsqlDataSource database)
{
    /// <summary>Creates the views where there are none yet, and lets the reporting role read them.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        if (await VersionAsync(ct) is null && !await ExistsAsync(ct)) await ShowAsync(ct);
        else await ExecuteAsync(await SchemaScripts.ReadAsync("reporting.sql", ct), ct);
    }

    /// <summary>True when they show a version that is older than this program's, or a newer one that nobody keeps.</summary>
    public async Task<bool> ShouldFollowAsync(CancellationToken ct) => await VersionAsync(ct) is not { } shown
        || shown < ViewVersion.Current
        || shown > ViewVersion.Current && !await ViewVersion.IsServedAsync(database, shown, ct);

    /// <summary>Shows the version of this program from now on. It must be drawn.</summary>
    public async Task ShowAsync(CancellationToken ct) => await ExecuteAsync($"""
        insert into {TrackerSchema.Name}.reporting_version (version) values ({ViewVersion.Current})
        on conflict (one) do update set version = excluded.version;
        {string.Join('\n', ReportTables.All.Select(Show))}
        {await SchemaScripts.ReadAsync("reporting.sql", ct)}
        """, ct);

    /// <summary>The version that the views show; null when that was never noted.</summary>
    public async Task<int?> VersionAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select version from {TrackerSchema.Name}.reporting_version");
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    private async Task<bool> ExistsAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select to_regclass('reporting.events') is not null");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    // Columns are only added, and so a view is replaced under whoever reads it; on a way back there are fewer.
    private static string Show(ReportTables.Table table)
    {
        var view = $"reporting.{table.Report}";
        var shown =
            $"view {view} as select {string.Join(", ", table.Columns)} from {TrackerSchema.Name}.{table.Name} where campaign not in (select campaign from {TrackerSchema.Name}.campaigns_set_aside)";
        return $"""
            do $$
            begin
                create or replace {shown};
            exception when invalid_table_definition then
                drop view {view};
                create {shown};
            end
            $$;
            """;
    }

    // One message of several statements is one transaction.
    private async Task ExecuteAsync(string script, CancellationToken ct)
    {
        await using var command = database.CreateCommand(script);
        await command.ExecuteNonQueryAsync(ct);
    }
}
