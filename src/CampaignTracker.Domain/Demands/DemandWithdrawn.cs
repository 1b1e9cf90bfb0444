using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Whoever made the demand takes it back.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandWithdrawn(
    [DirectoryName] string By,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new ClosesDemand()];
}
