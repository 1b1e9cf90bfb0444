using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is moved to another place or regime.</summary>
[On(SubjectKind.Case)]
public sealed record Transferred(
    [Help("Whether the move eases (Toward) or tightens (Away) the regime, or neither (None).")] RegimeStep Step,
    [Help("The regime after the move.")] string? Regime = null,
    [Help("Where to.")] string? Place = null,
    [Help("What else is known.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was transferred[ to {place}][ ({regime})][: {text}]";

    public override IEnumerable<Effect> Effects() => Step switch
    {
        RegimeStep.Toward => [new TakesStep(Direction.Toward, StepKind.Regime)],
        RegimeStep.Away => [new TakesStep(Direction.Away, StepKind.Regime)],
        _ => [],
    };
}

/// <summary>What a transfer does to the prison regime.</summary>
public enum RegimeStep
{
    None,
    Toward,
    Away,
}
