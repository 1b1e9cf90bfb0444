using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>The campaign ends; it stays readable, and can be reopened.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignClosed(PersonalText? Reason = null) : CampaignEvent;
