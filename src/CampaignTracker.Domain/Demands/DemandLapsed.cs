using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Events overtook the demand: there is nothing left to ask.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandLapsed(PersonalText Reason) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new ClosesDemand()];
}
