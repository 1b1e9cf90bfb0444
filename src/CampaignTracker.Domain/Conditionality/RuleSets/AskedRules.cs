using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets;

/// <summary>The rule set that is asked, among those that there are: what was published by another is judged by that one.</summary>
/// <param name="Named">The rule set that is asked by its version; null for the one by which each campaign is judged.</param>
/// <param name="All">The rule sets that there are.</param>
public sealed record AskedRules(IRuleSet? Named, RuleSetList All)
{
    /// <summary>The version that is asked; null for that of each campaign.</summary>
    public int? Version => Named?.Version;

    /// <summary>The rule set for a campaign.</summary>
    /// <param name="knowledge">What is known of it.</param>
    public IRuleSet For(Knowledge knowledge) => Named ?? All.Of(knowledge);
}
