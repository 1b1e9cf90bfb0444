using Npgsql;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// The database for whatever keeps something in a session, a lock or a subscription: Marten, Wolverine, the schema. Its connections are
/// reset when they go back to their pool. Those of requests (<see cref="ForRequests"/>) are not, which costs a request less; they keep
/// nothing in a session.
/// </summary>
public sealed class SessionDatabase(string connectionString) : IAsyncDisposable
{
    /// <summary>How the server's list of activities calls the connections of requests.</summary>
    public const string RequestsName = "campaign-tracker requests";

    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(Tuned(connectionString));

    /// <summary>
    /// What drawing, import and export may take, in seconds: a single statement of theirs may go through much of the log.
    /// </summary>
    public const int Patience = 600;

    // A prepared statement keeps a plan from when the tables were small: one that goes through a table as a whole then goes through a log
    // of any size.
    private const string ByIndex = "-c enable_seqscan=off -c jit=off";

    // In seconds. What a person waits for takes milliseconds; where the database hangs, they are told so before they give up.
    private const int PatienceOfRequests = 10;
    private const int PatienceToConnect = 5;

    /// <summary>
    /// The database for requests: single statements, batches, transactions. A connection that hangs holds nobody for half a minute, as it
    /// would by default, unless the connection string says otherwise.
    /// </summary>
    public static NpgsqlDataSource ForRequests(string connectionString)
    {
        var connection = Tuned(connectionString);
        // ContainsKey is true of every key that there is.
        bool IsGiven(string key) => connection.Keys.Cast<string>().Contains(key, StringComparer.OrdinalIgnoreCase);
        if (!IsGiven("Command Timeout")) connection.CommandTimeout = PatienceOfRequests;
        if (!IsGiven("Timeout")) connection.Timeout = PatienceToConnect;
        connection.NoResetOnClose = true;
        connection.Options = $"{connection.Options} {ByIndex}".TrimStart();
        connection.ApplicationName = RequestsName;
        return NpgsqlDataSource.Create(connection);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static NpgsqlConnectionStringBuilder Tuned(string connectionString) => new(connectionString)
    {
        // Statements are few and repeat: prepared once, they cost half.
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        IncludeErrorDetail = false,
        ApplicationName = "campaign-tracker",

        // Two pools a process, and two processes must fit into one server's usual hundred and more.
        MaxPoolSize = 40,
    };
}
