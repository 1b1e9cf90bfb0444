using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A body gives its reasons at a gate.</summary>
[On(SubjectKind.Agreement)]
public sealed record JustificationGiven(
    [EventId(onSameSubject: true)] Guid Gate,
    [DirectoryName] string By,
    IReadOnlyList<Ground> Grounds) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Grounds.Count == 0) yield return ValidationIssue.Refuse("grounds", "no_ground");
        if (record.Event(Gate) is { Event: not (MilestoneReached or MilestonePostponed) })
            yield return ValidationIssue.Refuse("gate", "no_gate");
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
    }
}
