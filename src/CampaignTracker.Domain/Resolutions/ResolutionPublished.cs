using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>The text appears in an official journal, perhaps years after it was adopted.</summary>
[On(SubjectKind.Resolution)]
public sealed record ResolutionPublished(
    string PublishedIn,
    IReadOnlyList<Identifier>? Identifiers = null) : CampaignEvent;
