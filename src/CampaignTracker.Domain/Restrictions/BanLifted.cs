using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is lifted.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanLifted(
    [Help("The court or body."), DirectoryName] string? By = null,
    [Help("What was decided.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: the ban was lifted[ by {by}][ ({text})]";

    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Lifted)];
}
