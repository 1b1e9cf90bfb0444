using Marten;
using Npgsql;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// Brings the database up to what the program needs: Marten's tables, then ours (schema.sql), and those of the views in the program's own version
/// (views.sql). Safe for several processes at once.
/// </summary>
public sealed class TrackerSchema(IDocumentStore store, SessionDatabase database, Views.ReportingSchema reporting)
{
    /// <summary>The schema that holds the log and the views.</summary>
    public const string Name = "tracker";

    /// <summary>The index that Marten must leave alone.</summary>
    public const string CampaignIndex = "idx_mt_events_campaign";

    private const long Lock = 7_061_704_180;

    /// <summary>Creates and migrates; a second call changes nothing.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using (var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } })
            await take.ExecuteNonQueryAsync(ct);
        try
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            foreach (var name in new[] { "schema.sql", "views.sql" })
            {
                await using var script = new NpgsqlCommand(await ScriptAsync(name, ct), connection);
                await script.ExecuteNonQueryAsync(ct);
            }
            await reporting.ApplyAsync(ct);
        }
        finally
        {
            await using var release = new NpgsqlCommand("select pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = Lock } } };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>A script of the program, for its version of the views.</summary>
    internal static async Task<string> ScriptAsync(string name, CancellationToken ct)
    {
        await using var resource = typeof(TrackerSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return (await reader.ReadToEndAsync(ct)).Replace("{version}", $"{Views.ViewVersion.Current}", StringComparison.Ordinal);
    }
}
