using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A trial begins.</summary>
[On(SubjectKind.Case)]
public sealed record TrialOpened(
    [DirectoryName] string? Court = null,
    PersonalText? Charge = null) : CampaignEvent;
