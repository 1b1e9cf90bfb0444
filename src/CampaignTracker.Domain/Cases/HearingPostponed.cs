using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Cases;

/// <summary>A hearing does not take place on its day.</summary>
[On(SubjectKind.Case)]
public sealed record HearingPostponed(
    [DirectoryName] string? Court = null,
    EdtfDate? Until = null,
    PersonalText? Reason = null) : CampaignEvent;
