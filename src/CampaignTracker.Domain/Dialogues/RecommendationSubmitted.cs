using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>Recommendations are handed in before or at a meeting.</summary>
[On(SubjectKind.Dialogue)]
public sealed record RecommendationSubmitted(
    [Help("Who hands them in."), DirectoryName] string By,
    [Help("What is recommended.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} submitted recommendations to {subject}: {text}";
}
