using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>A closed campaign goes on.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignReopened(
    [Help("Why it goes on.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The campaign was reopened[: {reason}]";
}
