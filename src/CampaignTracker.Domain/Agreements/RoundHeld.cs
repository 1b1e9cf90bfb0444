using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A round of negotiations takes place. It is shown and never judged.</summary>
[On(SubjectKind.Agreement)]
public sealed record RoundHeld(
    [Help("Which one it is by the source's own count.")] int? OrdinalClaimed = null,
    [Help("Where.")] string? Place = null) : CampaignEvent
{
    public override string SentenceTemplate() => "A round of negotiations on {subject} was held[ in {place}][, counted as number {ordinalClaimed}]";
}
