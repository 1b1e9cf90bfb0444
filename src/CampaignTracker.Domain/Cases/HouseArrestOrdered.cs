using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is held at home, instead of in prison or of being free.</summary>
[On(SubjectKind.Case)]
public sealed record HouseArrestOrdered(
    [DirectoryName] string? By = null,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsHouseArrest()];
}
