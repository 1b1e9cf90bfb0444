using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>
/// The gates that an agreement, a trade preference or the end of a restrictive measure passes. Their order here is the order among gates of
/// one day (conditionality.md, 'Gates').
/// </summary>
public enum Milestone
{
    MandateGiven,
    NegotiationsOpened,
    NegotiationsResumed,
    NegotiationsConcluded,
    Initialled,
    Signed,
    ProvisionallyApplied,
    ConsentGiven,
    Ratified,
    CouncilConcluded,
    EnteredIntoForce,
    Granted,
    NotObjected,
    Restored,
    Eased,
    Lifted,

    // These hold the agreement back.
    NegotiationsSuspended,
    Suspended,
    Withdrawn,
    Imposed,
    Renewed,
    Terminated,
}

/// <summary>Which way a gate moves the benefit.</summary>
public enum GateDirection
{
    /// <summary>It is no gate of a benefit of this kind.</summary>
    None,
    Advances,
    HoldsBack,
}

/// <summary>What a gate does.</summary>
public static class Milestones
{
    /// <summary>True for a gate that holds the agreement back; a postponement does so whatever gate it postpones.</summary>
    public static bool HoldsBack(Milestone milestone) => milestone >= Milestone.NegotiationsSuspended;

    /// <summary>
    /// Which way a gate moves a benefit of a kind (conditionality-2.md, 'Kinds of benefit'). Rule set 1 knows agreements alone and does not
    /// ask.
    /// </summary>
    public static GateDirection DirectionOf(Milestone milestone, BenefitKind kind) => kind switch
    {
        BenefitKind.RestrictiveMeasure => milestone switch
        {
            Milestone.Eased or Milestone.Lifted or Milestone.Suspended or Milestone.Withdrawn or Milestone.Terminated =>
                GateDirection.Advances,
            Milestone.Renewed or Milestone.Imposed => GateDirection.HoldsBack,
            _ => GateDirection.None,
        },
        _ => milestone != Milestone.Renewed && HoldsBack(milestone) ? GateDirection.HoldsBack : GateDirection.Advances,
    };

    private static readonly Milestone[] UsualOrder =
    [
        Milestone.MandateGiven, Milestone.NegotiationsOpened, Milestone.NegotiationsConcluded, Milestone.Initialled, Milestone.Signed,
    ];

    /// <summary>An earlier recorded milestone that usually comes after this one; null when the order is the usual one.</summary>
    internal static MilestoneReached? OutOfOrder(MilestoneReached reached, ISubjectOnRecord? agreement)
    {
        var usual = Array.IndexOf(UsualOrder, reached.Milestone);
        if (usual < 0) return null;
        return agreement?.Events.OfType<MilestoneReached>().FirstOrDefault(other =>
            other != reached && other.Occurred.Latest < reached.Occurred.Earliest
            && (Array.IndexOf(UsualOrder, other.Milestone) > usual || other.Milestone is Milestone.EnteredIntoForce));
    }

    private static readonly Milestone[] PassedOnce =
    [
        .. UsualOrder, Milestone.ProvisionallyApplied, Milestone.ConsentGiven, Milestone.Ratified, Milestone.CouncilConcluded,
        Milestone.EnteredIntoForce,
    ];

    /// <summary>
    /// Another recording of a milestone that a benefit passes once as a whole; each body ratifies for itself. Null where there is none.
    /// </summary>
    internal static MilestoneReached? Passed(MilestoneReached reached, ISubjectOnRecord? agreement) =>
        !PassedOnce.Contains(reached.Milestone) || reached.Extent == Extent.Part ? null
        : agreement?.Events.OfType<MilestoneReached>().FirstOrDefault(other =>
            other.Milestone == reached.Milestone && other.Extent == Extent.Whole
            && (reached.Milestone != Milestone.Ratified || (reached.By ?? []).SequenceEqual(other.By ?? [])));
}
