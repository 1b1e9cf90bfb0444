using System.Globalization;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Conditionality.RuleSets.V2;

namespace CampaignTracker.Domain.Conditionality.RuleSets;

/// <summary>The rule sets that can be asked for, by version: the one seam through which a rule set is found.</summary>
/// <param name="all">The rule sets; each version once.</param>
public sealed class RuleSetList(params IReadOnlyList<IRuleSet> all)
{
    /// <summary>The rule sets of the product. A line here makes a version known everywhere.</summary>
    public static RuleSetList BuiltIn { get; } = new(
        RuleSet1.Instance,
        RuleSet2.Instance);

    /// <summary>The list with one more.</summary>
    public RuleSetList With(IRuleSet rules) => new([.. All, rules]);

    /// <summary>The rule sets, the oldest first.</summary>
    public IReadOnlyList<IRuleSet> All { get; } = [.. all.OrderBy(rules => rules.Version)];

    /// <summary>The rule set that answers where nobody names one.</summary>
    public IRuleSet Standing => All[0];

    /// <summary>The standing rule set asked, among these.</summary>
    public AskedRules AskStanding() => new(Standing, this);

    /// <summary>The rule set of a version, as every answer writes it; null when there is none.</summary>
    public IRuleSet? Find(string version) => All.FirstOrDefault(rules => rules.Version.ToString(CultureInfo.InvariantCulture) == version);
}
