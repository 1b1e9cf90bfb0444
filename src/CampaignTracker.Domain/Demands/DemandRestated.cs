using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>The demand is made again.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandRestated(
    [Help("Who restates it."), DirectoryName] string By,
    [Help("The text that restates it."), SubjectName(SubjectKind.Resolution)] string? Resolution = null,
    [Help("The paragraph of that text.")] string? Paragraph = null,
    [Help("In which words, where they differ.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} restated the demand “{subject}”[ in “{resolution}”][: {text}]";
}
