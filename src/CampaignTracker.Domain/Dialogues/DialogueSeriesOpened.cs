using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>Opens a series of meetings.</summary>
[Opens(SubjectKind.Dialogue)]
public sealed record DialogueSeriesOpened(
    [Help("What the series is called.")] string Name,
    [Help("Every how many months a meeting is expected; leave it out where there is no rhythm.")] int? ExpectedEveryMonths = null,
    [Help("Who meets."), DirectoryName] IReadOnlyList<string>? Parties = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The series {name} was opened";

    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (ExpectedEveryMonths is < 1 or > 120)
            yield return ValidationIssue.Refuse("expectedEveryMonths", "out_of_range", "is no rhythm: give a number of months from 1 to 120");
    }
}
