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
    string Question,
    int? RuleSet = null) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (ShortName.Reserved.Contains(Campaign))
            yield return ValidationIssue.Refuse("campaign", "reserved_name");
        foreach (var issue in Side.Check("promisingSide", PromisingSide)) yield return issue;
        foreach (var issue in Side.Check("reformingSide", ReformingSide)) yield return issue;
        if (PromisingSide == ReformingSide)
            yield return ValidationIssue.Refuse("reformingSide", "one_side");
        foreach (var issue in RuleSetChosen.Check("ruleSet", RuleSet)) yield return issue;
    }
}
