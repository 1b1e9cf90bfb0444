using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A softer regime is asked for and refused.</summary>
[On(SubjectKind.Case)]
public sealed record RegimeChangeRefused(
    [DirectoryName] string? By = null,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new TakesStep(Direction.Refusal, StepKind.Request)];
}
