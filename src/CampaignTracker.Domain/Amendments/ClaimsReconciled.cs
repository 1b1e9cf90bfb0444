using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>
/// Chooses one of the claims of a <see cref="StatusContested"/>, with a reason. It is an act of knowledge, like a correction:
/// from the moment it is known the contested matter reads as the chosen claim, from the contested date on.
/// </summary>
[On]
public sealed record ClaimsReconciled(
    [EventId(onSameSubject: true)] Guid Contested,
    string Chosen,
    PersonalText Reason) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Contested) is not { } target) yield break;
        if (target.Event is not StatusContested contested)
            yield return ValidationIssue.Refuse("contested", "not_contested");
        else if (contested.Claims.All(claim => claim.Value != Chosen))
            yield return ValidationIssue.Refuse("chosen", "no_such_claim", ("claims", contested.Claims.Select(claim => claim.Value)));
    }
}
