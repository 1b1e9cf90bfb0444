using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>Opens a campaign: its question, the side that promised to make progress depend on reform, and the side that is to reform.</summary>
[Opens(SubjectKind.Campaign)]
public sealed record CampaignOpened(
    [Help("What the campaign is called.")] string Name,
    [Help("The side that promised to make progress depend on reform: an ISO 3166-1 alpha-2 code or EU.")] string PromisingSide,
    [Help("The side that is to reform: an ISO 3166-1 alpha-2 code or EU.")] string ReformingSide,
    [Help("The question that the campaign asks.")] string Question) : CampaignEvent
{
    public override string SentenceTemplate() => "The campaign {name} was opened: {question}";

    public override PersonalText? SubjectTitle() => Name;

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (ShortName.Reserved.Contains(Campaign))
            yield return ValidationIssue.Refuse("campaign", "reserved_name", "is an address of the program itself: choose another short name, such as eu-kazakhstan");
        if (!Side.IsCode(PromisingSide)) yield return Side.Refusal("promisingSide");
        if (!Side.IsCode(ReformingSide)) yield return Side.Refusal("reformingSide");
        if (PromisingSide == ReformingSide)
            yield return ValidationIssue.Refuse("reformingSide", "one_side", "is the promising side: name the other side");
    }
}
