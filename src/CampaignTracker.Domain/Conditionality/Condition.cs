using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A condition at one gate: what its status follows from, and the points at which it is asked for.</summary>
/// <param name="demand">The demand.</param>
/// <param name="criterion">What its status follows from.</param>
/// <param name="moves">The moves of its criterion and of the demand itself, in order.</param>
/// <param name="gate">The gate.</param>
/// <param name="baselineGate">The gate that its status is compared with; null where that is the demand's own first day.</param>
internal sealed class Condition(AttachedDemand demand, Criterion criterion, IReadOnlyList<Move> moves, JudgedGate gate, JudgedGate? baselineGate)
{
    private readonly HashSet<StepKind> steppedAway = [.. moves.SelectMany(move => move.Options).SelectMany(option => option)
        .OfType<TakesStep>().Where(step => step.Direction == Direction.Away).Select(step => step.Kind)];

    public AttachedDemand Demand { get; } = demand;

    public Criterion Criterion { get; } = criterion;

    public IReadOnlyList<Move> Moves { get; } = moves;

    public JudgedGate Gate { get; } = gate;

    public JudgedGate? BaselineGate { get; } = baselineGate;

    public string Name => Demand.Story.Name;

    public bool IsNecessary => Demand.Requirement == Requirement.Necessary;

    /// <summary>The first day of the demand's own date.</summary>
    public Point Issued { get; } = Point.Of(demand.Issued.Occurred.Earliest);

    public Point Baseline { get; } = BaselineOf(demand, baselineGate);

    public Point At { get; } = gate.Point;

    public IEnumerable<Point> Points => [Issued, Baseline, At];

    /// <summary>Every status that it may have at the gate.</summary>
    public IReadOnlySet<Status> StatusesAtGate { get; } = Status.Possible(moves, criterion.IsSetBy, gate.Point);

    /// <summary>Every status that it may have at the baseline.</summary>
    public IReadOnlySet<Status> StatusesAtBaseline { get; } = Status.Possible(moves, criterion.IsSetBy, BaselineOf(demand, baselineGate));

    /// <summary>The steps in a direction that certainly lie between the baseline and the gate.</summary>
    public IEnumerable<Move> StepsSince(Direction direction) => Moves.Where(move =>
        move.Has(effect => effect is TakesStep step && step.Direction == direction)
        && Baseline.Place(move.At) == Placing.NotBefore && At.Place(move.At) == Placing.Before);

    /// <summary>
    /// True for a move whose reading can change a verdict. A refusal changes none; a step Toward only where there is a step Away that it undoes.
    /// </summary>
    public bool IsMovedBy(Move move) => move.Has(effect => Criterion.IsSetBy(effect) || effect is TakesStep { Direction: Direction.Away }
        || effect is TakesStep { Direction: Direction.Toward } toward && toward.Kind.CanBeUndone() && steppedAway.Contains(toward.Kind));

    // The start of a gate: what changed while it lasted changed since.
    private static Point BaselineOf(AttachedDemand demand, JudgedGate? baselineGate) => Point.Of(baselineGate?.Point.Start ?? demand.Issued.Occurred.Earliest);
}

internal static class StepKinds
{
    /// <summary>True for steps Away that a later step Toward of the same kind undoes; the others only the condition being met enough.</summary>
    public static bool CanBeUndone(this StepKind kind) => kind is StepKind.Regime or StepKind.Sentence or StepKind.Measure;
}
