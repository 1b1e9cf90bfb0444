using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>Competing claims, and where they stand.</summary>
/// <param name="Fact">The event that holds the claims.</param>
/// <param name="Touches">The status that they leave undecided, or would; null where they touch none.</param>
/// <param name="Settled">Which claim was chosen, and why; null while none was.</param>
/// <param name="OvertakenBy">A fact that certainly came later and sets the status anew, whichever claim was right.</param>
internal sealed record Disagreement(Fact Fact, TouchedStatus? Touches, Reconciliation? Settled, Fact? OvertakenBy)
{
    public ContestState State =>
        Settled is not null ? ContestState.Settled
        : OvertakenBy is not null ? ContestState.Overtaken
        : ContestState.Open;

    public IReadOnlyList<Claim> Claims => ((StatusContested)Fact.Event).Claims;

    /// <summary>The disagreements about one subject by V, in the order of their dates.</summary>
    public static IEnumerable<Disagreement> Of(CampaignState state, SubjectHistory history)
    {
        var settlements = Reconciliation.Of(history);
        for (var i = 0; i < history.Facts.Count; i++)
        {
            var fact = history.Facts[i];
            if (fact.Event is not StatusContested contested) continue;
            var touches = Status(contested.Claims.Select(claim => claim.Effect()).OfType<Effect>());
            // A later disagreement on the same status overtakes nothing: it keeps the question open. So does what may have come before.
            var later = touches is null ? null : history.Facts.Skip(i + 1)
                .FirstOrDefault(other => state.MayMove(other) && Status(other.Event.Effects()) == touches
                    && CameAfter(other.Event.MovesAt(), contested.MovesAt()));
            yield return new(fact, touches, settlements.GetValueOrDefault(fact.Id), later);
        }
    }

    // Of facts of one certain day the one that stands later in the history came later.
    private static bool CameAfter(EdtfDate later, EdtfDate earlier) => !later.Overlaps(earlier) || later.IsDay && earlier.IsDay;

    private static TouchedStatus? Status(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is SetsCustody) return TouchedStatus.Custody;
            if (effect is SetsRestriction) return TouchedStatus.Restriction;
            if (effect is SetsFulfilment) return TouchedStatus.Fulfilment;
        }
        return null;
    }
}

/// <summary>A status that a disagreement can leave undecided.</summary>
public enum TouchedStatus
{
    Custody,
    Restriction,
    Fulfilment,
}

/// <summary>Where a disagreement stands.</summary>
public enum ContestState
{
    Open,
    /// <summary>Not settled, but a later fact sets the status anew.</summary>
    Overtaken,
    Settled,
}
