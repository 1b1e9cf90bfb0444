using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>A reviewer judges, on recorded evidence, how far the demand is met.</summary>
[On(SubjectKind.Demand)]
public sealed record FulfilmentAssessed(
    Fulfilment Fulfilment,
    [DirectoryName] string Reviewer,
    [EventId(onSameSubject: false)] IReadOnlyList<Guid>? Evidence = null,
    PersonalText? Reasons = null,
    ReviewerSide? ReviewerSide = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsFulfilment(Fulfilment)];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Unheard(record) is { } unheard) yield return unheard;
        if (Fulfilment is not (Fulfilment.Met or Fulfilment.MetConditionally)) yield break;
        if (Evidence is not { Count: > 0 })
            yield return ValidationIssue.Refuse("evidence", "no_evidence");
        else if (Evidence.Any(id => record.Event(id)?.RecordedBy == record.Context.Recorder))
        {
            yield return record.Context.SignedIn
                ? ValidationIssue.Refuse("reviewer", "own_evidence")
                : ValidationIssue.Warn("reviewer", Unreviewed);
        }
    }

    // What rule set 2 does not hear (conditionality-2.md, 'What a demand is measured by').
    private ValidationIssue? Unheard(IRecordLookup record)
    {
        if (record.Subject(Subject)?.Opening is not DemandIssued demand) return null;
        var measure = demand.MeasuredBy ?? DemandIssued.UsualMeasure(demand.About is null ? null : record.Subject(demand.About)?.Kind);
        if (measure != Measure.Reviewer)
            return ValidationIssue.Warn("fulfilment", measure == Measure.Liberty ? "opinion_only:liberty" : "opinion_only:restriction");
        if (demand.IsAddressedTo(Reviewer)) return ValidationIssue.Warn("reviewer", "own_claim:addressee");
        var reforming = (record.Subject(Campaign)?.Opening as CampaignOpened)?.ReformingSide;
        if (ReviewerSide == Demands.ReviewerSide.ReformingSide || ReviewerSide is null && Side.Is(Reviewer, reforming))
            return ValidationIssue.Warn("reviewer", "own_claim:side");
        return ReviewerSide is null && reforming is not null && Side.IsWithin(Reviewer, reforming)
            ? ValidationIssue.Warn("reviewer", "side_not_said", ("side", Side.Name(reforming)))
            : null;
    }

    /// <summary>The warning that marks an assessment of a demand that reviewers do not measure.</summary>
    public const string Opinion = "opinion_only";

    /// <summary>The warning that marks an assessment by the person who recorded its evidence.</summary>
    public const string Unreviewed = "unreviewed";
}

/// <summary>On whose side a reviewer is.</summary>
public enum ReviewerSide
{
    None,
    PromisingSide,
    ReformingSide,
}
