using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// What came of a gate's conditions after it: before the next covered gate, or by V where there is none. No verdict rests on it, and so a
/// gate stays as it was judged while the world goes on.
/// </summary>
internal static class Aftermath
{
    /// <summary>
    /// The first fact after the gate that certainly meets a condition, and that certainly comes before the end; null where there is none.
    /// </summary>
    /// <param name="condition">A condition that no reading has met enough at the gate.</param>
    /// <param name="track">The moves that its status follows from, those after the gate among them.</param>
    /// <param name="next">The next covered gate; null where there is none.</param>
    /// <param name="state">What V is for each fact.</param>
    public static Annotation? Of(GateCondition condition, MoveTimeline track, Gate? next, CampaignState state)
    {
        Placing? PlaceOf(StatusMove move) => (next?.Point ?? Point.After(state.AsOf(move.Fact)))?.Place(move.At);

        if (condition.StatusesAtGate.Any(status => status.Value is SetsCustody { Custody: Custody.Died })) return null;
        DateOnly? first = null;
        foreach (var move in track.After(condition.At))
        {
            if (!move.Has(condition.Criterion.IsSetBy)) continue;
            if (move.Has(effect => effect is SetsCustody { Custody: Custody.Died })) return null;
            if (PlaceOf(move) is Placing.NotBefore) return null;
            var met = move.Options.Count(option => option.Where(condition.Criterion.IsSetBy).Any(effect => Ranks.Of(effect).IsMetEnough()));
            if (met == 0) continue;
            first ??= move.At.Earliest;
            if (met < move.Options.Length || PlaceOf(move) is Placing.Unknown) continue;
            return new Annotation(AnnotationKind.MetAfterwards, condition.Name, Math.Max(0, Days(condition.At.End, first.Value)),
                Days(condition.At.Start, move.At.Latest));
        }
        return null;
    }

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
