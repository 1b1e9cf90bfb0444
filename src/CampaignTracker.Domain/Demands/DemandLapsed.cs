using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Events overtook the demand: there is nothing left to ask.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandLapsed(
    [Help("Why.")] PersonalText Reason) : CampaignEvent
{
    public override string SentenceTemplate() => "The demand “{subject}” lapsed: {reason}";

    public override IEnumerable<Effect> Effects() => [new ClosesDemand()];
}
