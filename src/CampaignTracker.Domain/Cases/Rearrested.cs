using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is taken into custody again.</summary>
[On(SubjectKind.Case)]
public sealed record Rearrested(
    [Help("Who arrested."), DirectoryName] string? By = null,
    [Help("On what grounds, as stated.")] PersonalText? Grounds = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was arrested again[ by {by}][: {grounds}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held), new TakesStep(Direction.Away, StepKind.Custody)];
}
