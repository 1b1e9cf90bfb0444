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
        var attached = record.Subject(Subject)?.Events.OfType<ConditionAttached>().Where(attached => attached.Demand == Demand).ToList();
        if (attached is not { Count: > 0 })
            yield return ValidationIssue.Warn("demand", "not_attached");
        else if (attached.TrueForAll(one => MovesAt().Latest < one.Occurred.Earliest))
            yield return ValidationIssue.Warn("occurred", "takes_nothing_back:condition", ("on", attached[0].Occurred));
    }
}
