namespace CampaignTracker.EmbeddedPostgres;

/// <summary>There can be no private PostgreSQL. The message is one line for a person: what is wrong and what to do.</summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException(string message) : base(message) { }

    public PostgresUnavailableException(string message, Exception inner) : base(message, inner) { }
}
