using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Somebody says that the demand is met. It proves nothing and never sets a status.</summary>
[On(SubjectKind.Demand)]
public sealed record FulfilmentClaimed(
    [Help("Who says so."), DirectoryName] string By,
    [Help("What is claimed.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} claimed that “{subject}” is fulfilled: {text}";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        yield return ValidationIssue.Warn("by", "claim_only", "only claims fulfilment: the status stays as it is until a reviewer assesses it");
    }
}
