using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>An institution adopts a text: a resolution, a recommendation, conclusions.</summary>
[Opens(SubjectKind.Resolution)]
public sealed record ResolutionAdopted(
    [Help("Who adopted it: European Parliament, Council."), DirectoryName] string Body,
    [Help("What kind of text it is.")] ResolutionKind Kind,
    [Help("Its title.")] string Title,
    [Help("Its identifiers, each with its scheme: procedure 2013/2600(RSP), ta P7_TA(2013)0190, celex 52013IP0190.")] IReadOnlyList<Identifier>? Identifiers = null,
    [Help("The rule of procedure exactly as the text cites it: rule numbers drift from term to term.")] string? RuleAsCited = null,
    [Help("How the vote went.")] Votes? Votes = null,
    [Help("The groups or members that tabled it."), DirectoryName] IReadOnlyList<string>? TabledBy = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{body} adopted “{title}”[, {votes}]";

    public override PersonalText? SubjectTitle() => Title;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Occurred is { IsDay: true, Earliest.DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday })
            yield return ValidationIssue.Warn("occurred", "weekend", $"is a {Occurred.Earliest.DayOfWeek}: texts are rarely adopted on a weekend");
    }
}

/// <summary>What a text is. Our own classification: the procedure code does not tell (an "(RSP)" need not be an urgency).</summary>
public enum ResolutionKind
{
    UrgencyResolution,
    ResolutionWindingUpStatement,
    OwnInitiativeReport,
    Recommendation,
    AccompanyingResolution,
    LegislativeResolution,
    Conclusions,
    Decision,
    Statement,
    Other,
}
