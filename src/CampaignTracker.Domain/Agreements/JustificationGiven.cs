using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A body gives its reasons at a gate.</summary>
[On(SubjectKind.Agreement)]
public sealed record JustificationGiven(
    [Help("The MilestoneReached or MilestonePostponed event that the reasons are for."), EventId(onSameSubject: true)] Guid Gate,
    [Help("Who gives them."), DirectoryName] string By,
    [Help("The reasons: demands, an issue area, or words.")] IReadOnlyList<Ground> Grounds) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} gave reasons: {grounds}";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Grounds.Count == 0) yield return ValidationIssue.Refuse("grounds", "no_ground", "is empty: give at least one reason");
        if (record.Event(Gate) is { Event: not (MilestoneReached or MilestonePostponed) })
            yield return ValidationIssue.Refuse("gate", "no_gate", "is neither a MilestoneReached nor a MilestonePostponed event");
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
    }
}
