using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Cases;

/// <summary>An organisation or institution holds the person to be a political prisoner.</summary>
[On(SubjectKind.Case)]
public sealed record PoliticalPrisonerDesignated(
    [Help("Who says so."), DirectoryName] string By,
    [Help("By which criteria: PACE resolution 1900 (2012), prisoner of conscience.")] string Criteria) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} designated {subject} a political prisoner ({criteria})";
}
