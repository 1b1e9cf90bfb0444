using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>The agreement passes a gate.</summary>
[On(SubjectKind.Agreement)]
public sealed record MilestoneReached(
    [Help("Which gate.")] Milestone Milestone,
    [Help("Who took the step: bodies, or the parties by their codes; leave it out where the body that holds the gate took it."), DirectoryName] IReadOnlyList<string>? By = null,
    [Help("The reasons given: demands, an issue area, or words.")] IReadOnlyList<Ground>? Grounds = null,
    [Help("How the vote went.")] Votes? Votes = null,
    [Help("Identifiers of the texts.")] IReadOnlyList<Identifier>? Identifiers = null,
    [Help("Where.")] string? Place = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: {milestone}[ by {by}][ in {place}][, {votes}][; grounds given: {grounds}]";

    public override IEnumerable<ValidationIssue> Check(Situation situation)
    {
        foreach (var issue in Ground.Check(Grounds, situation)) yield return issue;
        if (Milestones.OutOfOrder(this, situation.History(Subject)) is { } later)
            yield return ValidationIssue.Warn("milestone", "out_of_order", $"usually comes before {Words.Of(later.Milestone)}, which is recorded on {later.Occurred}");
    }
}
