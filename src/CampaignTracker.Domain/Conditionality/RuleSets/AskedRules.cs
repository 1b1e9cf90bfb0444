namespace CampaignTracker.Domain.Conditionality.RuleSets;

/// <summary>The rule set that is asked, among those that there are: what was published by another is judged by that one.</summary>
/// <param name="Asked">The rule set that is asked.</param>
/// <param name="All">The rule sets that there are.</param>
public sealed record AskedRules(IRuleSet Asked, RuleSetList All)
{
    /// <summary>The version that is asked.</summary>
    public int Version => Asked.Version;
}
