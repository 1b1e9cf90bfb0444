namespace CampaignTracker.EmbeddedPostgres;

/// <summary>What can be chosen about a private cluster; nothing has to be.</summary>
public sealed record ClusterOptions
{
    /// <summary>
    /// Where the data are. By default <c>/var/lib/campaign-tracker</c> for root, else <c>campaign-tracker</c> in the user's data folder
    /// (<c>XDG_DATA_HOME</c> or <c>~/.local/share</c>; the local application data on other systems).
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>. Without it PGBIN is tried, then PATH and the usual places.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>
    /// False gives up safety against a crash of the machine for speed; for tests only. The process that starts the server decides.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>Told, in one line each, about things that take a moment.</summary>
    public Action<string>? Say { get; init; }
}
