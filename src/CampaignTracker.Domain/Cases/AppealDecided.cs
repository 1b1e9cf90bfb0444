using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A higher court decides on an appeal, in cassation too. A release that follows is an event of its own.</summary>
[On(SubjectKind.Case)]
public sealed record AppealDecided(
    AppealOutcome Outcome,
    [DirectoryName] string? Court = null,
    string? SentenceNow = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => Outcome switch
    {
        AppealOutcome.Dismissed => [new TakesStep(Direction.Refusal, StepKind.Request)],
        AppealOutcome.Shortened => [new TakesStep(Direction.Toward, StepKind.Sentence)],
        AppealOutcome.Lengthened => [new TakesStep(Direction.Away, StepKind.Sentence)],
        _ => [],
    };
}

/// <summary>What a court makes of an appeal.</summary>
public enum AppealOutcome
{
    Dismissed,
    Shortened,
    Lengthened,
    /// <summary>The sentence was quashed; a release is an event of its own.</summary>
    Quashed,
    /// <summary>Sent back to be tried again.</summary>
    Remitted,
    Other,
    /// <summary>The release itself is an event of its own.</summary>
    Acquitted,
}
