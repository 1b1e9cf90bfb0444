using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A hearing takes place.</summary>
[On(SubjectKind.Case)]
public sealed record HearingHeld(
    [Help("The court."), DirectoryName] string? Court = null,
    [Help("What happened.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "A hearing in the case of {subject} was held[ before {court}][: {text}]";
}
