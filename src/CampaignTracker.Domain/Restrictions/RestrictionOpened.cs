using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>Opens the record of a restriction: on a party, an outlet, an organisation, or by a law.</summary>
[Opens(SubjectKind.Restriction)]
public sealed record RestrictionOpened(
    [Help("What it is called: Ban on the Alga! party.")] string Name,
    [Help("Whom it hits.")] PersonalText? Hits = null,
    [Help("What kind it is.")] RestrictionKind Kind = RestrictionKind.Other) : CampaignEvent
{
    public override string SentenceTemplate() => "The record “{name}” was opened";

    public override PersonalText? SubjectTitle() => Name;
}

/// <summary>What a restriction falls on.</summary>
public enum RestrictionKind
{
    Party,
    Media,
    Organisation,
    Law,
    Other,
}
