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
        if (condition.StatusesAtGate.Any(status => IsDeath(status.Value))) return null;
        DateOnly? first = null;
        for (var i = track.To(condition.At.End); i < track.Moves.Count; i++)
        {
            var move = track.Moves[i];
            if (!track.Sets(move)) continue;
            if (move.Has(IsDeath)) return null;
            var place = (next?.Point ?? Point.After(state.AsOf(move.Fact)))?.Place(move.At);
            if (place is Placing.NotBefore) return null;
            var met = move.Options.Count(track.IsMetEnoughBy);
            if (met == 0) continue;
            first ??= move.At.Earliest;
            if (met < move.Options.Length || place is Placing.Unknown) continue;
            return new Annotation(AnnotationKind.MetAfterwards, condition.Name, Math.Max(0, Days(condition.At.End, first.Value)),
                Days(condition.At.Start, move.At.Latest));
        }
        return null;
    }

    private static bool IsDeath(Effect? effect) => effect is SetsCustody { Custody: Custody.Died };

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
