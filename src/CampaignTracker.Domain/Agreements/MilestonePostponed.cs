using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A gate that was due is put off: the agreement is held back.</summary>
[On(SubjectKind.Agreement)]
public sealed record MilestonePostponed(
    Milestone Milestone,
    [DirectoryName] IReadOnlyList<string>? By = null,
    EdtfDate? Until = null,
    IReadOnlyList<Ground>? Grounds = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
        if (AgreementDefined.Unnamed(By, Subject, record) is { } unnamed) yield return unnamed;
    }
}
