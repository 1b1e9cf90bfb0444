using System.Diagnostics.CodeAnalysis;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Views;

/// <summary>What every view tells besides its own.</summary>
public abstract record RevisedView
{
    /// <summary>
    /// What was corrected, retracted or reconciled of the subjects that the view shows, in the order of the log. How an event read before
    /// is told by its own record, <c>/events/{id}</c>.
    /// </summary>
    public required IReadOnlyList<Revision> Revisions { get; init; }
}

/// <summary>A correction, retraction or reconciliation that holds.</summary>
/// <param name="What">What was done.</param>
/// <param name="Event">The event that it was done to.</param>
/// <param name="Subject">Short name of the event's subject.</param>
/// <param name="SubjectTitle">What that is called.</param>
/// <param name="Sentence">The event as it is known now; of a retracted one, as it was known last.</param>
/// <param name="Fields">The fields that a correction replaced; for a reconciliation, the claim that was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
/// <param name="RevisedBy">The event that did it.</param>
public sealed record Revision(
    RevisionKind What, Guid Event, string Subject, string SubjectTitle, string Sentence, IReadOnlyList<string> Fields, string Reason,
    string By, DateTimeOffset At, Guid RevisedBy)
{
    /// <summary>
    /// The revisions of subjects of some kinds, and of what is said elsewhere of them; of events that may have happened by V, as they read
    /// before or since.
    /// </summary>
    internal static IReadOnlyList<Revision> Of(CampaignState state, params IReadOnlyCollection<SubjectKind> kinds)
    {
        List<(long Sequence, Revision Revision)> found = [];
        foreach (var fact in state.Knowledge.Facts)
        {
            if (fact.Event is ClaimsReconciled reconciled && Counts(fact, out var history)
                && state.Knowledge.Fact(history.CountedFor(reconciled.Contested)) is { } contested && Concerns(contested))
            {
                found.Add((fact.Recorded.Sequence,
                    new(RevisionKind.Reconciled, contested.Id, contested.Event.Subject, state.TitleOf(contested.Event.Subject),
                    state.Sentence(contested.Event), [reconciled.Chosen], reconciled.Reason.Value, fact.Recorded.RecordedBy,
                    fact.Recorded.RecordedAt, fact.Id)));
            }
            if (fact.Amendments.Count == 0 || !Concerns(fact)) continue;
            foreach (var amendment in fact.Amendments.Select(amendment => Amendment.Of(state.Knowledge, amendment)))
            {
                found.Add((amendment.Sequence,
                    new(amendment.Retracts ? RevisionKind.Retracted : RevisionKind.Corrected, fact.Id, fact.Event.Subject,
                    state.TitleOf(fact.Event.Subject),
                    state.Sentence(fact.Event), amendment.Fields, amendment.Reason, amendment.By, amendment.At, amendment.Event)));
            }
        }
        return [.. found.OrderBy(one => one.Sequence).Select(one => one.Revision)];

        // What was recorded twice is told once.
        bool Counts(Fact fact, [NotNullWhen(true)] out SubjectHistory? history)
        {
            history = state.Knowledge.History(fact.Event.Subject);
            return !fact.Retracted && history?.CountedFor(fact.Id) == fact.Id;
        }

        bool Concerns(Fact fact) =>
            (fact.IsKnowledge || state.Viewpoint.Reaches(fact.Event.Occurred) || state.Viewpoint.Reaches(fact.Recorded.Event.Occurred))
            && EventCatalogue.Of(fact.Event).SubjectNames(fact.Event).Append(fact.Event.Subject)
            .Any(name => IsOf(state.Knowledge.Canonical(name)));

        // A subject whose opening was retracted is shown no more: that it was is told all the same.
        bool IsOf(string name) => state.Knowledge.History(name)?.Kind is { } kind
            ? kinds.Contains(kind)
            : state.Knowledge.Facts.Any(fact => fact.Event.Subject == name && EventCatalogue.Of(fact.Event).Opens is { } opened
            && kinds.Contains(opened));
    }
}

/// <summary>What was done to an event.</summary>
public enum RevisionKind
{
    Corrected,
    Retracted,
    /// <summary>One of its competing claims was chosen.</summary>
    Reconciled,
}
