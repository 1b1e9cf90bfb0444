using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person is held at home, instead of in prison or of being free.</summary>
[On(SubjectKind.Case)]
public sealed record HouseArrestOrdered(
    [DirectoryName] string? By = null,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsHouseArrest()];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (!record.IsHeldBefore(this) && record.Subject(Subject)?.Events.Any(WasCustody) != true)
            yield return ValidationIssue.Warn("subject", "not_held:at_home");
    }

    private bool WasCustody(CampaignEvent e) => e.MovesAt().Earliest <= MovesAt().Latest
        && e.Effects().Any(effect => effect is SetsCustody { Custody: Custody.Held });
}
