using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A trial begins.</summary>
[On(SubjectKind.Case)]
public sealed record TrialOpened(
    [Help("The court."), DirectoryName] string? Court = null,
    [Help("What is tried.")] PersonalText? Charge = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The trial of {subject} opened[ before {court}][: {charge}]";
}
