using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;

namespace CampaignTracker.Web.Components;

/// <summary>The verdicts of a picture, judged once for as long as the picture is kept: the same picture is always judged the same.</summary>
public static class Judged
{
    private static readonly ConditionalWeakTable<Domain.Record.CampaignState, ConditionalityLedger> Known = [];

    public static ConditionalityLedger Of(Domain.Record.CampaignState state) => Known.GetValue(state, RuleSet1.Judge);
}
