using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>The subject was recorded twice: its events are read as those of another subject of the same kind.</summary>
[On]
public sealed record SubjectMerged(
    [Help("The subject that stays."), SubjectName] string Into,
    [Help("Why they are the same.")] PersonalText? Reason = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was recorded twice and is the same as {into}[: {reason}]";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Into == Subject)
            yield return ValidationIssue.Refuse("into", "same_subject", "is the subject itself: name the other one");
        else if (!record.IsCorrection && record.Subject(Into)?.Name is { } name && name == record.Subject(Subject)?.Name)
            yield return ValidationIssue.Refuse("into", "same_subject", "is read as this subject already: they were merged before");
        else if (record.Subject(Into) is { Kind: { } other } && record.Subject(Subject) is { Kind: { } own })
        {
            if (own != other)
                yield return ValidationIssue.Refuse("into", "other_kind", $"is a {other}, and {Subject} is a {own}: only subjects of one kind can be merged");
            else if (own == SubjectKind.Campaign)
                yield return ValidationIssue.Refuse("subject", "campaign_merged", "is a campaign: campaigns cannot be merged");
        }
    }
}
