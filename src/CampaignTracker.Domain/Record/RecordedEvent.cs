using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>An event as the log keeps it: the fact, and what the server added.</summary>
/// <param name="Id">UUID of the event; a client may supply it.</param>
/// <param name="Sequence">Place in the log: the citable form of a state of knowledge.</param>
/// <param name="Version">Place in the subject's stream, from 1.</param>
/// <param name="RecordedAt">When we learned it: one instant per batch, stamped by the database.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Position">Place in its batch, from 0: decides among events of one subject on one day.</param>
/// <param name="Event">The fact as it was recorded.</param>
public sealed record RecordedEvent(
    Guid Id,
    long Sequence,
    long Version,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    int Position,
    CampaignEvent Event)
{
    /// <summary>The warnings that were shown when it was recorded.</summary>
    public IReadOnlyList<ValidationIssue> Warnings { get; init; } = [];

    /// <summary>When and by whom it was first recorded, as another tracker says. Shown, and never used for K.</summary>
    public RecordedClaim? Claim { get; init; }

    /// <summary>The file that it was imported from, in however many batches; null where it came in a batch of its own.</summary>
    public Guid? File { get; init; }

    /// <summary>True for two that came in one batch, or from one file: their lines tell their order.</summary>
    public bool IsOfOneBatchWith(RecordedEvent other) =>
        File is { } file ? other.File == file : other.File is null && other.RecordedAt == RecordedAt;
}

/// <summary>The recorded time and recorder that came with an import.</summary>
public sealed record RecordedClaim(DateTimeOffset At, string By);
