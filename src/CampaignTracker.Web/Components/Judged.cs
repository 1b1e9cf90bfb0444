using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Components;

/// <summary>The verdicts of a picture, judged once for as long as the picture is kept: the same picture is always judged the same.</summary>
public static class Judged
{
    private static readonly ConditionalWeakTable<Domain.Record.CampaignState, ConditionalityLedger> Known = [];

    public static ConditionalityLedger Of(Domain.Record.CampaignState state) => Known.GetValue(state, static state => ConditionalityLedger.Of(state, RuleSetList.BuiltIn.Standing, Memo.New()));
}
