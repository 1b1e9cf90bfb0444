using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>Somebody asks for a ban.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanRequested(
    [DirectoryName] string? By = null,
    PersonalText? Text = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsRestriction(RestrictionState.Requested)];
}
