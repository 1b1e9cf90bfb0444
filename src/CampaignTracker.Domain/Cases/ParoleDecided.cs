using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Cases;

/// <summary>A court or board decides on parole. The release itself is an event of its own.</summary>
[On(SubjectKind.Case)]
public sealed record ParoleDecided(
    bool Granted,
    [DirectoryName] string? By = null,
    EdtfDate? NextPossible = null) : CampaignEvent
{
    public override string? SentenceForm() => Granted ? null : "denied";

    public override IEnumerable<Effect> Effects() => [new TakesStep(Granted ? Direction.Toward : Direction.Refusal, StepKind.Request)];
}
