using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>The text appears in an official journal, perhaps years after it was adopted.</summary>
[On(SubjectKind.Resolution)]
public sealed record ResolutionPublished(
    [Help("Where: OJ C 45, 5.2.2016, p. 85.")] string PublishedIn,
    [Help("Identifiers that it gained.")] IReadOnlyList<Identifier>? Identifiers = null) : CampaignEvent
{
    public override string SentenceTemplate() => "“{subject}” was published in {publishedIn}";
}
