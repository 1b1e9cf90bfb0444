using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>Whether an assessment was reviewed by somebody else than who recorded its evidence.</summary>
internal static class Reviews
{
    /// <summary>
    /// True for an assessment, as it now reads, whose evidence was recorded by a person who recorded it, or who corrected what it found or
    /// rests on.
    /// </summary>
    public static bool IsUnreviewed(Fact fact, Knowledge knowledge)
    {
        if (fact.Event is not FulfilmentAssessed { Fulfilment: Fulfilment.Met or Fulfilment.MetConditionally } assessed) return false;
        var recorders = fact.Amendments.Where(ChangesWhatWasFound).Append(fact.Recorded).Select(recorded => recorded.RecordedBy)
            .ToHashSet();
        return (assessed.Evidence ?? []).Any(id => knowledge.Fact(id) is { } evidence && recorders.Contains(evidence.Recorded.RecordedBy));
    }

    private static bool ChangesWhatWasFound(RecordedEvent amendment) => amendment.Event is EventCorrected corrected
        && corrected.Changes.Keys.Any(field => field is "fulfilment" or "evidence");
}
