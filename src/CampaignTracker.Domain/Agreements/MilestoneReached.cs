using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>The agreement passes a gate.</summary>
[On(SubjectKind.Agreement)]
public sealed record MilestoneReached(
    Milestone Milestone,
    [DirectoryName] IReadOnlyList<string>? By = null,
    IReadOnlyList<Ground>? Grounds = null,
    Votes? Votes = null,
    IReadOnlyList<Identifier>? Identifiers = null,
    string? Place = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
        if (Milestones.OutOfOrder(this, record.Subject(Subject)) is { } later)
            yield return ValidationIssue.Warn("milestone", "out_of_order", ("later", later.Milestone), ("on", later.Occurred));
    }
}
