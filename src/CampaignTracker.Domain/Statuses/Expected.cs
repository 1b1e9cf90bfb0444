using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>Something that was to happen by a date, and the facts that met it or ended it.</summary>
/// <param name="Met">The first fact that met it.</param>
/// <param name="Dropped">The fact that put it off again or closed what it belonged to.</param>
/// <param name="NeverCame">True where it is known that it did not come.</param>
/// <param name="Unrecorded">True where it came by the sources' own count, and is not recorded.</param>
internal sealed record Expected(
    ExpectedKind What, EdtfDate Due, Fact By, Fact? Met = null, Fact? Dropped = null, bool NeverCame = false, int Times = 1,
    bool Unrecorded = false)
{
    /// <summary>What became of it by V. It is late where it certainly came after the last day that its date can mean.</summary>
    public DueState State(Viewpoint viewpoint) =>
        Unrecorded ? DueState.MetUnrecorded
        : Met is not null ? Met.Event.MovesAt().Earliest > Due.Latest ? DueState.MetLate : DueState.Met
        : NeverCame ? DueState.Missed
        : Dropped is not null ? DueState.Dropped
        : viewpoint.AsOf is { } asOf && asOf.Latest > Due.Latest ? DueState.Overdue
        : DueState.Awaited;

    /// <summary>True for an event that is read for what was expected, or for what became of it; besides those that move a status.</summary>
    public static bool Reads(CampaignEvent e) => e is DialogueExpected or DialogueHeld or DemandAnswered or CommitmentGiven
        or ParoleDecided or HearingPostponed or HearingHeld or TrialOpened or Convicted or AppealDecided or MilestoneReached
            or MilestonePostponed;

    public static IEnumerable<Expected> Of(CampaignState state, SubjectHistory history) => history.Kind switch
    {
        SubjectKind.Dialogue => Meetings(state, history),
        SubjectKind.Demand => Answers(state, history),
        SubjectKind.Case => InCase(state, history),
        SubjectKind.Agreement => Gates(history),
        _ => [],
    };

    private static IEnumerable<Expected> Meetings(CampaignState state, SubjectHistory history)
    {
        var held = HeldMeetings.Of(state, history);
        foreach (var fact in history.Facts.Where(fact => fact.Event is DialogueExpected))
        {
            var expectation = Expectation.Of(fact, held, state.Viewpoint.AsOf);
            var unrecorded = expectation.Outcome == ExpectationOutcome.HeldUnrecorded;
            yield return new(ExpectedKind.Meeting, expectation.By, fact,
                Met: unrecorded ? null : held.InOrder.FirstOrDefault(other => other.Id == expectation.Meeting), Unrecorded: unrecorded);
        }
        if ((history.Opening?.Event as DialogueSeriesOpened)?.ExpectedEveryMonths is not { } every) yield break;
        foreach (var gap in held.Gaps)
        {
            var last = held.InOrder.Last(fact => fact.Event.Occurred == gap.From);
            if (gap.From.Earliest.Year + every / 12 >= DateOnly.MaxValue.Year) continue;
            var due = EdtfDate.Parse(gap.From.Earliest.AddMonths(every)
                .ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));
            // What took place by their own count did come, and is only not recorded.
            var never = gap.Missed - Math.Min(gap.HeldByTheirCount ?? 0, gap.Missed);
            yield return new(ExpectedKind.RhythmOfMeetings, due, last, NeverCame: gap.To is not null,
                Times: Math.Max(never, 1), Unrecorded: never == 0);
        }
    }

    private static IEnumerable<Expected> Answers(CampaignState state, SubjectHistory history)
    {
        var closed = history.Closings.FirstOrDefault(state.MayMove);
        if (history.Opening is { Event: DemandIssued { AnswerDue: { } answerDue } } issued)
        {
            var answers = history.Facts.Where(fact => fact.Event is DemandAnswered).ToList();
            var answered = answers.Find(fact => ((DemandAnswered)fact.Event).Answer != Answer.NoReply);
            yield return new(ExpectedKind.Answer, answerDue, issued, answered, closed, NeverCame: answers.Count > 0);
        }
        foreach (var promise in history.Facts.Where(fact => fact.Event is CommitmentGiven { Due: not null }))
            yield return new(
                ExpectedKind.Commitment, ((CommitmentGiven)promise.Event).Due!, promise, Kept(state, history, promise), closed);
    }

    /// <summary>
    /// The first fact with which a demand was certainly met enough after a promise, or was still met when it was given. What undid it later
    /// breaks no promise.
    /// </summary>
    private static Fact? Kept(CampaignState state, SubjectHistory demand, Fact promise)
    {
        var criterion = Criterion.Of(state, demand);
        var setters = StatusMove.Of(state, criterion).FindAll(move => move.Has(criterion.IsSetBy));
        for (var i = 0; i < setters.Count; i++)
        {
            if (i + 1 < setters.Count && setters[i + 1].At.Latest < promise.Event.Occurred.Earliest) continue;
            var after = StatusTimeline.Of(setters.Take(i + 1), criterion.IsSetBy, OpenOrder.Assumed, state.MayLieAhead).At(null);
            if (after.TrueForAll(status => Ranks.Of(status.Value).IsMetEnough())) return setters[i].Fact;
        }
        return null;
    }

    private static IEnumerable<Expected> InCase(CampaignState state, SubjectHistory history)
    {
        for (var i = 0; i < history.Facts.Count; i++)
        {
            var fact = history.Facts[i];
            if (fact.Event is ParoleDecided { NextPossible: { } next })
            {
                // Whoever is to be freed is held until that day.
                var ended = Later(history, i, fact => EventCatalogue.Of(fact.Event).MovesStatus && state.MayMove(fact)
                    && fact.Event.Effects().Any(effect => effect is SetsCustody { Custody: not Custody.Held }));
                var decided = Later(history, i, fact => fact.Event is ParoleDecided);
                yield return new(ExpectedKind.Parole, next, fact, decided, ended);
            }
            else if (fact.Event is HearingPostponed { Until: { } until })
            {
                var held = Later(history, i, fact => fact.Event is HearingHeld or TrialOpened or Convicted or AppealDecided);
                var again = Later(history, i, fact => fact.Event is HearingPostponed);
                yield return again is not null && (held is null || again.CompareTo(held) < 0)
                    ? new(ExpectedKind.Hearing, until, fact, Dropped: again)
                    : new(ExpectedKind.Hearing, until, fact, held);
            }
        }
    }

    private static IEnumerable<Expected> Gates(SubjectHistory history)
    {
        for (var i = 0; i < history.Facts.Count; i++)
        {
            var fact = history.Facts[i];
            if (fact.Event is not MilestonePostponed { Until: not null } postponed) continue;
            yield return new(ExpectedKind.Gate, postponed.Until!, fact,
                Later(history, i, fact => fact.Event is MilestoneReached reached && reached.Milestone == postponed.Milestone),
                Later(history, i, fact => fact.Event is MilestonePostponed again && again.Milestone == postponed.Milestone));
        }
    }

    private static Fact? Later(SubjectHistory history, int than, Func<Fact, bool> which)
    {
        for (var i = than + 1; i < history.Facts.Count; i++)
        {
            if (which(history.Facts[i])) return history.Facts[i];
        }
        return null;
    }
}

/// <summary>What can be expected by a date.</summary>
public enum ExpectedKind
{
    /// <summary>A meeting that was announced.</summary>
    Meeting,
    /// <summary>A meeting that the rhythm of its series sets.</summary>
    RhythmOfMeetings,
    /// <summary>An answer to a demand.</summary>
    Answer,
    /// <summary>What somebody promised.</summary>
    Commitment,
    /// <summary>A next decision on parole.</summary>
    Parole,
    /// <summary>A hearing that was put off.</summary>
    Hearing,
    /// <summary>A gate that was put off.</summary>
    Gate,
}

/// <summary>What became of something expected.</summary>
public enum DueState
{
    /// <summary>The date has passed by V, and nothing is recorded.</summary>
    Overdue,
    /// <summary>Not due by V, or V is open.</summary>
    Awaited,
    /// <summary>It will not come: no reply, or a meeting that the series went on without.</summary>
    Missed,
    /// <summary>It came after its date.</summary>
    MetLate,
    /// <summary>It came by the sources' own count, and is not recorded here.</summary>
    MetUnrecorded,
    Met,
    /// <summary>Put off again, or what it belonged to was closed.</summary>
    Dropped,
}
