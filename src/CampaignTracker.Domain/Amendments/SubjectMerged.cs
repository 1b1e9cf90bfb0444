using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>The subject was recorded twice: its events are read as those of another subject of the same kind.</summary>
[On]
public sealed record SubjectMerged(
    [SubjectName] string Into,
    PersonalText? Reason = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (Into == Subject)
            yield return ValidationIssue.Refuse("into", "same_subject");
        else if (record.Subject(Into) is { Kind: { } other } && record.Subject(Subject) is { Kind: { } own })
        {
            if (own != other)
                yield return ValidationIssue.Refuse("into", "other_kind", ("kind", other), ("subject", Subject), ("own", own));
            else if (own == SubjectKind.Campaign)
                yield return ValidationIssue.Refuse("subject", "campaign_merged");
        }
    }
}
