using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A condition at one gate: what its status follows from, and the points at which it is asked for.</summary>
internal sealed class GateCondition
{
    private readonly HashSet<StepKind> steppedAway;

    private GateCondition(AttachedDemand demand, Criterion criterion, List<StatusMove> moves, Gate gate, Gate? baselineGate)
    {
        (Demand, Criterion, Moves, Gate, BaselineGate) = (demand, criterion, moves, gate, baselineGate);
        (Issued, Baseline, At) = (IssuedAt(demand), BaselineOf(demand, baselineGate), gate.Point);
        var timeline = StatusTimeline.Of(moves, criterion.IsSetBy, OpenOrder.Assumed);
        (StatusesAtGate, StatusesAtBaseline) = (timeline.At(At), timeline.At(Baseline));
        Setters = [.. StatusesAtGate.Concat(StatusesAtBaseline).Select(status => status.By).OfType<StatusMove>().Distinct()];
        HasOverlap = FindOverlap();
        steppedAway = [.. moves.SelectMany(move => move.Options).SelectMany(option => option)
            .OfType<TakesStep>().Where(step => step.Direction == Direction.Away).Select(step => step.Kind)];
    }

    /// <summary>A condition at a gate.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="timeline">The moves of its criterion and of the demand itself.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="baseline">The latest earlier gate that advanced and is covered; null where there is none.</param>
    /// <param name="last">The condition as it was last worked out: given again where nothing bears anew on it.</param>
    public static GateCondition Of(AttachedDemand demand, MoveTimeline timeline, Gate gate, Gate? baseline, GateCondition? last)
    {
        var baselineGate = demand.Issued.Occurred.Earliest > baseline?.Point.Start ? null : baseline;
        var (issued, then) = (IssuedAt(demand), BaselineOf(demand, baselineGate));
        // Who had not met it when it was asked has something to do: what else was so by then makes no difference at a later baseline.
        var first = issued.Start < then.Start && !timeline.MayBeMetWhenIssued ? then.Start : issued.Start;
        // A gate of many days may begin before its conditions do.
        var from = timeline.From(first < gate.Point.Start ? first : gate.Point.Start);
        var to = timeline.To(gate.Point.End);
        return last is not null && last.IsOn(demand, timeline.Criterion, gate, baselineGate) && timeline.Is(last.Moves, from, to)
            ? last
            : new GateCondition(demand, timeline.Criterion, timeline.Between(from, to), gate, baselineGate);
    }

    public AttachedDemand Demand { get; }

    public Criterion Criterion { get; }

    /// <summary>
    /// The moves that can make a difference to it, in order: from where its status was last set anew before its baseline to the gate.
    /// </summary>
    public IReadOnlyList<StatusMove> Moves { get; }

    public Gate Gate { get; }

    /// <summary>The gate that its status is compared with; null where that is the demand's own first day.</summary>
    public Gate? BaselineGate { get; }

    public string Name => Demand.History.Name;

    public bool IsNecessary => Demand.Requirement == Requirement.Necessary;

    /// <summary>The first day of the demand's own date.</summary>
    public Point Issued { get; }

    public Point Baseline { get; }

    public Point At { get; }

    public IEnumerable<Point> Points => [Issued, Baseline, At];

    /// <summary>Every status that it may have at the gate.</summary>
    public IReadOnlyList<Status> StatusesAtGate { get; }

    /// <summary>Every status that it may have at the baseline.</summary>
    public IReadOnlyList<Status> StatusesAtBaseline { get; }

    /// <summary>The moves that set its status at the gate or at the baseline, in some reading.</summary>
    public IReadOnlyList<StatusMove> Setters { get; }

    /// <summary>True where a fact that sets it is not confirmed.</summary>
    public bool IsUnverified => Setters.Any(move => !move.IsConfirmed);

    /// <summary>
    /// True when a fact that sets the status at the gate or the baseline overlaps another that sets it, without being the same day.
    /// </summary>
    public bool HasOverlap { get; }

    /// <summary>The steps in a direction that certainly lie between the baseline and the gate.</summary>
    public IEnumerable<StatusMove> StepsSince(Direction direction) => Moves.Where(move =>
        move.Has(effect => effect is TakesStep step && step.Direction == direction)
        && Baseline.Place(move.At) == Placing.NotBefore && At.Place(move.At) == Placing.Before);

    /// <summary>
    /// True for a move whose reading can change a verdict. A refusal changes none; a step Toward only where there is a step Away that it
    /// undoes.
    /// </summary>
    public bool IsMovedBy(StatusMove move) =>
        move.Has(effect => Criterion.IsSetBy(effect) || effect is TakesStep { Direction: Direction.Away }
        || effect is TakesStep { Direction: Direction.Toward } toward && toward.Kind.CanBeUndone() && steppedAway.Contains(toward.Kind));

    private bool FindOverlap()
    {
        if (Setters.Count == 0) return false;
        var setting = Moves.Where(move => move.Has(Criterion.IsSetBy) && At.Place(move.At) != Placing.NotBefore).ToList();
        return Setters.Any(setter => setting.Exists(other =>
            !other.Equals(setter) && other.At.Overlaps(setter.At) && !(other.At.IsDay && setter.At.IsDay)));
    }

    private bool IsOn(AttachedDemand demand, Criterion criterion, Gate gate, Gate? baselineGate) =>
        Demand.IsSame(demand) && Gate.IsSame(gate) && Criterion.IsSame(criterion)
        && (BaselineGate is null ? baselineGate is null : baselineGate is not null && BaselineGate.IsSame(baselineGate));

    private static Point IssuedAt(AttachedDemand demand) => Point.Of(demand.Issued.Occurred.Earliest);

    // The start of a gate: what changed while it lasted changed since.
    private static Point BaselineOf(AttachedDemand demand, Gate? baselineGate) =>
        Point.Of(baselineGate?.Point.Start ?? demand.Issued.Occurred.Earliest);
}

internal static class StepKinds
{
    /// <summary>
    /// True for steps Away that a later step Toward of the same kind undoes; the others only the condition being met enough.
    /// </summary>
    public static bool CanBeUndone(this StepKind kind) => kind is StepKind.Regime or StepKind.Sentence or StepKind.Measure;
}
