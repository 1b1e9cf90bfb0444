using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is upheld on appeal.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanUpheld(
    [DirectoryName] string? By = null,
    PersonalText? Text = null) : CampaignEvent;
