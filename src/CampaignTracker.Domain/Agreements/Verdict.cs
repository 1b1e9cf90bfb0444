namespace CampaignTracker.Domain.Agreements;

/// <summary>What is said of a gate: of sequence and fulfilment, never of cause (conditionality.md, 'The verdict').</summary>
public enum Verdict
{
    /// <summary>No linkage covers the gate.</summary>
    NotLinked,
    /// <summary>A linkage, but no necessary condition counts at the gate.</summary>
    LinkedWithoutConditions,
    /// <summary>Held back, on grounds that name a condition not met enough, or the issue area of the linkage.</summary>
    Withheld,
    /// <summary>Held back, on grounds that name none.</summary>
    StalledOtherGrounds,
    /// <summary>Advanced, every condition met enough.</summary>
    Rewarded,
    /// <summary>Advanced, though a condition got worse.</summary>
    AdvancedDespiteRegression,
    /// <summary>Advanced, a condition improved, none got worse, not all met enough.</summary>
    PartlyConditioned,
    /// <summary>Advanced, none of the above.</summary>
    AdvancedUnmet,
    /// <summary>The readings of unknown or contested facts lead to different verdicts.</summary>
    Indeterminate,
}

/// <summary>The one word for an agreement: is progress conditioned on reform?</summary>
public enum Word
{
    Yes,
    No,
    Mixed,
    Indeterminate,
    NotAssessable,
    /// <summary>Where it moved on, something had been delivered, though not everywhere all of it.</summary>
    Partly,
}
