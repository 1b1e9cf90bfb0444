using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A demand is no longer a condition of the agreement.</summary>
[On(SubjectKind.Agreement)]
public sealed record ConditionDetached(
    [Help("The demand."), SubjectName(SubjectKind.Demand)] string Demand,
    [Help("Why.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "“{demand}” is no longer a condition of {subject}[: {reason}]";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Subject)?.Events.OfType<ConditionAttached>().Any(attached => attached.Demand == Demand) != true)
            yield return ValidationIssue.Warn("demand", "not_attached", "is not recorded as a condition: this changes nothing");
    }
}
