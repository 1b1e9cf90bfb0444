using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>What a text criticises, notes or reiterates without asking anything of anybody.</summary>
[On(SubjectKind.Resolution)]
public sealed record FindingRecorded(
    string Theme,
    string OperativeVerb,
    PersonalText Text,
    [SubjectName(SubjectKind.Case)] IReadOnlyList<string>? AlsoAbout = null) : CampaignEvent;
