using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A court convicts the person.</summary>
[On(SubjectKind.Case)]
public sealed record Convicted(
    bool Custodial,
    string? Sentence = null,
    [DirectoryName] string? Court = null,
    bool Lengthens = false) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => Lengthens
        ? [new SetsCustody(Custodial ? Custody.Held : Custody.FreeConditionally), new TakesStep(Direction.Away, StepKind.Sentence)]
        : [new SetsCustody(Custodial ? Custody.Held : Custody.FreeConditionally)];
}
