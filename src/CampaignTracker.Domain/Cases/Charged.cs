using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is charged. A new charge while held is a step away.</summary>
[On(SubjectKind.Case)]
public sealed record Charged(
    string Article,
    PersonalText? Charge = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new TakesStep(Direction.Away, StepKind.Charge, OnlyWhileHeld: true)];
}
