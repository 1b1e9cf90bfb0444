using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Somebody observes the trial, or is kept out.</summary>
[On(SubjectKind.Case)]
public sealed record TrialObserved(
    [DirectoryName] string By,
    bool Admitted,
    PersonalText? Text = null) : CampaignEvent
{
    public override string? SentenceForm() => Admitted ? null : "not_admitted";

    public override IEnumerable<Effect> Effects() => Admitted ? [] : [new TakesStep(Direction.Refusal, StepKind.Request)];
}
