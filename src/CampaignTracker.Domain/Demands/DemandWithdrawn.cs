using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>Whoever made the demand takes it back.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandWithdrawn(
    [Help("Who withdraws it."), DirectoryName] string By,
    [Help("Why.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} withdrew the demand “{subject}”[: {reason}]";

    public override IEnumerable<Effect> Effects() => [new ClosesDemand()];
}
