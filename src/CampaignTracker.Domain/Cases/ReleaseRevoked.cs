using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A release is taken back.</summary>
[On(SubjectKind.Case)]
public sealed record ReleaseRevoked(
    [Help("Who revoked it."), DirectoryName] string? By = null,
    [Help("Why, as stated.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The release of {subject} was revoked[ by {by}][: {reason}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held), new TakesStep(Direction.Away, StepKind.Custody)];
}
