using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>Opens the record of a restriction: on a party, an outlet, an organisation, or by a law.</summary>
[Opens(SubjectKind.Restriction)]
public sealed record RestrictionOpened(
    string Name,
    PersonalText? Hits = null,
    RestrictionKind Kind = RestrictionKind.Other) : CampaignEvent
{
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
