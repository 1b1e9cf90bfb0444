namespace CampaignTracker.Web.Storage;

/// <summary>What the operator chose, and what is the same for all operators and not for tests.</summary>
/// <param name="Recorder">The name under which everything is recorded, until there is sign-in.</param>
/// <param name="Nodes">How many servers may work on the database.</param>
/// <param name="Waits">How long the program waits for what is not there yet.</param>
public sealed record TrackerOptions(string Recorder, Nodes Nodes, Waits Waits)
{
    /// <summary>
    /// Reads <c>Recorder:Name</c>; without it the name of the account that runs the program. Another server may come at any time.
    /// </summary>
    public static TrackerOptions From(IConfiguration configuration) =>
        new(configuration["Recorder:Name"] is { Length: > 0 } name ? name : Environment.UserName, Nodes.Several, Waits.Usual);
}

/// <summary>How many servers work on one database.</summary>
public enum Nodes
{
    /// <summary>Any number: they agree on who keeps the views, and another takes over from one that dies.</summary>
    Several,
    /// <summary>One alone, as in a test: it keeps the views from its start and asks nobody. A second one would keep them too.</summary>
    One,
}
