using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban comes.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanImposed(
    [DirectoryName] string? By = null,
    PersonalText? Text = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() =>
        [new SetsRestriction(RestrictionState.InForce), new TakesStep(Direction.Away, StepKind.Ban)];
}
