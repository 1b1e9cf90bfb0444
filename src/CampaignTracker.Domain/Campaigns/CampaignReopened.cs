using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>A closed campaign goes on.</summary>
[On(SubjectKind.Campaign)]
public sealed record CampaignReopened(PersonalText? Reason = null) : CampaignEvent;
