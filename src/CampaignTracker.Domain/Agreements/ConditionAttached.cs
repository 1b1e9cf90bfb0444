using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A demand becomes a condition of the agreement.</summary>
[On(SubjectKind.Agreement)]
public sealed record ConditionAttached(
    [SubjectName(SubjectKind.Demand)] string Demand,
    Requirement Requirement,
    [DirectoryName] string? By = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Demand)?.Opening is Demands.DemandIssued { Criterion: var criterion }
            && string.IsNullOrWhiteSpace(criterion?.Value))
            yield return ValidationIssue.Refuse("demand", "no_criterion");
    }
}

/// <summary>Whether a condition decides a verdict.</summary>
public enum Requirement
{
    Necessary,
    Contributing,
}
