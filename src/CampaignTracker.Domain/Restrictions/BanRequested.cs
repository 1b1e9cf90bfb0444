using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>Somebody asks for a ban.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanRequested(
    [Help("The court or body."), DirectoryName] string? By = null,
    [Help("What was decided.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: a ban was requested[ by {by}][ ({text})]";

    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Requested)];
}
