using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>How long a request waits for a database that hangs.</summary>
public sealed class SessionDatabaseTests
{
    [Theory]
    [InlineData("Host=127.0.0.1", 10, 5)]
    [InlineData("Host=127.0.0.1;Command Timeout=60;Timeout=20", 60, 20)]
    [InlineData("Host=127.0.0.1;CommandTimeout=30", 30, 5)]
    public void A_request_waits_for_ten_seconds_unless_the_connection_string_says_otherwise(string connectionString, int command, int connect)
    {
        using var database = SessionDatabase.ForRequests(connectionString);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        (settings.CommandTimeout, settings.Timeout).ShouldBe((command, connect));
    }
}
