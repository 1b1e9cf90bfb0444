using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is moved to another place or regime.</summary>
[On(SubjectKind.Case)]
public sealed record Transferred(
    RegimeStep Step,
    string? Regime = null,
    string? Place = null,
    PersonalText? Text = null) : CampaignEvent
{
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
