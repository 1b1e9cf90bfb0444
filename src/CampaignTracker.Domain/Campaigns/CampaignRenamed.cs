using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>The campaign is called otherwise from now on; its short name stays.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignRenamed(
    [Help("The new name.")] string Name) : CampaignEvent
{
    public override string SentenceTemplate() => "The campaign was renamed {name}";

    public override PersonalText? SubjectTitle() => Name;
}
