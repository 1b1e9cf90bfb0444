using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A case is raised at a meeting; shown on the case too.</summary>
[On(SubjectKind.Dialogue)]
public sealed record CaseRaised(
    [SubjectName(SubjectKind.Case)] string Case,
    [DirectoryName] string? By = null,
    PersonalText? Answer = null) : CampaignEvent;
