using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>The demand is made again.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandRestated(
    [DirectoryName] string By,
    [SubjectName(SubjectKind.Resolution)] string? Resolution = null,
    string? Paragraph = null,
    PersonalText? Text = null) : CampaignEvent;
