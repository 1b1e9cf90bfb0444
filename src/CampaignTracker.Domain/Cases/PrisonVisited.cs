using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Somebody visits the person in prison, or is refused.</summary>
[On(SubjectKind.Case)]
public sealed record PrisonVisited(
    [DirectoryName] string By,
    bool Granted,
    PersonalText? Text = null) : CampaignEvent
{
    public override string? SentenceForm() => Granted ? null : "refused";

    public override IEnumerable<Effect> Effects() => Granted ? [] : [new TakesStep(Direction.Refusal, StepKind.Request)];
}
