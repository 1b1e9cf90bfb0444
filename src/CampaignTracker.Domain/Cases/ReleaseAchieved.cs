using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person comes free.</summary>
[On(SubjectKind.Case)]
public sealed record ReleaseAchieved(
    ReleaseManner Manner,
    PersonalText? Conditions = null) : CampaignEvent
{
    public override IEnumerable<Effect> Effects() => [new SetsCustody(CustodyAfter(Manner))];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (!record.IsHeldBefore(this))
            yield return ValidationIssue.Warn("subject", "not_held");
    }

    /// <summary>What a manner of release means for liberty (conditionality.md, 'Status of a condition at a gate').</summary>
    public static Custody CustodyAfter(ReleaseManner manner) => manner
        is ReleaseManner.Acquittal or ReleaseManner.CaseDropped
        or ReleaseManner.Pardon or ReleaseManner.Amnesty or ReleaseManner.SentenceServed
        ? Custody.Free
        : Custody.FreeConditionally;
}

/// <summary>How a person comes free.</summary>
public enum ReleaseManner
{
    Acquittal,
    CaseDropped,
    Pardon,
    Amnesty,
    SentenceServed,
    Parole,
    ConditionalReplacement,
    SuspendedSentence,
    RestrictionOfFreedom,
    Medical,
    PreTrialRelease,
    PrisonerExchange,
    Unknown,
}
