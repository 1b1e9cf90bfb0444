using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>Something that belongs to no subject and explains much: an election, a strike, a publication.</summary>
[On(SubjectKind.Campaign)]
public sealed record ContextRecorded(
    PersonalText Text,
    [SubjectName(SubjectKind.Case)] IReadOnlyList<string>? AlsoAbout = null) : CampaignEvent;
