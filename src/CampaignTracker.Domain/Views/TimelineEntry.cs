using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>One event on the timeline, as it is known.</summary>
/// <param name="Event">Its id.</param>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Type">Its type's stored name.</param>
/// <param name="Kind">What the subject is; null when the subject's opening cannot be seen.</param>
/// <param name="AlsoOn">The other subjects that it names, and is shown on: a case raised at a meeting.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Claim">What another tracker says of when it was recorded first.</param>
/// <param name="Status">Whether it holds as it was recorded.</param>
/// <param name="Amendments">The corrections and retractions of it, in the order of the log.</param>
/// <param name="FirstRecorded">For a corrected event, the fields that read otherwise when it was recorded.</param>
/// <param name="Contested">The disagreements about it.</param>
/// <param name="Settlement">For a disagreement, how it was settled; null while it is open.</param>
public sealed record TimelineEntry(
    Guid Event,
    long Sequence,
    string Type,
    string Subject,
    string SubjectTitle,
    SubjectKind? Kind,
    IReadOnlyList<string> AlsoOn,
    EdtfDate Occurred,
    EdtfDate? Effective,
    EdtfDate? Published,
    EdtfDate? Learned,
    string Sentence,
    Confidence Confidence,
    Sensitivity Sensitivity,
    IReadOnlyList<ShownSource> Sources,
    IReadOnlyList<Identifier> Identifiers,
    string? Note,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    RecordedClaim? Claim,
    IReadOnlyList<ValidationIssue> Warnings,
    EntryStatus Status,
    IReadOnlyList<Amendment> Amendments,
    IReadOnlyList<FirstRecordedField> FirstRecorded,
    IReadOnlyList<ContestMark> Contested,
    Reconciliation? Settlement)
{
    /// <summary>
    /// The earlier recording of the same fact, where this one says it again: it is shown, and counts for nothing; null for nearly all.
    /// </summary>
    public Guid? Repeats { get; init; }

    /// <summary>When it takes effect, where that lies after V; null where it has, or may have.</summary>
    public EdtfDate? TakesEffect { get; init; }

    internal static TimelineEntry Of(
        CampaignState state, Fact fact, IReadOnlyDictionary<string, TimelineSubject> subjects, IReadOnlyList<ContestMark> contested,
        Reconciliation? settlement)
    {
        var (e, recorded, type) = (fact.Event, fact.Recorded, EventCatalogue.Of(fact.Event));
        var subject = subjects[e.Subject];
        return new(
            fact.Id, recorded.Sequence, type.Name, e.Subject, subject.Title, subject.Kind,
            [.. type.SubjectNames(e).Select(state.Knowledge.Canonical).Where(name => name != e.Subject).Distinct(StringComparer.Ordinal)],
            e.Occurred, e.Effective, e.Published, e.Learned,
            Sentences.Of(e, name => subjects.GetValueOrDefault(state.Knowledge.Canonical(name))?.Title ?? name, state.Viewpoint.Language),
            e.Confidence, e.Sensitivity, ShownSource.Of(e, state.Viewpoint),
            [.. type.Fields.SelectMany(field => field.Value(e) as IReadOnlyList<Identifier> ?? [])],
            e.Note?.Value, recorded.RecordedAt, recorded.RecordedBy, recorded.Claim, recorded.Warnings,
            fact.Retracted ? EntryStatus.Retracted : fact.Corrected ? EntryStatus.Corrected : EntryStatus.Current,
            [.. fact.Amendments.Select(amendment => Amendment.Of(state.Knowledge, amendment))],
            fact.Corrected ? FirstRecordedField.Of(fact, state.Viewpoint) : [],
            contested, settlement)
        {
            Repeats = state.Knowledge.History(e.Subject)?.CountedFor(fact.Id) is { } counted && counted != fact.Id ? counted : null,
            TakesEffect = state.MayMove(fact) ? null : e.Effective,
        };
    }
}

/// <summary>Whether an event holds as it was recorded.</summary>
public enum EntryStatus
{
    Current,
    Corrected,
    Retracted,
}

/// <summary>A disagreement about an event.</summary>
public sealed record ContestMark(Guid Event, string Matter, bool Settled);

/// <summary>A correction or retraction.</summary>
/// <param name="Event">Its own event.</param>
/// <param name="Retracts">True for a retraction.</param>
/// <param name="Fields">The fields that it replaces.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record Amendment(
    Guid Event, long Sequence, bool Retracts, IReadOnlyList<string> Fields, string Reason, string By, DateTimeOffset At)
{
    internal static Amendment Of(Knowledge knowledge, RecordedEvent amendment)
    {
        // The amendment itself may have been corrected.
        var (fields, reason) = (knowledge.Fact(amendment.Id)?.Event ?? amendment.Event) switch
        {
            EventCorrected correction =>
                ((IReadOnlyList<string>)[.. correction.Changes.Keys.Order(StringComparer.Ordinal)], correction.Reason.Value),
            EventRetracted retraction => ([], retraction.Reason.Value),
            var other => throw new InvalidOperationException($"{other.GetType().Name} amends nothing."),
        };
        return new(amendment.Id, amendment.Sequence, amendment.Event is EventRetracted, fields, reason, amendment.RecordedBy,
            amendment.RecordedAt);
    }
}
