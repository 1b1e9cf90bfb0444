namespace CampaignTracker.Domain.Conditionality;

/// <summary>Whether a step of an agreement is a gate that is judged, and why not (conditionality.md, 'Gates').</summary>
public enum GateReason
{
    /// <summary>Taken by the side that promised to make it depend on reform, by a body of that side, or by both parties together.</summary>
    Judged,
    /// <summary>The other side's own step: shown and not judged.</summary>
    TakenByOtherSide,
    /// <summary>Taken by somebody who is neither a side nor a body of the promising side.</summary>
    TakenBySomebodyElse,
    /// <summary>No gate of a benefit of this kind: shown and not judged.</summary>
    NoGateOfTheBenefit,
    /// <summary>No milestone: a negotiating round, a declaration, a condition.</summary>
    NoMilestone,
}
