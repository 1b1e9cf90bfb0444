using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>
/// Sources disagree: competing claims kept side by side. Where the claims say a status, the subject's status is one of theirs from this
/// date on, until <see cref="ClaimsReconciled"/> chooses one or a later fact sets the status anew (conditionality.md, 'Unknown and
/// contested facts').
/// </summary>
[On]
public sealed record StatusContested(
    string Matter,
    IReadOnlyList<Claim> Claims,
    [EventId(onSameSubject: true)] Guid? About = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Claims.Count < 2)
            yield return ValidationIssue.Refuse("claims", "one_claim");

        var kind = record.Subject(Subject)?.Kind;
        for (var i = 0; i < Claims.Count; i++)
        {
            if (Claims.Take(i).Any(claim => claim.Value == Claims[i].Value))
                yield return ValidationIssue.Refuse($"claims[{i}].value", "same_claim");
            if (Claims[i].Status is null && Claims.Any(claim => claim.Status is not null))
                yield return ValidationIssue.Refuse($"claims[{i}].status", "status_missing");
            if (Claims[i].Manner is not null && Claims[i].Status is not ClaimedStatus.AtLiberty)
                yield return ValidationIssue.Refuse($"claims[{i}].manner", "manner_without_liberty");
            if (Claims[i].Status is { } status && kind is { } known && Claim.KindOf(status) is { } needed && needed != known)
                yield return ValidationIssue.Refuse(
                    $"claims[{i}].status", "status_of_other_kind", ("kind", needed), ("subject", Subject), ("own", known));
        }
    }
}

/// <summary>One side of a disagreement.</summary>
/// <param name="Value">What is claimed, in words or figures.</param>
/// <param name="By">Who claims it.</param>
/// <param name="Status">The status that the claim amounts to, where the matter is a status.</param>
/// <param name="Manner">How the person came free, for a claim of liberty; without it the claim reads 'at liberty, with conditions or
/// unknown'.</param>
public sealed record Claim(string Value, string By, ClaimedStatus? Status = null, ReleaseManner? Manner = null)
{
    /// <summary>The kind of subject that a status belongs to.</summary>
    public static SubjectKind? KindOf(ClaimedStatus status) => status switch
    {
        ClaimedStatus.Held or ClaimedStatus.AtLiberty => SubjectKind.Case,
        ClaimedStatus.InForce or ClaimedStatus.Eased or ClaimedStatus.Suspended or ClaimedStatus.Lifted => SubjectKind.Restriction,
        _ => SubjectKind.Demand,
    };

    /// <summary>The effect that the claim would have if it were so; null where it says no status.</summary>
    public Effect? Effect() => Status switch
    {
        null => null,
        ClaimedStatus.Held => new SetsCustody(Custody.Held),
        ClaimedStatus.AtLiberty => new SetsCustody(ReleaseAchieved.CustodyAfter(Manner ?? ReleaseManner.Unknown)),
        ClaimedStatus.InForce => new SetsRestriction(RestrictionState.InForce),
        ClaimedStatus.Eased => new SetsRestriction(RestrictionState.Eased),
        ClaimedStatus.Suspended => new SetsRestriction(RestrictionState.Suspended),
        ClaimedStatus.Lifted => new SetsRestriction(RestrictionState.Lifted),
        ClaimedStatus.NotMet => new SetsFulfilment(Fulfilment.NotMet),
        ClaimedStatus.PartlyMet => new SetsFulfilment(Fulfilment.PartlyMet),
        ClaimedStatus.MetConditionally => new SetsFulfilment(Fulfilment.MetConditionally),
        ClaimedStatus.Met => new SetsFulfilment(Fulfilment.Met),
        _ => throw new InvalidOperationException($"No effect for the claimed status {Status}."),
    };
}

/// <summary>The statuses that a claim can amount to.</summary>
public enum ClaimedStatus
{
    Held,
    AtLiberty,
    InForce,
    Eased,
    Suspended,
    Lifted,
    NotMet,
    PartlyMet,
    MetConditionally,
    Met,
}
