using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace CampaignTracker.Web.Health;

/// <summary>The views that this node keeps: Wolverine shares them out among the nodes.</summary>
internal sealed class KeptViews(IWolverineRuntime runtime, IEnumerable<IAgentFamily> families)
{
    /// <summary>Who keeps a view here; null where that is another node, or none.</summary>
    public async Task<IEventSubscriptionAgent?> FindAsync(string view)
    {
        foreach (var family in families.OfType<IEventSubscriptionAgentFamily>())
        {
            if (await family.FindAgentUriAsync(ViewHealth.ShardOf(view), null) is { } uri
                && runtime.Agents.TryFindActiveAgent<IEventSubscriptionAgent>(uri, out var agent)) return agent;
        }
        return null;
    }
}
