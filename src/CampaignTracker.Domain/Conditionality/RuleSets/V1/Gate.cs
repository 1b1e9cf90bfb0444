using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A gate that is judged, as recorded once or more, with the reasons given at it.</summary>
internal sealed class Gate
{
    private Gate(List<Fact> recordings, List<Fact> justifications)
    {
        Recordings = recordings;
        Justifications = justifications;
        (Milestone, Postponed) = recordings[0].Event is MilestonePostponed postponed
            ? (postponed.Milestone, true)
            : (((MilestoneReached)recordings[0].Event).Milestone, false);
        Grounds = [.. recordings.Concat(justifications).SelectMany(fact => GroundsOf(fact.Event)).Distinct()];
    }

    /// <summary>Its recordings; the first has the lowest id and stands for the gate.</summary>
    public IReadOnlyList<Fact> Recordings { get; }

    public IReadOnlyList<Fact> Justifications { get; }

    public Milestone Milestone { get; }

    public bool Postponed { get; }

    public IReadOnlyList<Ground> Grounds { get; }

    public Guid Id => Recordings[0].Id;

    /// <summary>The day of the decision, never the effective date.</summary>
    public EdtfDate Occurred => Recordings[0].Event.Occurred;

    public Point Point => Point.Of(Occurred);

    public bool HoldsBack => DirectionOf(Milestone, Postponed) == GateDirection.HoldsBack;

    /// <summary>Which way a step moves the benefit, whatever its kind.</summary>
    public static GateDirection DirectionOf(Milestone milestone, bool postponed) =>
        postponed || Milestones.HoldsBack(milestone) ? GateDirection.HoldsBack : GateDirection.Advances;

    /// <summary>The judged gates of an agreement, in the order (earliest, latest, the list of milestones, event id).</summary>
    public static List<Gate> Of(CampaignState state, SubjectHistory agreement)
    {
        var definition = (AgreementDefined)agreement.Opening!.Event;
        var justifications = agreement.Recordings.Where(fact => fact.Event is JustificationGiven)
            .ToLookup(fact => ((JustificationGiven)fact.Event).Gate);
        return [.. agreement.Recordings
            .Where(fact => RuleSet1.Instance.ReasonOf(state, agreement, fact.Event) == GateReason.Judged)
            .OrderBy(fact => fact.Id)
            .GroupBy(fact => SameGate(definition, fact.Event))
            .Select(group => new Gate([.. group], [.. group.SelectMany(fact => justifications[fact.Id])]))
            .OrderBy(gate => gate.Occurred).ThenBy(gate => gate.PlaceInList).ThenBy(gate => gate.Id)];
    }

    /// <summary>True where it rests on the same recordings and reasons.</summary>
    public bool IsSame(Gate other) => ReferenceEquals(this, other)
        || Recordings.SequenceEqual(other.Recordings, ReferenceEqualityComparer.Instance)
        && Justifications.SequenceEqual(other.Justifications, ReferenceEqualityComparer.Instance);

    // A postponement comes first among those that hold back, whatever gate it postpones.
    private int PlaceInList => Postponed ? 2 * (int)Milestone.NegotiationsSuspended - 1 : 2 * (int)Milestone;

    private static (Type, Milestone, DateOnly, DateOnly, string) SameGate(AgreementDefined definition, CampaignEvent step)
    {
        var (milestone, by) = step is MilestonePostponed postponed
            ? (postponed.Milestone, postponed.By)
            : (((MilestoneReached)step).Milestone, ((MilestoneReached)step).By);
        var bodies = by is { Count: > 0 }
            ? by.Select(name => definition.BodyNamed(name)?.Name ?? name)
            : definition.Bodies.Where(body => body.Holds.Contains(milestone)).Select(body => body.Name);
        return (step.GetType(), milestone, step.Occurred.Earliest, step.Occurred.Latest,
            string.Join('|', bodies.Select(name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)));
    }

    /// <summary>True for a recording or justification that gives reasons.</summary>
    public static bool StatesGrounds(Fact fact) => GroundsOf(fact.Event).Count > 0;

    private static IReadOnlyList<Ground> GroundsOf(CampaignEvent e) => e switch
    {
        MilestoneReached reached => reached.Grounds ?? [],
        MilestonePostponed postponed => postponed.Grounds ?? [],
        JustificationGiven given => given.Grounds,
        _ => [],
    };
}
