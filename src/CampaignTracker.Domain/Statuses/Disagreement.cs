namespace CampaignTracker.Domain.Statuses;

/// <summary>A status that a disagreement can leave undecided.</summary>
public enum TouchedStatus
{
    Custody,
    Restriction,
    Fulfilment,
}

/// <summary>Where a disagreement stands.</summary>
public enum ContestState
{
    Open,
    /// <summary>Not settled, but a later fact sets the status anew.</summary>
    Overtaken,
    Settled,
}
