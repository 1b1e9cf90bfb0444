using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is taken into custody.</summary>
[On(SubjectKind.Case)]
public sealed record Arrested(
    [Help("Who arrested."), DirectoryName] string? By = null,
    [Help("On what grounds, as stated.")] PersonalText? Grounds = null,
    [Help("Where.")] string? Place = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was arrested[ by {by}][ in {place}][: {grounds}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held)];
}
