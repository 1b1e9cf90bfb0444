using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Statuses;

/// <summary>How far a demand is met, from the least.</summary>
public enum Rank
{
    Open,
    PartlyMet,
    MetConditionally,
    Met,
}

/// <summary>Ranks by a demand's criterion (conditionality.md, 'Status of a condition at a gate').</summary>
public static class Ranks
{
    /// <summary>True for a demand that was met, with conditions or without.</summary>
    public static bool IsMetEnough(this Rank rank) => rank >= Rank.MetConditionally;

    /// <summary>The rank that a status amounts to; Open where nothing sets one.</summary>
    internal static Rank Of(Effect? status) => status switch
    {
        SetsCustody { Custody: Custody.Free } => Rank.Met,
        SetsCustody { Custody: Custody.FreeConditionally } => Rank.MetConditionally,
        SetsHouseArrest => Rank.PartlyMet,
        SetsRestriction { State: RestrictionState.Lifted } => Rank.Met,
        SetsRestriction { State: RestrictionState.Suspended } => Rank.MetConditionally,
        SetsRestriction { State: RestrictionState.Eased } => Rank.PartlyMet,
        SetsFulfilment { Fulfilment: Fulfilment.Met } => Rank.Met,
        SetsFulfilment { Fulfilment: Fulfilment.MetConditionally } => Rank.MetConditionally,
        SetsFulfilment { Fulfilment: Fulfilment.PartlyMet } => Rank.PartlyMet,
        _ => Rank.Open,
    };
}
