using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A condition at one gate: what its status follows from, and the points at which it is asked for.</summary>
internal sealed class Condition
{
    private readonly MoveTimeline track;
    private readonly int from, to;
    private Status[]? atGate, atBaseline;
    private HashSet<StepKind>? steppedAway;
    private List<StatusMove>? setters;
    private bool? hasOverlap;

    /// <param name="demand">The demand.</param>
    /// <param name="track">The moves of its criterion and of the demand itself.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="baselineGate">The gate that its status is compared with; null where that is the demand's own first day.</param>
    public Condition(AttachedDemand demand, MoveTimeline track, JudgedGate gate, JudgedGate? baselineGate)
    {
        (Demand, this.track, Gate, BaselineGate) = (demand, track, gate, baselineGate);
        (Issued, Baseline, At) = (Point.Of(demand.Issued.Occurred.Earliest), BaselineOf(demand, baselineGate), gate.Point);
        // Who had not met it when it was asked has something to do: what else was so by then makes no difference at a later baseline.
        from = track.From(Issued.Start < Baseline.Start && !track.MayBeMetAt(Issued) ? Baseline.Start : Issued.Start);
        to = track.To(At.End);
    }

    public AttachedDemand Demand { get; }

    public Criterion Criterion => track.Criterion;

    /// <summary>The moves that can make a difference to it, in order: from where its status was last set anew before its baseline to the gate.</summary>
    public IEnumerable<StatusMove> Moves
    {
        get
        {
            for (var i = from; i < to; i++) yield return track.Moves[i];
        }
    }

    public JudgedGate Gate { get; }

    public JudgedGate? BaselineGate { get; }

    public string Name => Demand.History.Name;

    public bool IsNecessary => Demand.Requirement == Requirement.Necessary;

    /// <summary>The first day of the demand's own date.</summary>
    public Point Issued { get; }

    public Point Baseline { get; }

    public Point At { get; }

    public IEnumerable<Point> Points => [Issued, Baseline, At];

    /// <summary>Every status that it may have at the gate.</summary>
    public Status[] StatusesAtGate => atGate ??= Status.Possible(Moves, Criterion.IsSetBy, At);

    /// <summary>Every status that it may have at the baseline.</summary>
    public Status[] StatusesAtBaseline => atBaseline ??= Status.Possible(Moves, Criterion.IsSetBy, Baseline);

    /// <summary>The moves that set its status at the gate or at the baseline, in some reading.</summary>
    public IReadOnlyList<StatusMove> Setters => setters ??= [.. StatusesAtGate.Concat(StatusesAtBaseline).Select(status => status.By).OfType<StatusMove>().Distinct()];

    /// <summary>True where a fact that sets it is not confirmed.</summary>
    public bool IsUnverified => Setters.Any(move => move.Fact.Event.Confidence != Confidence.Confirmed);

    /// <summary>True when a fact that sets the status at the gate or the baseline overlaps another that sets it, without being the same day.</summary>
    public bool HasOverlap => hasOverlap ??= FindOverlap();

    private bool FindOverlap()
    {
        var setting = Moves.Where(move => move.Has(Criterion.IsSetBy) && At.Place(move.At) != Placing.NotBefore).ToList();
        return Setters.Any(setter => setting.Exists(other => other != setter && other.At.Overlaps(setter.At) && !(other.At.IsDay && setter.At.IsDay)));
    }

    /// <summary>True where another rests on the same facts, and so comes to the same.</summary>
    public bool IsSame(Condition other)
    {
        if (!Demand.IsSame(other.Demand) || !Gate.IsSame(other.Gate) || !Criterion.IsSame(other.Criterion)) return false;
        if (BaselineGate is null ? other.BaselineGate is not null : other.BaselineGate is null || !BaselineGate.IsSame(other.BaselineGate)) return false;
        if (to - from != other.to - other.from) return false;
        for (var i = 0; i < to - from; i++)
        {
            if (!ReferenceEquals(track.Moves[from + i], other.track.Moves[other.from + i])) return false;
        }
        return true;
    }

    /// <summary>The steps in a direction that certainly lie between the baseline and the gate.</summary>
    public IEnumerable<StatusMove> StepsSince(Direction direction) => Moves.Where(move =>
        move.Has(effect => effect is TakesStep step && step.Direction == direction)
        && Baseline.Place(move.At) == Placing.NotBefore && At.Place(move.At) == Placing.Before);

    /// <summary>
    /// True for a move whose reading can change a verdict. A refusal changes none; a step Toward only where there is a step Away that it undoes.
    /// </summary>
    public bool IsMovedBy(StatusMove move) => move.Has(effect => Criterion.IsSetBy(effect) || effect is TakesStep { Direction: Direction.Away }
        || effect is TakesStep { Direction: Direction.Toward } toward && toward.Kind.CanBeUndone() && SteppedAway.Contains(toward.Kind));

    private HashSet<StepKind> SteppedAway => steppedAway ??= [.. Moves.SelectMany(move => move.Options).SelectMany(option => option)
        .OfType<TakesStep>().Where(step => step.Direction == Direction.Away).Select(step => step.Kind)];

    // The start of a gate: what changed while it lasted changed since.
    private static Point BaselineOf(AttachedDemand demand, JudgedGate? baselineGate) => Point.Of(baselineGate?.Point.Start ?? demand.Issued.Occurred.Earliest);
}

internal static class StepKinds
{
    /// <summary>True for steps Away that a later step Toward of the same kind undoes; the others only the condition being met enough.</summary>
    public static bool CanBeUndone(this StepKind kind) => kind is StepKind.Regime or StepKind.Sentence or StepKind.Measure;
}
