using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A gate as a rule set judges it, not yet laid out. Immutable; the same object stands for the same judgement.</summary>
public abstract class GateJudgement
{
    /// <summary>The short name of the agreement.</summary>
    public required string Agreement { get; init; }

    /// <summary>The recording that stands for the gate.</summary>
    public required Guid Gate { get; init; }

    /// <summary>Every recording of the gate.</summary>
    public required IReadOnlyList<Fact> Recordings { get; init; }

    public required Milestone Milestone { get; init; }

    /// <summary>True when the step was put off rather than taken.</summary>
    public required bool Postponed { get; init; }

    public required bool HoldsBack { get; init; }

    /// <summary>The day of the decision.</summary>
    public required EdtfDate Occurred { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Every verdict that the facts allow.</summary>
    public required IReadOnlyList<Verdict> Possible { get; init; }

    /// <summary>True where too much is undecided to tell every verdict.</summary>
    public required bool TooManyUnknowns { get; init; }

    /// <summary>What else is to be said; never changes the verdict.</summary>
    public required IReadOnlyList<Annotation> Annotations { get; init; }
}
