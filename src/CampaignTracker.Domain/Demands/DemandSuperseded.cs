using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Another demand takes this one's place.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandSuperseded([SubjectName(SubjectKind.Demand)] string SupersededBy) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new ClosesDemand()];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (SupersededBy == Subject)
            yield return ValidationIssue.Refuse("supersededBy", "same_subject:demand");
    }
}
