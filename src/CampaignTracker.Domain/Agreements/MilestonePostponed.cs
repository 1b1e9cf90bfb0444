using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A gate that was due is put off: the agreement is held back.</summary>
[On(SubjectKind.Agreement)]
public sealed record MilestonePostponed(
    [Help("Which gate.")] Milestone Milestone,
    [Help("Who put it off."), DirectoryName] IReadOnlyList<string>? By = null,
    [Help("Until when.")] EdtfDate? Until = null,
    [Help("The reasons given: demands, an issue area, or words.")] IReadOnlyList<Ground>? Grounds = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: the step “{milestone}” was postponed[ by {by}][ until {until}][; grounds given: {grounds}]";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
    }
}
