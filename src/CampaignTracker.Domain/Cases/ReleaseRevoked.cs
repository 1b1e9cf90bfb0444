using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>A release is taken back.</summary>
[On(SubjectKind.Case)]
public sealed record ReleaseRevoked(
    [DirectoryName] string? By = null,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(Custody.Held), new TakesStep(Direction.Away, StepKind.Custody)];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (!record.IsFreeBefore(this))
            yield return ValidationIssue.Warn("subject", "not_released");
    }
}
