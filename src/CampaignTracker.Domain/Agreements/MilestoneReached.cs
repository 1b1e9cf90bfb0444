using System.Text.Json.Serialization;
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
    string? Place = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Extent Extent = Extent.Whole,
    PersonalText? ExtentWords = null) : CampaignEvent
{
    public override string? SentenceForm() => Extent == Extent.Part ? "part" : null;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        foreach (var issue in Ground.Check(Grounds, record)) yield return issue;
        foreach (var issue in Votes.Check("votes", Votes)) yield return issue;
        if (Extent == Extent.Whole && ExtentWords is not null) yield return ValidationIssue.Warn("extentWords", "part_of_a_whole");
        if (AgreementDefined.Unnamed(By, Subject, record) is { } unnamed) yield return unnamed;
        if (record.Subject(Subject)?.Opening is AgreementDefined { Kind: var kind }
            && Milestones.DirectionOf(Milestone, kind) == GateDirection.None)
            yield return ValidationIssue.Warn("milestone", "no_gate_of_a_measure");
        if (Milestones.OutOfOrder(this, record.Subject(Subject)) is { } later)
            yield return ValidationIssue.Warn("milestone", "out_of_order", ("later", later.Milestone), ("on", later.Occurred));
        if (record.SameFact(this) is null && Milestones.Passed(this, record.Subject(Subject)) is { } twin)
            yield return ValidationIssue.Warn("milestone", "milestone_twice", ("on", twin.Occurred));
    }
}

/// <summary>How much of the benefit a gate is about.</summary>
public enum Extent
{
    Whole,
    Part,
}
