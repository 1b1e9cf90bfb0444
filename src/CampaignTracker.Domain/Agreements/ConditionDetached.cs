using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A demand is no longer a condition of the agreement.</summary>
[On(SubjectKind.Agreement)]
public sealed record ConditionDetached(
    [SubjectName(SubjectKind.Demand)] string Demand,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Subject)?.Events.OfType<ConditionAttached>().Any(attached => attached.Demand == Demand) != true)
            yield return ValidationIssue.Warn("demand", "not_attached");
    }
}
