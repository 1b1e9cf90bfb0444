namespace CampaignTracker.Web.Storage;

/// <summary>How long the program waits for what is not there yet, before it says so.</summary>
public sealed record Waits
{
    /// <summary>As people and load balancers expect it.</summary>
    public static Waits Usual { get; } = new()
    {
        Views = TimeSpan.FromSeconds(10),
        Keeper = TimeSpan.FromSeconds(15),
        Resumed = TimeSpan.FromSeconds(10),
        Behind = TimeSpan.FromSeconds(30),
        Readiness = TimeSpan.FromSeconds(5),
    };

    /// <summary>A read, for the views to reach what it asks for.</summary>
    public required TimeSpan Views { get; init; }

    /// <summary>
    /// An administrator, for a server to take up a request: a watchdog looks each second, and a node that has died hands over within ten.
    /// </summary>
    public required TimeSpan Keeper { get; init; }

    /// <summary>An administrator, for a view that was let go on to reach everything.</summary>
    public required TimeSpan Resumed { get; init; }

    /// <summary>A recorded event that a view has not reached for this long is missed by somebody.</summary>
    public required TimeSpan Behind { get; init; }

    /// <summary>Whoever asks for the readiness, for the database.</summary>
    public required TimeSpan Readiness { get; init; }
}
