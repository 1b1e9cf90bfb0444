using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>Recommendations are handed in before or at a meeting.</summary>
[On(SubjectKind.Dialogue)]
public sealed record RecommendationSubmitted(
    [DirectoryName] string By,
    PersonalText Text) : CampaignEvent;
