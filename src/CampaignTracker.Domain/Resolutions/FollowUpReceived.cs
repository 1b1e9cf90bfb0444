using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>An answer to the text as a whole: a follow-up document, a statement by the Commission.</summary>
[On(SubjectKind.Resolution)]
public sealed record FollowUpReceived(
    [DirectoryName] string By,
    PersonalText Text) : CampaignEvent;
