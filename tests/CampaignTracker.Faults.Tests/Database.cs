using Npgsql;

namespace CampaignTracker.Faults.Tests;

/// <summary>Questions to a database, past the tracker.</summary>
internal static class Database
{
    /// <summary>The first column of the first row.</summary>
    public static async Task<T> QueryAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
