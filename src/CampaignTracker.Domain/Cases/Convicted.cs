using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A court convicts the person.</summary>
[On(SubjectKind.Case)]
public sealed record Convicted(
    [Help("Whether the sentence is served in custody.")] bool Custodial,
    [Help("The sentence: 7 years 6 months.")] string? Sentence = null,
    [Help("The court."), DirectoryName] string? Court = null,
    [Help("Whether it is longer than the sentence before: a step away.")] bool Lengthens = false) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was convicted[ by {court}][ and sentenced to {sentence}]";

    public override IEnumerable<Effect> Effects() => Lengthens
        ? [new SetsCustody(Custodial ? Custody.Held : Custody.FreeConditionally), new TakesStep(Direction.Away, StepKind.Sentence)]
        : [new SetsCustody(Custodial ? Custody.Held : Custody.FreeConditionally)];
}
