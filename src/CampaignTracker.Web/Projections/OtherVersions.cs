using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// What other versions of the program have left in the database: dropped by an administrator, and not before nobody needs it.
/// </summary>
public sealed class OtherVersions(NpgsqlDataSource database, ReportingSchema reporting)
{
    /// <summary>
    /// Drops the tables and the progress of every version but this program's that no live server keeps and no report shows.
    /// </summary>
    /// <returns>What became of each version, in words.</returns>
    public async Task<IReadOnlyList<string>> DropAsync(CancellationToken ct)
    {
        List<string> became = [];
        foreach (var version in await FindAsync(ct))
        {
            if (await ViewVersion.IsServedAsync(database, version, ct)) became.Add($"version {version} stays: a server keeps it.");
            else if (await reporting.VersionAsync(ct) == version) became.Add(
                $"version {version} stays: reports show it until a server of version {ViewVersion.Current} has started.");
            else
            {
                await DropAsync(version, ct);
                became.Add($"version {version} is dropped.");
            }
        }
        return became;
    }

    private async Task<List<int>> FindAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select substring(tablename from '^campaigns_v(\d+)$')::int from pg_tables
            where schemaname = '{TrackerSchema.Name}' and tablename ~ '^campaigns_v\d+$' and tablename <> $1 order by 1
            """);
        command.Parameters.Add(new() { Value = CampaignViews.CampaignsTable });
        List<int> versions = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) versions.Add(reader.GetInt32(0));
        return versions;
    }

    private async Task DropAsync(int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            do $$
            declare gone text;
            begin
                for gone in select tablename from pg_tables
                    where schemaname = '{TrackerSchema.Name}' and tablename ~ '^(campaigns|campaign_views|report_[a-z]+)_v{version}$'
                loop
                    execute format('drop table {TrackerSchema.Name}.%I', gone);
                end loop;
                delete from {TrackerSchema.Name}.mt_event_progression where name = '{ViewVersion.ShardOf(CampaignViews.Name, version)}';
                delete from {TrackerSchema.Name}.view_requests where view = '{ViewVersion.ShardOf(CampaignViews.Name, version)}';
            end
            $$
            """);
        await command.ExecuteNonQueryAsync(ct);
    }
}
