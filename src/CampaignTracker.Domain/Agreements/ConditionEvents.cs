using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>What makes a demand a condition of an agreement, and what ends that.</summary>
internal static class ConditionEvents
{
    /// <summary>The demand that an attachment or detachment is about; null for any other event.</summary>
    public static string? Condition(this CampaignEvent e) => e switch
    {
        ConditionAttached attached => attached.Demand,
        ConditionDetached detached => detached.Demand,
        _ => null,
    };
}
