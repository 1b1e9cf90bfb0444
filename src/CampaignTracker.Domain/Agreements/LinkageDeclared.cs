using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A body says that some or all gates depend on reform.</summary>
[On(SubjectKind.Agreement)]
public sealed record LinkageDeclared(
    [Help("Who says so."), DirectoryName] string By,
    [Help("How binding it is.")] LinkageStrength Strength,
    [Help("In which words.")] PersonalText Wording,
    [Help("What must improve: political reform and human rights.")] string IssueArea,
    [Help("The milestones that it covers; leave it out for all.")] IReadOnlyList<Milestone>? Milestones = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} declared that {subject} depends on {issueArea} ({strength}): “{wording}”";

    /// <summary>True for a milestone that it speaks of: every one, where it names none.</summary>
    public bool Names(Milestone milestone) => Milestones is not { Count: > 0 } some || some.Contains(milestone);

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Subject(Subject)?.Opening is not AgreementDefined agreement) yield break;
        if (agreement.BodyNamed(By) is null)
            yield return ValidationIssue.Warn("by", "not_a_body", $"is no body that the definition of {Subject} names: what others urge is a demand, and links nothing");
        else if (Strength == LinkageStrength.Committed && !Enum.GetValues<Milestone>().Any(gate => Names(gate) && agreement.Holds(By, gate)))
            yield return ValidationIssue.Warn("strength", "holds_no_gate", "is Committed, but the body holds none of the gates: it reads as Political there");
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
