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
