using System.Text.Json.Serialization;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A demand becomes a condition of the agreement.</summary>
[On(SubjectKind.Agreement)]
public sealed record ConditionAttached(
    [SubjectName(SubjectKind.Demand)] string Demand,
    Requirement Requirement,
    [DirectoryName] string? By = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Enough Enough = Enough.MetConditionally) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Demand)?.Opening is Demands.DemandIssued { Criterion: var criterion }
            && string.IsNullOrWhiteSpace(criterion?.Value))
            yield return ValidationIssue.Refuse("demand", "no_criterion");
        if (record.Subject(Demand)?.Opening is { } issued && Occurred.Latest < issued.Occurred.Earliest)
            yield return ValidationIssue.Warn("occurred", "before_opening:condition", ("on", issued.Occurred));
    }
}

/// <summary>What is enough for a condition to count as met.</summary>
public enum Enough
{
    MetConditionally,
    Met,
}

/// <summary>Whether a condition decides a verdict.</summary>
public enum Requirement
{
    Necessary,
    Contributing,
}
