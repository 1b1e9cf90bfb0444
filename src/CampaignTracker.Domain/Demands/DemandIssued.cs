using CampaignTracker.Domain.Campaigns;
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
    EdtfDate? AnswerDue = null,
    [Implied] Measure? MeasuredBy = null,
    PersonalText? ShortTitle = null,
    [SubjectName(SubjectKind.Case)] IReadOnlyList<string>? AlsoAbout = null) : CampaignEvent
{
    /// <summary>
    /// What its fulfilment is measured by, where it does not say: the liberty of the person or the restriction that it is about, else
    /// reviewers.
    /// </summary>
    /// <param name="about">What the subject is that it is about; null where it is about none.</param>
    public static Measure UsualMeasure(SubjectKind? about) => about switch
    {
        SubjectKind.Case => Measure.Liberty,
        SubjectKind.Restriction => Measure.Restriction,
        _ => Measure.Reviewer,
    };

    /// <summary>True for a name under which the demand is addressed to somebody.</summary>
    public bool IsAddressedTo(string name) => Addressees.Any(addressee => Side.Is(name, addressee));

    public override PersonalText? SubjectTitle() => Text;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Addressees.Count == 0)
            yield return ValidationIssue.Refuse("addressees", "no_addressee");
        // A subject that cannot be found is refused by its name.
        var about = About is null ? null : record.Subject(About)?.Kind;
        if (MeasuredBy is { } measure and not Measure.Reviewer && measure != UsualMeasure(about) && (About is null || about is not null))
            yield return ValidationIssue.Refuse(
                "measuredBy", measure == Measure.Liberty ? "measure_does_not_fit:liberty" : "measure_does_not_fit:restriction");
    }
}

/// <summary>What the fulfilment of a demand is measured by.</summary>
public enum Measure
{
    /// <summary>The liberty of the person that it is about.</summary>
    Liberty,
    /// <summary>The restriction that it is about.</summary>
    Restriction,
    /// <summary>What reviewers assess.</summary>
    Reviewer,
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
