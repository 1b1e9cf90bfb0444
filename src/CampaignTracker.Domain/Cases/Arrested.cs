using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is taken into custody.</summary>
[On(SubjectKind.Case)]
public sealed record Arrested(
    [DirectoryName] string? By = null,
    PersonalText? Grounds = null,
    string? Place = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held)];
}
