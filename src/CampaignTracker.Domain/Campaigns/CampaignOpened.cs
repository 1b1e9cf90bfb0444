using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>
/// Opens a campaign: its question, the side that promised to make progress depend on reform, and the side that is to reform.
/// </summary>
[Opens(SubjectKind.Campaign)]
public sealed record CampaignOpened(
    string Name,
    string PromisingSide,
    string ReformingSide,
    string Question) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (ShortName.Reserved.Contains(Campaign))
            yield return ValidationIssue.Refuse("campaign", "reserved_name");
        if (!Side.IsCode(PromisingSide)) yield return Side.Refusal("promisingSide");
        if (!Side.IsCode(ReformingSide)) yield return Side.Refusal("reformingSide");
        if (PromisingSide == ReformingSide)
            yield return ValidationIssue.Refuse("reformingSide", "one_side");
    }
}
