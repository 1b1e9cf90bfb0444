using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is charged. A new charge while held is a step away.</summary>
[On(SubjectKind.Case)]
public sealed record Charged(
    [Help("The article of law, as cited.")] string Article,
    [Help("Of what.")] PersonalText? Charge = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was charged under {article}[: {charge}]";

    public override IEnumerable<Effect> Effects() => [new TakesStep(Direction.Away, StepKind.Charge, OnlyWhileHeld: true)];
}
