using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>
/// Withdraws an earlier event of the same subject: it counts for nothing from the moment this is known. A retraction can itself be
/// retracted.
/// </summary>
[On]
public sealed record EventRetracted(
    [EventId(onSameSubject: true)] Guid Retracts,
    PersonalText Reason) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Retracts) is { Retracted: true })
            yield return ValidationIssue.Warn("retracts", "already_retracted");
    }
}
