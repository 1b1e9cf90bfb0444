using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests;

/// <summary>The rule sets that tests ask, and the memo that they ask with.</summary>
internal static class Rules
{
    /// <summary>With <c>CAMPAIGNTRACKER_MEMO=off</c> the whole suite runs with a memo that keeps nothing: no answer may depend on one.</summary>
    private static readonly bool Keeps = Environment.GetEnvironmentVariable("CAMPAIGNTRACKER_MEMO") != "off";

    public static IRuleSet V1 => RuleSet1.Instance;

    /// <summary>A fresh memo.</summary>
    public static Memo Memo => Keeps ? Memo.New() : Memo.None;
}
