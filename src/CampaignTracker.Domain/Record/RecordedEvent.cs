using System.Globalization;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>An event as the log keeps it: the fact, and what the server added.</summary>
/// <param name="Id">UUID of the event; a client may supply it.</param>
/// <param name="Sequence">Place in the log: the citable form of a state of knowledge.</param>
/// <param name="Version">Place in the subject's stream, from 1.</param>
/// <param name="RecordedAt">When we learned it: one instant per batch, stamped by the database.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Position">Its place, from 0, in the batch or file in which it was recorded first.</param>
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
    private readonly int? line;

    /// <summary>The warnings that were shown when it was recorded.</summary>
    public IReadOnlyList<ValidationIssue> Warnings { get; init; } = [];

    /// <summary>When and by whom it was first recorded, as another tracker says. Shown, and never used for K.</summary>
    public RecordedClaim? Claim { get; init; }

    /// <summary>
    /// The file that it was imported from, in however many batches: an id that says when the import began (UUID version 7); null where it
    /// came in a batch of its own.
    /// </summary>
    public Guid? File { get; init; }

    /// <summary>Its line in its file or batch here, from 0.</summary>
    public int Line { get => line ?? Position; init => line = value; }

    /// <summary>The batch or file in which another tracker recorded it first; null where that is this tracker.</summary>
    public string? FirstBatch { get; init; }

    /// <summary>The batch or file in which it was recorded first: <see cref="Position"/> is its place there.</summary>
    public string Batch => FirstBatch ?? File?.ToString() ?? RecordedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>When its batch was recorded, or the import of its file began; after all others for one that is not on record yet.</summary>
    public DateTimeOffset BatchAt => File is { } file ? InstantOf(file) : RecordedAt == default ? DateTimeOffset.MaxValue : RecordedAt;

    /// <summary>True for two that were recorded in one batch, or came from one file: their places tell their order.</summary>
    public bool IsOfOneBatchWith(RecordedEvent other) => Batch == other.Batch;

    // The first 48 bits are milliseconds (RFC 9562).
    private static DateTimeOffset InstantOf(Guid version7) => DateTimeOffset.FromUnixTimeMilliseconds(
        long.Parse(version7.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

/// <summary>The recorded time and recorder that came with an import.</summary>
public sealed record RecordedClaim(DateTimeOffset At, string By);
