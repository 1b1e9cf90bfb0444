using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is suspended.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanSuspended(
    [DirectoryName] string? By = null,
    PersonalText? Text = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Suspended)];
}
