using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A demand becomes a condition of the agreement.</summary>
[On(SubjectKind.Agreement)]
public sealed record ConditionAttached(
    [Help("The demand."), SubjectName(SubjectKind.Demand)] string Demand,
    [Help("Only Necessary ones decide a verdict; Contributing ones are shown.")] Requirement Requirement,
    [Help("Who attaches it: a body, or the analyst."), DirectoryName] string? By = null) : CampaignEvent
{
    public override string SentenceTemplate() => "“{demand}” became a condition of {subject} ({requirement})";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Demand)?.Opening is Demands.DemandIssued { Criterion: var criterion } && string.IsNullOrWhiteSpace(criterion?.Value))
            yield return ValidationIssue.Refuse("demand", "no_criterion", "has no criterion that can be checked: correct the demand and say how one will see that it is met");
    }
}

/// <summary>Whether a condition decides a verdict.</summary>
public enum Requirement
{
    Necessary,
    Contributing,
}
