using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>An event as it is known: corrected, perhaps retracted, and under the subject that its own was merged into.</summary>
/// <param name="Recorded">The event as it was recorded.</param>
/// <param name="Event">The event as it is known.</param>
/// <param name="Amendments">The corrections and retractions of it that hold, as they are known themselves, in the order of the log.</param>
/// <param name="Retracted">True when it was withdrawn.</param>
public sealed record Fact(RecordedEvent Recorded, CampaignEvent Event, IReadOnlyList<RecordedEvent> Amendments, bool Retracted)
    : IComparable<Fact>
{
    public Guid Id => Recorded.Id;

    /// <summary>True when a correction of it holds.</summary>
    public bool Corrected => Amendments.Any(amendment => amendment.Event is EventCorrected);

    /// <summary>
    /// True for what recorders say about the record itself, and for an expectation that does not say when it was announced. It counts from
    /// when it is known, whatever V is.
    /// </summary>
    public bool IsKnowledge =>
        Event is EventCorrected or EventRetracted or ClaimsReconciled or AliasAdded or SubjectMerged or Campaigns.RuleSetChosen
        || Event.CountsWhenKnown();

    /// <summary>By the event alone: hashing every field would take longer than what is done with the hash.</summary>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Earliest, latest, instant of the batch or file, line in it, event id (conditionality.md, 'Dates and order').</summary>
    public int CompareTo(Fact? other)
    {
        if (other is null) return 1;
        var order = Event.MovesAt().CompareTo(other.Event.MovesAt());
        if (order == 0) order = Recorded.BatchAt.CompareTo(other.Recorded.BatchAt);
        if (order == 0) order = Recorded.Line.CompareTo(other.Recorded.Line);
        return order != 0 ? order : Id.CompareTo(other.Id);
    }
}
