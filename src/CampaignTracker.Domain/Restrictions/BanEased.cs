using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is eased.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanEased(
    [DirectoryName] string? By = null,
    PersonalText? Text = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Eased)];
}
