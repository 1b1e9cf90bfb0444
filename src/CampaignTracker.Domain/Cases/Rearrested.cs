using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is taken into custody again.</summary>
[On(SubjectKind.Case)]
public sealed record Rearrested(
    [DirectoryName] string? By = null,
    PersonalText? Grounds = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held), new TakesStep(Direction.Away, StepKind.Custody)];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (!record.IsFreeBefore(this))
            yield return ValidationIssue.Warn("subject", "not_released");
    }
}
