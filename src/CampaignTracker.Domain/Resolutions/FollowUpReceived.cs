using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>An answer to the text as a whole: a follow-up document, a statement by the Commission.</summary>
[On(SubjectKind.Resolution)]
public sealed record FollowUpReceived(
    [Help("Who answered."), DirectoryName] string By,
    [Help("What it says.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} followed up on “{subject}”: {text}";
}
