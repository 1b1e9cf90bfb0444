using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Somebody observes the trial, or is kept out.</summary>
[On(SubjectKind.Case)]
public sealed record TrialObserved(
    [Help("Who observed, or tried to."), DirectoryName] string By,
    [Help("Whether they were admitted.")] bool Admitted,
    [Help("What they saw or were told.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => Admitted
        ? "{by} observed the trial of {subject}[: {text}]"
        : "{by} was not admitted to observe the trial of {subject}[: {text}]";

    public override IEnumerable<Effect> Effects() => Admitted ? [] : [new TakesStep(Direction.Refusal, StepKind.Request)];
}
