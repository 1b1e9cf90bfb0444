using System.Globalization;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// The version of all that is stored of the views; nowhere else does one stand. Each version has tables and progress of its own, so that an
/// old and a new program can work on one database (docs/decisions/0017-a-version-of-the-views-stands-beside-the-older.md).
/// </summary>
public static class ViewVersion
{
    /// <summary>Raise it with every change of what is stored: a field or a rule of a view, a column of a report.</summary>
    private const int Written = 7;

    // For tests only: a program told so by its environment takes itself for one of a later version, and so meets an older one of the same
    // build.
    private const string RaisedForTests = "CAMPAIGNTRACKER_TEST_VIEW_VERSION";

    /// <summary>The version that this program draws and reads.</summary>
    public static int Current { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(RaisedForTests), NumberStyles.None, CultureInfo.InvariantCulture, out var raised)
        && raised > Written
        ? raised
        : Written;

    /// <summary>What a test puts into the environment of a program that is to take itself for one of a later version.</summary>
    internal static (string Name, string Value) RaisedTo(int version) => (RaisedForTests, version.ToString(CultureInfo.InvariantCulture));

    /// <summary>A table of the current version, without its schema.</summary>
    public static string Table(string name) => $"{name}_v{Current}";

    /// <summary>The row of a view in mt_event_progression.</summary>
    public static string ShardOf(string view, int version) => version == 1 ? $"{view}:All" : $"{view}:V{version}:All";

    /// <summary>
    /// True when a live server keeps a version, or would if another died. A server says what it can keep in Wolverine's list of nodes, by
    /// addresses that end in the view and, from the second version on, in the version.
    /// </summary>
    public static async Task<bool> IsServedAsync(NpgsqlDataSource database, int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select exists (select 1 from wolverine.wolverine_nodes n, unnest(n.capabilities) as can
                           where n.health_check > clock_timestamp() - interval '30 seconds' and can like '%/' || $1)
            """);
        command.Parameters.Add(new() { Value = version == 1 ? $"{CampaignViews.Name}/all" : $"{CampaignViews.Name}/all/v{version}" });
        try
        {
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (PostgresException none) when (none.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            // No server has ever run here.
            return false;
        }
    }
}
