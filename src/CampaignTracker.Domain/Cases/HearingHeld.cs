using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A hearing takes place.</summary>
[On(SubjectKind.Case)]
public sealed record HearingHeld(
    [DirectoryName] string? Court = null,
    PersonalText? Text = null) : CampaignEvent;
