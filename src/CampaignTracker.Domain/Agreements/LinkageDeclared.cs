using System.Runtime.InteropServices;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A body says that some or all gates depend on reform.</summary>
[On(SubjectKind.Agreement)]
public sealed record LinkageDeclared(
    [DirectoryName, Optional, DefaultParameterValue(null)] string? By,
    LinkageStrength Strength,
    PersonalText Wording,
    string IssueArea,
    IReadOnlyList<Milestone>? Milestones = null) : CampaignEvent
{
    /// <summary>True for a milestone that it speaks of: every one, where it names none.</summary>
    public bool Names(Milestone milestone) => Milestones is not { Count: > 0 } some || some.Contains(milestone);

    public override string? SentenceForm() => By is null ? "clause" : null;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        // A clause speaks for itself; every other linkage is somebody's word.
        if (string.IsNullOrWhiteSpace(By))
        {
            if (Strength != LinkageStrength.Codified || By is not null) yield return ValidationIssue.Refuse("by", "nobody_declares");
            yield break;
        }
        if (record.Subject(Subject)?.Opening is not AgreementDefined agreement) yield break;
        if (agreement.BodyNamed(By) is null)
            yield return ValidationIssue.Warn("by", "not_a_body", ("agreement", Subject));
        else if (Strength == LinkageStrength.Committed
            && !Enum.GetValues<Milestone>().Any(gate => Names(gate) && agreement.Holds(By, gate)))
            yield return ValidationIssue.Warn("strength", "holds_no_gate");
    }
}

/// <summary>How binding a linkage is, from the weakest.</summary>
public enum LinkageStrength
{
    Political,
    /// <summary>A promise by the body that holds the gate.</summary>
    Committed,
    /// <summary>A clause of the agreement or regulation itself.</summary>
    Codified,
}
