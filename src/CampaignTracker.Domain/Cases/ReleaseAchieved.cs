using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Cases;

/// <summary>The person comes free.</summary>
[On(SubjectKind.Case)]
public sealed record ReleaseAchieved(
    [Help("How the person came free; Unknown where the sources do not say.")] ReleaseManner Manner,
    [Help("Conditions of the release.")] PersonalText? Conditions = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was released ({manner})[, on conditions: {conditions}]";

    public override IEnumerable<Effect> Effects() => [new SetsCustody(CustodyAfter(Manner))];

    public override IEnumerable<ValidationIssue> Check(Situation situation)
    {
        if (!StatusFold.MayBeHeld(situation.History(Subject), this))
            yield return ValidationIssue.Warn("subject", "not_held", "is not recorded as held on that day: is an arrest or a conviction missing?");
    }

    /// <summary>What a manner of release means for liberty (conditionality.md, 'Status of a condition at a gate').</summary>
    public static Custody CustodyAfter(ReleaseManner manner) => manner
        is ReleaseManner.Acquittal or ReleaseManner.CaseDropped or ReleaseManner.Pardon or ReleaseManner.Amnesty or ReleaseManner.SentenceServed
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
