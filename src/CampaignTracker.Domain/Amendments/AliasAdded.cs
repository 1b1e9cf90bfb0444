using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>Another name by which the subject is found: a transliteration, an abbreviation, a former name.</summary>
[On]
public sealed record AliasAdded(PersonalText Alias) : CampaignEvent;
