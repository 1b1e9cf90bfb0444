using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Ill-treatment, torture or denial of care is reported.</summary>
[On(SubjectKind.Case)]
public sealed record IllTreatmentReported(
    [DirectoryName] string By,
    PersonalText Text) : CampaignEvent;
