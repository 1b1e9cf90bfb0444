using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Cases;

/// <summary>A court or board decides on parole. The release itself is an event of its own.</summary>
[On(SubjectKind.Case)]
public sealed record ParoleDecided(
    [Help("Whether parole was granted.")] bool Granted,
    [Help("Who decided."), DirectoryName] string? By = null,
    [Help("When the next request is possible.")] EdtfDate? NextPossible = null) : CampaignEvent
{
    public override string SentenceTemplate() => Granted ? "Parole was granted to {subject}[ by {by}]" : "Parole was denied to {subject}[ by {by}]";

    public override IEnumerable<Effect> Effects() => [new TakesStep(Granted ? Direction.Toward : Direction.Refusal, StepKind.Request)];
}
