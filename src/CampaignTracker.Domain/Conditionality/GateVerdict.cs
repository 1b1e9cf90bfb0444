using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>The verdict on one gate.</summary>
/// <param name="Event">The event that stands for the gate.</param>
/// <param name="Milestone">Which gate.</param>
/// <param name="Postponed">True when it was put off rather than passed.</param>
/// <param name="HoldsBack">True for a gate that holds the agreement back.</param>
/// <param name="Occurred">When it was decided.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Possible">Every verdict that some reading gives.</param>
/// <param name="Deciding">The contested facts and facts of unknown order that decide between them.</param>
/// <param name="Annotations">What else is to be said; never changes the verdict.</param>
/// <param name="Sentence">The verdict in plain words.</param>
/// <param name="Linkages">The linkages that cover the gate.</param>
/// <param name="Conditions">The conditions, necessary and contributing.</param>
/// <param name="Grounds">The events that state grounds.</param>
/// <param name="Inputs">Every event that the verdict rests on.</param>
/// <param name="InputsHash">SHA-256, in hexadecimal, over the inputs.</param>
public sealed record GateVerdict(
    Guid Event,
    Milestone Milestone,
    bool Postponed,
    bool HoldsBack,
    EdtfDate Occurred,
    Verdict Verdict,
    IReadOnlyList<Verdict> Possible,
    IReadOnlyList<Guid> Deciding,
    IReadOnlyList<Annotation> Annotations,
    string Sentence,
    IReadOnlyList<CoveringLinkage> Linkages,
    IReadOnlyList<ConditionAtGate> Conditions,
    IReadOnlyList<Guid> Grounds,
    IReadOnlyList<Guid> Inputs,
    string InputsHash)
{
    /// <summary>The version of the rule set.</summary>
    public required int RuleSet { get; init; }
}

/// <summary>A linkage that covers a gate.</summary>
/// <param name="Event">Its declaration.</param>
/// <param name="By">Who declared it.</param>
/// <param name="Strength">Its strength at this gate.</param>
/// <param name="IssueArea">What must improve.</param>
public sealed record CoveringLinkage(Guid Event, string By, LinkageStrength Strength, string IssueArea);

/// <summary>A row of the inputs table: a condition at a gate, with the events behind each cell.</summary>
/// <param name="Demand">Short name of the demand.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Requirement">Only Necessary ones decide; Contributing ones are shown.</param>
/// <param name="Counts">Whether it counts: not where it was met enough before it was asked.</param>
/// <param name="Statuses">Every rank that some reading gives at the gate.</param>
/// <param name="Evidence">The events that set the status at the gate.</param>
/// <param name="Baseline">Every rank that some reading gives at the baseline.</param>
/// <param name="BaselineEvidence">The events that set the status at the baseline.</param>
/// <param name="BaselineDate">The baseline.</param>
/// <param name="BaselineGate">The gate that is the baseline; null where it is the demand's own first day.</param>
/// <param name="MetEnough">Whether it was met enough at the gate.</param>
/// <param name="Improved">Whether its rank rose since the baseline.</param>
/// <param name="Regressed">Whether it got worse since the baseline.</param>
/// <param name="Steps">The steps that may lie between the baseline and the gate.</param>
/// <param name="Attached">The events that made it a condition.</param>
/// <param name="Issued">The event that made the demand.</param>
public sealed record ConditionAtGate(
    string Demand,
    string Title,
    Requirement Requirement,
    InReadings Counts,
    IReadOnlyList<Rank> Statuses,
    IReadOnlyList<Guid> Evidence,
    IReadOnlyList<Rank> Baseline,
    IReadOnlyList<Guid> BaselineEvidence,
    EdtfDate BaselineDate,
    Guid? BaselineGate,
    InReadings MetEnough,
    InReadings Improved,
    InReadings Regressed,
    IReadOnlyList<StepSince> Steps,
    IReadOnlyList<Guid> Attached,
    Guid Issued);

/// <summary>A step between a baseline and a gate.</summary>
/// <param name="Event">The event.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Kind">What it is about.</param>
public sealed record StepSince(Guid Event, Direction Direction, StepKind Kind);

/// <summary>In how many readings of the facts something holds.</summary>
public enum InReadings
{
    None,
    Some,
    All,
}
