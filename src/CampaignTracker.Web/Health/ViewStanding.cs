namespace CampaignTracker.Web.Health;

/// <summary>How a view stands against the settled mark of the log.</summary>
/// <param name="View">The view's name.</param>
/// <param name="State">Whether it can be trusted to show what is recorded.</param>
/// <param name="Reached">The sequence up to which it shows the log.</param>
/// <param name="Settled">The sequence up to which the log is settled.</param>
/// <param name="StoppedBy">The event that stopped it, where one did.</param>
/// <param name="Why">What is the matter, in words without any content of the log; null when nothing is.</param>
/// <param name="ToDo">What the administrator does about it; null when nothing is to be done.</param>
public sealed record ViewStanding(
    string View, ViewState State, long Reached, long Settled, StoppingEvent? StoppedBy = null, string? Why = null, string? ToDo = null)
{
    /// <summary>True when nothing recorded is missing from it, or will be in a moment.</summary>
    public bool IsReady() => State == ViewState.Running;

    /// <summary>True for a stop that no event caused, such as a database that went away: trying again may be enough.</summary>
    public bool MayPass() => State == ViewState.Stopped && StoppedBy is null;
}

/// <summary>The event that stopped a view; nothing of what it says.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Id">Its id.</param>
/// <param name="Reason">A short name: <c>unknown_type</c>, <c>broken_body</c>, <c>cannot_be_drawn</c>.</param>
public sealed record StoppingEvent(long Sequence, Guid? Id, string Reason);

/// <summary>The state of a view.</summary>
public enum ViewState
{
    /// <summary>It shows all that is settled, or follows within moments.</summary>
    Running,
    /// <summary>It works its way up, or nobody keeps it just now.</summary>
    Behind,
    /// <summary>It stopped, and shows nothing that came later.</summary>
    Stopped,
    /// <summary>It was never built, or a rebuild failed.</summary>
    NotBuilt,
}
