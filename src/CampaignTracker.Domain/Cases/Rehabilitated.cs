using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The conviction is set aside and the person's rights are restored.</summary>
[On(SubjectKind.Case)]
public sealed record Rehabilitated([DirectoryName] string? By = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Free)];
}
