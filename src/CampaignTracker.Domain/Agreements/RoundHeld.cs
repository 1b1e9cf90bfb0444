using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A round of negotiations takes place. It is shown and never judged.</summary>
[On(SubjectKind.Agreement)]
public sealed record RoundHeld(
    int? OrdinalClaimed = null,
    string? Place = null) : CampaignEvent;
