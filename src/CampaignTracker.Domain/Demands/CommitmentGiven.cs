using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Demands;

/// <summary>Somebody promises to do what is demanded.</summary>
[On(SubjectKind.Demand)]
public sealed record CommitmentGiven(
    [Help("Who promises."), DirectoryName] string By,
    [Help("What is promised.")] PersonalText Text,
    [Help("By when.")] EdtfDate? Due = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} gave a commitment on “{subject}”: {text}[ (by {due})]";
}
