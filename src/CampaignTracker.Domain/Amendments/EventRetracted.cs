using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>Withdraws an earlier event of the same subject: it counts for nothing from the moment this is known. A retraction can itself be retracted.</summary>
[On]
public sealed record EventRetracted(
    [Help("The event that is withdrawn."), EventId(onSameSubject: true)] Guid Retracts,
    [Help("Why.")] PersonalText Reason) : CampaignEvent
{
    public override string SentenceTemplate() => "A recorded event was retracted: {reason}";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Retracts) is { Retracted: true })
            yield return ValidationIssue.Warn("retracts", "already_retracted", "was retracted before: this changes nothing");
    }
}
