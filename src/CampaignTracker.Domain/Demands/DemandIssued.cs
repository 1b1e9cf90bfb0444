using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Demands;

/// <summary>One duty that somebody asks of one or more addressees.</summary>
[Opens(SubjectKind.Demand)]
public sealed record DemandIssued(
    PersonalText Text,
    [DirectoryName] string By,
    [DirectoryName] IReadOnlyList<string> Addressees,
    string OperativeVerb,
    Force Force,
    PersonalText? Criterion = null,
    [SubjectName(SubjectKind.Case, SubjectKind.Restriction, SubjectKind.Dialogue, SubjectKind.Agreement)] string? About = null,
    [SubjectName(SubjectKind.Resolution)] string? Resolution = null,
    string? Paragraph = null,
    string? Theme = null,
    EdtfDate? AnswerDue = null) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Text;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Addressees.Count == 0)
            yield return ValidationIssue.Refuse("addressees", "no_addressee");
    }
}

/// <summary>How strongly an operative verb asks, from the weakest.</summary>
public enum Force
{
    Concern,
    Encouragement,
    Call,
    Urge,
    Demand,
}
