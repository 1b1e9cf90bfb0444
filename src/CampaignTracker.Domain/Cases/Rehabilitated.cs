using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The conviction is set aside and the person's rights are restored.</summary>
[On(SubjectKind.Case)]
public sealed record Rehabilitated(
    [Help("Who decided."), DirectoryName] string? By = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was rehabilitated[ by {by}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Free)];
}
