using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>Answers what checks ask of the record.</summary>
/// <param name="context">When, by whom and under which rules something is recorded.</param>
/// <param name="history">Finds the history of a subject by its short name, the earlier events of the same batch included; null when nothing
/// is recorded of it.</param>
/// <param name="fact">Finds an event of the campaign by id; null when there is none.</param>
/// <param name="all">The histories among which those are that name a subject whose opening is retracted.</param>
public sealed class RecordLookup(
    RecordingContext context, Func<string, SubjectHistory?> history, Func<Guid, Fact?> fact, Func<IEnumerable<SubjectHistory>> all)
    : IRecordLookup
{
    private Guid? replaced;

    public RecordingContext Context => context;

    public bool IsCorrection => replaced is not null;

    public ISubjectOnRecord? Subject(string name) => History(name) is { } found ? new Known(found) : null;

    public EventOnRecord? Event(Guid id) =>
        fact(id) is { } found ? new(found.Event, found.Recorded.Event.Subject, found.Recorded.RecordedBy, found.Retracted) : null;

    public bool IsHeldBefore(CampaignEvent e) => History(e.Subject) is { } known && StatusFold.MayBeHeld(known, e);

    public bool IsFreeBefore(CampaignEvent e) => History(e.Subject) is { } known
        && (StatusFold.MayBeFree(known, e)
            || known.Facts.Any(fact => fact.Event is HouseArrestOrdered && fact.Event.MovesAt().Earliest <= e.MovesAt().Latest));

    public IEnumerable<ISubjectOnRecord> Naming(string subject) =>
        all().Where(other => other.Name != subject && other.Facts.Any(fact => Names(fact.Event, subject)))
            .Select(other => new Known(other));

    public Guid? SameFact(CampaignEvent e) =>
        History(e.Subject)?.SaidAlready(e).Where(found => found.Id != replaced).MinBy(found => found.Id)?.Id;

    public Guid? RivalOnItsDay(CampaignEvent e) => e.MovesAt().IsDay && Sets(e) is { } set
        ? History(e.Subject)?.Facts.FirstOrDefault(fact => !IsOfTheBatch(fact) && IsOnOneDay(fact.Event, e)
            && Sets(fact.Event) is { } other && other != set && e.Follows?.Contains(fact.Id) != true
            && !(e.At is { } at && fact.Event.At is { } then && (at.IsBefore(then) || then.IsBefore(at))))?.Id
        : null;

    public IRecordLookup Replacing(Guid id) => new RecordLookup(context, history, fact, all) { replaced = id };

    // Nobody is told that a death came last.
    private static Effect? Sets(CampaignEvent e) => e.Effects().FirstOrDefault(effect =>
        effect is SetsCustody { Custody: not Custody.Died } or SetsHouseArrest or SetsRestriction or SetsFulfilment);

    private static bool IsOnOneDay(CampaignEvent one, CampaignEvent other) =>
        one.MovesAt().IsDay && one.MovesAt().Earliest == other.MovesAt().Earliest;

    // The lines of a batch say their order; what is not on record yet has no instant.
    private static bool IsOfTheBatch(Fact fact) => fact.Recorded.RecordedAt == default;

    // What a correction names stands in the event that it corrects.
    private static bool Names(CampaignEvent e, string subject) =>
        e is not EventCorrected && EventCatalogue.Of(e).SubjectNames(e).Contains(subject);

    private SubjectHistory? History(string name) => history(name) switch
    {
        null => null,
        var found when replaced is null || replaced == found.Opening?.Id => found,
        var found => found.Without(replaced.Value),
    };

    private sealed class Known(SubjectHistory history) : ISubjectOnRecord
    {
        public string Name => history.Name;

        public SubjectKind? Kind => history.Kind;

        public string Title => history.Title;

        public CampaignEvent? Opening => history.Opening?.Event;

        public Guid? OpeningRetractedBy =>
            history.RetractedOpening?.Amendments.LastOrDefault(amendment => amendment.Event is EventRetracted)?.Id;

        public IEnumerable<CampaignEvent> Events => history.Facts.Select(found => found.Event);

        public IEnumerable<CampaignEvent> Ends => history.Ends.Select(found => found.Event);
    }
}
