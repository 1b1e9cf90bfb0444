namespace CampaignTracker.Domain.Replay;

/// <summary>Which question a status answers, of what.</summary>
/// <param name="What">The question.</param>
/// <param name="Subject">Short name of the subject.</param>
/// <param name="Event">The event that stands for what it is asked of: a gate, a disagreement, an expectation; null where that is the
/// subject itself.</param>
public sealed record StatusKey(StatusKind What, string Subject, Guid? Event = null) : IComparable<StatusKey>
{
    /// <summary>By subject, so that all that is said of one stands together.</summary>
    public int CompareTo(StatusKey? other)
    {
        if (other is null) return 1;
        var order = string.CompareOrdinal(Subject, other.Subject);
        if (order == 0) order = What.CompareTo(other.What);
        return order != 0 ? order : Nullable.Compare(Event, other.Event);
    }
}

/// <summary>One status of a state.</summary>
/// <param name="Key">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record StatusLine(StatusKey Key, StatusAnswer Answer);

/// <summary>What can be asked of a state.</summary>
public enum StatusKind
{
    /// <summary>Is the subject on record by V, and what is it called?</summary>
    Opened,
    /// <summary>A person's liberty.</summary>
    Custody,
    /// <summary>How far a restriction reaches.</summary>
    Restriction,
    /// <summary>How far a demand is met.</summary>
    Fulfilment,
    /// <summary>How a demand was closed, and when.</summary>
    Closing,
    /// <summary>Meetings held, and missed.</summary>
    Meetings,
    /// <summary>What became of something expected.</summary>
    Expectation,
    /// <summary>Where a disagreement stands.</summary>
    Contested,
    /// <summary>Which gate an agreement passed or was held back at, and when.</summary>
    Gate,
    /// <summary>The verdict on a gate.</summary>
    Verdict,
    /// <summary>What else is to be said of a gate.</summary>
    Annotations,
    /// <summary>The one word for an agreement.</summary>
    Word,
}
