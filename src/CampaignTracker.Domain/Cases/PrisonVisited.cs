using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Somebody visits the person in prison, or is refused.</summary>
[On(SubjectKind.Case)]
public sealed record PrisonVisited(
    [Help("Who visited, or asked to."), DirectoryName] string By,
    [Help("Whether the visit was granted.")] bool Granted,
    [Help("What they saw or were told.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => Granted
        ? "{by} visited {subject} in prison[: {text}]"
        : "{by} was refused a visit to {subject} in prison[: {text}]";

    public override IEnumerable<Effect> Effects() => Granted ? [] : [new TakesStep(Direction.Refusal, StepKind.Request)];
}
