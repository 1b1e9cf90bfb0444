using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A meeting is announced or due.</summary>
[On(SubjectKind.Dialogue)]
public sealed record DialogueExpected(
    EdtfDate By,
    string? Place = null) : CampaignEvent
{
    public override bool IsExpectation() => true;

    public override bool CountsWhenKnown() => Occurred.Latest >= By.Earliest;
}
