using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>The campaign is called otherwise from now on; its short name stays.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignRenamed(string Name) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Name;
}
