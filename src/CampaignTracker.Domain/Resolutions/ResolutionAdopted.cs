using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Resolutions;

/// <summary>An institution adopts a text: a resolution, a recommendation, conclusions.</summary>
[Opens(SubjectKind.Resolution)]
public sealed record ResolutionAdopted(
    [DirectoryName] string Body,
    ResolutionKind Kind,
    string Title,
    IReadOnlyList<Identifier>? Identifiers = null,
    string? RuleAsCited = null,
    Votes? Votes = null,
    [DirectoryName] IReadOnlyList<string>? TabledBy = null) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Title;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        foreach (var issue in Votes.Check("votes", Votes)) yield return issue;
        if (Occurred is { IsDay: true, Earliest.DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday })
            yield return ValidationIssue.Warn("occurred", "weekend", ("day", Occurred.Earliest.DayOfWeek));
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
