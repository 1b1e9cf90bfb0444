using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Opens the case of a person. The name is personal data; the case is called by its short name.</summary>
[Opens(SubjectKind.Case)]
public sealed record CaseOpened(
    PersonalText Name,
    IReadOnlyList<PersonalText>? Aliases = null,
    PersonalText? Role = null) : CampaignEvent
{
    public override PersonalText? SubjectTitle() => Name;
}
