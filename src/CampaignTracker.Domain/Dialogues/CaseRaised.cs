using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A case is raised at a meeting; shown on the case too.</summary>
[On(SubjectKind.Dialogue)]
public sealed record CaseRaised(
    [Help("The case."), SubjectName(SubjectKind.Case)] string Case,
    [Help("Who raised it."), DirectoryName] string? By = null,
    [Help("What was answered.")] PersonalText? Answer = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The case of {case} was raised at {subject}[ by {by}][: {answer}]";
}
