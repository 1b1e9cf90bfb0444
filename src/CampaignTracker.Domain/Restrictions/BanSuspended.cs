using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is suspended.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanSuspended(
    [Help("The court or body."), DirectoryName] string? By = null,
    [Help("What was decided.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: the ban was suspended[ by {by}][ ({text})]";

    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Suspended)];
}
