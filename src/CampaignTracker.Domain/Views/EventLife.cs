using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Views;

/// <summary>One event's whole life, for those who ask "who changed this?".</summary>
/// <param name="Entry">The event as it is known, who recorded it and when, and what surprised at its recording.</param>
/// <param name="AsRecorded">Every field as it was recorded.</param>
/// <param name="SentenceAsRecorded">The event in one sentence, as it was recorded.</param>
/// <param name="Stages">What was done to it since, in the order of the log; also what no longer holds.</param>
/// <param name="NamedBy">The events that name it: disagreements, reasons given at it, assessments that rest on it.</param>
public sealed record EventLife(
    TimelineEntry Entry,
    IReadOnlyList<FirstRecordedField> AsRecorded,
    string SentenceAsRecorded,
    IReadOnlyList<LifeStage> Stages,
    IReadOnlyList<ShownEvent> NamedBy)
{
    /// <summary>The life of an event as far as it is known at K; null where it cannot be seen.</summary>
    public static EventLife? Of(CampaignState state, Guid id)
    {
        if (state.Knowledge.Fact(id) is not { } fact) return null;
        var about = state.Knowledge.Facts
            .Where(other => EventCatalogue.Of(other.Event).EventIds(other.Event).Contains(id)).ToList();
        var subjects = EventCatalogue.Of(fact.Event).SubjectNames(fact.Event).Append(fact.Event.Subject)
            .Select(state.Knowledge.Canonical).Distinct(StringComparer.Ordinal).Select(name => TimelineSubject.Of(state, name))
            .ToDictionary(subject => subject.Name, StringComparer.Ordinal);
        var settlements = Reconciliation.Of(state.Knowledge);
        var contests = about.Where(other => !other.Retracted && other.Event is StatusContested contested && contested.About == id)
            .Select(other => new ContestMark(other.Id, ((StatusContested)other.Event).Matter, settlements.ContainsKey(other.Id))).ToList();
        return new EventLife(
            TimelineEntry.Of(state, fact, subjects, contests, settlements.GetValueOrDefault(id)),
            FirstRecordedField.Between(null, fact.Recorded.Event, state.Viewpoint),
            state.Sentence(fact.Recorded.Event),
            LifeStage.Of(state, fact, about),
            [.. about.Where(other => !other.Retracted && other.Event is not (EventCorrected or EventRetracted))
            .Select(other => ShownEvent.Of(state, other))]);
    }
}

/// <summary>A correction or retraction of an event.</summary>
/// <param name="Event">Its own event.</param>
/// <param name="Retracts">True for a retraction.</param>
/// <param name="Holds">False where it was itself retracted, or its values do not fit the event.</param>
/// <param name="Fields">The fields that it changed, before and after.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record LifeStage(
    Guid Event, long Sequence, bool Retracts, bool Holds, IReadOnlyList<FirstRecordedField> Fields, string Reason, string By,
    DateTimeOffset At)
{
    internal static IReadOnlyList<LifeStage> Of(CampaignState state, Fact fact, IEnumerable<Fact> about)
    {
        List<LifeStage> stages = [];
        var current = fact.Recorded.Event;
        foreach (var amendment in about.Where(other => other.Event is EventCorrected or EventRetracted)
            .OrderBy(other => other.Recorded.Sequence))
        {
            var before = current;
            var reason = (amendment.Event as EventRetracted)?.Reason.Value ?? "";
            if (amendment.Event is EventCorrected correction)
            {
                reason = correction.Reason.Value;
                // One that no longer holds says what it changed all the same.
                var after = AmendmentApplier.Corrected(before, correction) ?? before;
                if (!amendment.Retracted) current = after;
                stages.Add(Stage(FirstRecordedField.Between(before, after, state.Viewpoint)));
            }
            else stages.Add(Stage([]));

            LifeStage Stage(IReadOnlyList<FirstRecordedField> fields) => new(
                amendment.Id, amendment.Recorded.Sequence, amendment.Event is EventRetracted,
                fact.Amendments.Any(holding => holding.Id == amendment.Id), fields, reason,
                amendment.Recorded.RecordedBy, amendment.Recorded.RecordedAt);
        }
        return stages;
    }
}
