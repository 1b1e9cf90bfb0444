using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>Opens a series of meetings.</summary>
[Opens(SubjectKind.Dialogue)]
public sealed record DialogueSeriesOpened(
    string Name,
    int? ExpectedEveryMonths = null,
    [DirectoryName] IReadOnlyList<string>? Parties = null) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (ExpectedEveryMonths is < 1 or > 120)
            yield return ValidationIssue.Refuse("expectedEveryMonths", "out_of_range:rhythm");
    }
}
