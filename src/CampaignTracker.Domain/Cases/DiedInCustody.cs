using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person dies in custody.</summary>
[On(SubjectKind.Case)]
public sealed record DiedInCustody(PersonalText? Cause = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Died), new TakesStep(Direction.Away, StepKind.Death)];
}
