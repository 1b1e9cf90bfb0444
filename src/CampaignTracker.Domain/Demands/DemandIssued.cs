using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Demands;

/// <summary>One duty that somebody asks of one or more addressees.</summary>
[Opens(SubjectKind.Demand)]
public sealed record DemandIssued(
    [Help("What is asked.")] PersonalText Text,
    [Help("Who asks."), DirectoryName] string By,
    [Help("Of whom it is asked."), DirectoryName] IReadOnlyList<string> Addressees,
    [Help("The verb, verbatim: calls for, urges.")] string OperativeVerb,
    [Help("How strongly the verb asks.")] Force Force,
    [Help("How one will see that it is met. Without a criterion a demand cannot be a condition.")] PersonalText? Criterion = null,
    [Help("The case, restriction, dialogue series or agreement that it is about."), SubjectName(SubjectKind.Case, SubjectKind.Restriction, SubjectKind.Dialogue, SubjectKind.Agreement)] string? About = null,
    [Help("The text that makes the demand."), SubjectName(SubjectKind.Resolution)] string? Resolution = null,
    [Help("The paragraph of that text.")] string? Paragraph = null,
    [Help("What it is about: release, media, judiciary.")] string? Theme = null,
    [Help("By when an answer is due.")] EdtfDate? AnswerDue = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} asked of {addressees} (“{operativeVerb}”): {text}";

    public override PersonalText? SubjectTitle() => Text;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Addressees.Count == 0)
            yield return ValidationIssue.Refuse("addressees", "no_addressee", "is empty: name at least one addressee");
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
