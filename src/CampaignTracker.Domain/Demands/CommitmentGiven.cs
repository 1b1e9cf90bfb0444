using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Demands;

/// <summary>Somebody promises to do what is demanded.</summary>
[On(SubjectKind.Demand)]
public sealed record CommitmentGiven(
    [DirectoryName] string By,
    PersonalText Text,
    EdtfDate? Due = null) : CampaignEvent;
