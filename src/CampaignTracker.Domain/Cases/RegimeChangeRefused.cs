using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A softer regime is asked for and refused.</summary>
[On(SubjectKind.Case)]
public sealed record RegimeChangeRefused(
    [Help("Who refused."), DirectoryName] string? By = null,
    [Help("Why, as stated.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "A softer regime was refused to {subject}[ by {by}][: {reason}]";

    public override IEnumerable<Effect> Effects() => [new TakesStep(Direction.Refusal, StepKind.Request)];
}
