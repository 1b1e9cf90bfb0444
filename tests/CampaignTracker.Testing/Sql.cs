using CampaignTracker.EmbeddedPostgres;
using Npgsql;

namespace CampaignTracker.Testing;

public static class Sql
{
    public static async Task<object?> Run(PostgresCluster cluster, string sql, string database = "postgres")
    {
        var unpooled = new NpgsqlConnectionStringBuilder(cluster.ConnectionString(database)) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static Task<PostgresCluster> Hold(string folder) =>
        PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = folder, Durable = false }, TestContext.Current.CancellationToken);
}
