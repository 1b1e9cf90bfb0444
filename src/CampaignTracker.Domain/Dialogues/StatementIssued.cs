using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A statement or press release on a meeting.</summary>
[On(SubjectKind.Dialogue)]
public sealed record StatementIssued(
    [Help("Who issued it."), DirectoryName] string By,
    [Help("What it says.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} issued a statement on {subject}: {text}";
}
