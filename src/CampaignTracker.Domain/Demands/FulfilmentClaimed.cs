using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Somebody says that the demand is met. It proves nothing and never sets a status.</summary>
[On(SubjectKind.Demand)]
public sealed record FulfilmentClaimed(
    [DirectoryName] string By,
    PersonalText Text) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        yield return ValidationIssue.Warn("by", "claim_only");
    }
}
