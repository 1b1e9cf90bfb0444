using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A meeting is announced or due.</summary>
[On(SubjectKind.Dialogue)]
public sealed record DialogueExpected(
    [Help("By when it is expected.")] EdtfDate By,
    [Help("Where.")] string? Place = null) : CampaignEvent
{
    public override string SentenceTemplate() => "A meeting of {subject} is expected by {by}[ in {place}]";

    public override bool IsExpectation() => true;
}
