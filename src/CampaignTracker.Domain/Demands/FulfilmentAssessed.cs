using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>A reviewer judges, on recorded evidence, how far the demand is met.</summary>
[On(SubjectKind.Demand)]
public sealed record FulfilmentAssessed(
    [Help("The judgement.")] Fulfilment Fulfilment,
    [Help("Who judges."), DirectoryName] string Reviewer,
    [Help("The events that show it, by id."), EventId(onSameSubject: false)] IReadOnlyList<Guid>? Evidence = null,
    [Help("Why, in words.")] PersonalText? Reasons = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{reviewer} assessed “{subject}” as {fulfilment}[: {reasons}]";

    public override IEnumerable<Effect> Effects() => [new SetsFulfilment(Fulfilment)];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Fulfilment is not (Fulfilment.Met or Fulfilment.MetConditionally)) yield break;
        if (Evidence is not { Count: > 0 })
            yield return ValidationIssue.Refuse("evidence", "no_evidence", "is empty: name the recorded events that show it, by id");
        else if (Evidence.Any(id => record.Event(id)?.RecordedBy == record.Context.Recorder))
        {
            yield return record.Context.SignedIn
                ? ValidationIssue.Refuse("reviewer", "own_evidence", "recorded the evidence: somebody else must assess it")
                : ValidationIssue.Warn("reviewer", Unreviewed, "recorded the evidence too: the assessment is marked unreviewed");
        }
    }

    /// <summary>The warning that marks an assessment by the person who recorded its evidence.</summary>
    public const string Unreviewed = "unreviewed";
}
