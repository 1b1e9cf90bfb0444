using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban comes.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanImposed(
    [Help("The court or body."), DirectoryName] string? By = null,
    [Help("What was decided.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: a ban was imposed[ by {by}][ ({text})]";

    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.InForce), new TakesStep(Direction.Away, StepKind.Ban)];
}
