using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Ill-treatment, torture or denial of care is reported.</summary>
[On(SubjectKind.Case)]
public sealed record IllTreatmentReported(
    [Help("Who reports it."), DirectoryName] string By,
    [Help("What is reported: health data, kept as personal.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} reported ill-treatment of {subject}: {text}";
}
