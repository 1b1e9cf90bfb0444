using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Cases;

/// <summary>A hearing does not take place on its day.</summary>
[On(SubjectKind.Case)]
public sealed record HearingPostponed(
    [Help("The court."), DirectoryName] string? Court = null,
    [Help("Until when.")] EdtfDate? Until = null,
    [Help("Why, as stated.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "A hearing in the case of {subject} was postponed[ by {court}][ until {until}][: {reason}]";
}
