using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>What a text criticises, notes or reiterates without asking anything of anybody.</summary>
[On(SubjectKind.Resolution)]
public sealed record FindingRecorded(
    [Help("What it is about: bans, trials, media.")] string Theme,
    [Help("The verb of the text, verbatim: criticises, reiterates its concern.")] string OperativeVerb,
    [Help("What it says.")] PersonalText Text) : CampaignEvent
{
    public override string SentenceTemplate() => "“{subject}” {operativeVerb}: {text}";
}
