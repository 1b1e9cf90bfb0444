using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>A step on the way to what was asked, or away from it: a bill tabled, an office opened, a register closed.</summary>
[On(SubjectKind.Demand, SubjectKind.Restriction)]
public sealed record StepTaken(
    PersonalText What,
    Movement Direction,
    [DirectoryName] string? By = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() =>
        [new TakesStep(Direction == Movement.Toward ? Events.Direction.Toward : Events.Direction.Away, StepKind.Measure)];
}

/// <summary>Which way a step goes, seen from what was asked.</summary>
public enum Movement
{
    Toward,
    Away,
}
