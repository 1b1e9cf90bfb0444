using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>Opens the case of a person. The name is personal data; the case is called by its short name.</summary>
[Opens(SubjectKind.Case)]
public sealed record CaseOpened(
    [Help("The person's name.")] PersonalText Name,
    [Help("Other spellings and names.")] IReadOnlyList<PersonalText>? Aliases = null,
    [Help("What the person is: party leader, human rights defender, journalist.")] PersonalText? Role = null) : CampaignEvent
{
    public override string SentenceTemplate() => "The case of {name}[, {role},] was opened";

    public override PersonalText? SubjectTitle() => Name;
}
