using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A condition at one gate: what its status follows from, and the points at which it is asked for.</summary>
/// <param name="Demand">The demand.</param>
/// <param name="Criterion">What its status follows from.</param>
/// <param name="Moves">The moves of its criterion and of the demand itself, in order.</param>
/// <param name="Gate">The gate.</param>
/// <param name="BaselineGate">The gate that its status is compared with; null where that is the demand's own first day.</param>
internal sealed record Condition(AttachedDemand Demand, Criterion Criterion, IReadOnlyList<Move> Moves, JudgedGate Gate, JudgedGate? BaselineGate)
{
    public string Name => Demand.Story.Name;

    public bool IsNecessary => Demand.Requirement == Requirement.Necessary;

    /// <summary>The first day of the demand's own date.</summary>
    public Point Issued { get; } = Point.Of(Demand.Issued.Occurred.Earliest);

    public Point Baseline { get; } = BaselineGate?.Point ?? Point.Of(Demand.Issued.Occurred.Earliest);

    public Point At { get; } = Gate.Point;

    public IEnumerable<Point> Points => [Issued, Baseline, At];

    /// <summary>Every status that it may have at a point.</summary>
    public HashSet<Status> Statuses(Point point) => Status.Possible(Moves, Criterion.IsSetBy, move => point.Place(move.At));

    /// <summary>The steps in a direction that certainly lie between the baseline and the gate.</summary>
    public IEnumerable<Move> StepsSince(Direction direction) => Moves.Where(move =>
        move.Has(effect => effect is TakesStep step && step.Direction == direction)
        && Baseline.Place(move.At) == Placing.NotBefore && At.Place(move.At) == Placing.Before);

    /// <summary>
    /// True for a move whose reading can change a verdict. A refusal changes none; a step Toward only where there is a step Away that it undoes.
    /// </summary>
    public bool IsMovedBy(Move move) => move.Has(effect => Criterion.IsSetBy(effect) || effect is TakesStep { Direction: Direction.Away }
        || effect is TakesStep { Direction: Direction.Toward } toward && toward.Kind.CanBeUndone()
            && Moves.Any(other => other.Has(away => away is TakesStep { Direction: Direction.Away } step && step.Kind == toward.Kind)));
}

internal static class StepKinds
{
    /// <summary>True for steps Away that a later step Toward of the same kind undoes; the others only the condition being met enough.</summary>
    public static bool CanBeUndone(this StepKind kind) => kind is StepKind.Regime or StepKind.Sentence or StepKind.Measure;
}
