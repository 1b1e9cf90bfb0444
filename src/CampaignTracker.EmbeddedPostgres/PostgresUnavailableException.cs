namespace CampaignTracker.EmbeddedPostgres;

/// <summary>A private PostgreSQL cannot be had. The message is one line for a person: what is the matter and what to do.</summary>
public sealed class PostgresUnavailableException : Exception
{
    public PostgresUnavailableException(string message) : base(message) { }

    public PostgresUnavailableException(string message, Exception inner) : base(message, inner) { }
}
