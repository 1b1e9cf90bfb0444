using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>The campaign ends; it stays readable, and can be reopened.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignClosed(
    [Help("Why it ends.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The campaign was closed[: {reason}]";
}
