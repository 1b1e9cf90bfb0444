using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>What whoever asks may see. Every clearance of a read comes from here.</summary>
public interface IViewerClearance
{
    /// <summary>The most sensitive event that may be seen.</summary>
    /// <param name="request">The request; null for a command, which runs as the operator.</param>
    Sensitivity Of(HttpContext? request);
}

/// <summary>There is no sign-in yet: whoever reaches the tracker may see everything.</summary>
internal sealed class EverybodySeesEverything : IViewerClearance
{
    public Sensitivity Of(HttpContext? request) => Sensitivity.Restricted;
}
