using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Worlds;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>A gate, as recorded once or more, with the reasons given at it.</summary>
internal sealed class Gate
{
    private Gate(CampaignState state, BenefitKind kind, List<Fact> recordings, List<Fact> justifications)
    {
        (Recordings, Justifications) = (recordings, justifications);
        (Milestone, Postponed) = StepOf(recordings[0].Event);
        HoldsBack = DirectionOf(Milestone, Postponed, kind) == GateDirection.HoldsBack;
        Grounds = [.. recordings.Concat(justifications).SelectMany(fact => GroundsOf(fact.Event)).Distinct()];
        IsPart = recordings.Any(fact => fact.Event is MilestoneReached { Extent: Extent.Part });
        Item = new WorldItem(ItemKind.Gate, recordings, Occurred, state.AsOf(recordings[0]));
    }

    /// <summary>Its recordings; the first has the lowest id and stands for the gate.</summary>
    public IReadOnlyList<Fact> Recordings { get; }

    public IReadOnlyList<Fact> Justifications { get; }

    public Milestone Milestone { get; }

    public bool Postponed { get; }

    public bool HoldsBack { get; }

    /// <summary>True where it is about a part of the benefit.</summary>
    public bool IsPart { get; }

    public IReadOnlyList<Ground> Grounds { get; }

    /// <summary>The gate as something dated.</summary>
    public WorldItem Item { get; }

    public Guid Id => Recordings[0].Id;

    public EdtfDate Occurred => Recordings[0].Event.Occurred;

    public bool IsConfirmed => Recordings.Any(fact => fact.Event.Confidence == Confidence.Confirmed);

    /// <summary>The judged gates of an agreement, in the order (earliest, latest, the list of milestones, event id).</summary>
    public static List<Gate> Of(CampaignState state, SubjectHistory agreement)
    {
        var definition = (AgreementDefined)agreement.Opening!.Event;
        var parties = new Parties(state, definition);
        var justifications = agreement.Recordings.Where(fact => fact.Event is JustificationGiven)
            .ToLookup(fact => ((JustificationGiven)fact.Event).Gate);
        return [.. agreement.Recordings
            .Where(fact => RuleSet2.Instance.ReasonOf(state, agreement, fact.Event) == GateReason.Judged)
            .OrderBy(fact => fact.Id)
            .GroupBy(fact => SameGate(parties, definition, fact.Event))
            .Select(group => new Gate(state, definition.Kind, [.. group], [.. group.SelectMany(fact => justifications[fact.Id])]))
            .OrderBy(gate => gate.Occurred).ThenBy(gate => gate.PlaceInList).ThenBy(gate => gate.Id)];
    }

    /// <summary>The milestone of a step, and whether it was put off.</summary>
    public static (Milestone Milestone, bool Postponed) StepOf(CampaignEvent step) => step is MilestonePostponed postponed
        ? (postponed.Milestone, true)
        : (((MilestoneReached)step).Milestone, false);

    /// <summary>Which way a step moves a benefit of a kind: putting off is a gate for what would advance it alone.</summary>
    public static GateDirection DirectionOf(Milestone milestone, bool postponed, BenefitKind kind) =>
        (Milestones.DirectionOf(milestone, kind), postponed) switch
        {
            (var direction, false) => direction,
            (GateDirection.Advances, true) => GateDirection.HoldsBack,
            _ => GateDirection.None,
        };

    /// <summary>True for a recording or justification that gives reasons.</summary>
    public static bool StatesGrounds(Fact fact) => GroundsOf(fact.Event).Count > 0;

    private int PlaceInList => Postponed ? 2 * (int)Milestone.NegotiationsSuspended - 1 : 2 * (int)Milestone;

    private static (Type, Milestone, DateOnly, DateOnly, Extent, string) SameGate(Parties parties, AgreementDefined definition,
        CampaignEvent step)
    {
        var (milestone, _) = StepOf(step);
        var by = step is MilestonePostponed postponed ? postponed.By : ((MilestoneReached)step).By;
        var bodies = by is { Count: > 0 }
            ? by
            : definition.Bodies.Where(body => body.Holds.Contains(milestone)).Select(body => body.Name);
        return (step.GetType(), milestone, step.Occurred.Earliest, step.Occurred.Latest,
            (step as MilestoneReached)?.Extent ?? Extent.Whole,
            string.Join('|', bodies.Select(parties.Canonical).Distinct().Order(StringComparer.Ordinal)));
    }

    private static IReadOnlyList<Ground> GroundsOf(CampaignEvent e) => e switch
    {
        MilestoneReached reached => reached.Grounds ?? [],
        MilestonePostponed postponed => postponed.Grounds ?? [],
        JustificationGiven given => given.Grounds,
        _ => [],
    };
}
