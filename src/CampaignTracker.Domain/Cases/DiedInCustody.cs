using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person dies in custody.</summary>
[On(SubjectKind.Case)]
public sealed record DiedInCustody(
    [Help("Of what, as stated: health data, kept as personal.")] PersonalText? Cause = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} died in custody[: {cause}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Died), new TakesStep(Direction.Away, StepKind.Death)];
}
