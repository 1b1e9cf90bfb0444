using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>An organisation or institution holds the person to be a political prisoner.</summary>
[On(SubjectKind.Case)]
public sealed record PoliticalPrisonerDesignated(
    [DirectoryName] string By,
    string Criteria) : CampaignEvent;
