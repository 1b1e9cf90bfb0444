using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A statement or press release on a meeting.</summary>
[On(SubjectKind.Dialogue)]
public sealed record StatementIssued(
    [DirectoryName] string By,
    PersonalText Text) : CampaignEvent;
