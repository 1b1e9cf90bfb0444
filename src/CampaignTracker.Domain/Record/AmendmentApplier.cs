using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>Applies corrections and retractions, those of corrections and retractions included.</summary>
internal static class AmendmentApplier
{
    /// <summary>Every event as it is known, in the order given.</summary>
    /// <param name="known">Events in the order of the log.</param>
    /// <param name="corrections">Keeps what corrections made of their events, where the same events are asked for again and again.</param>
    public static List<Fact> Facts(List<RecordedEvent> known, CorrectedEvents? corrections = null)
    {
        var facts = new List<Fact>(known.Count);
        var amendments = new Dictionary<Guid, List<Fact>>();
        // What amends an event was recorded after it: backwards, every amendment is settled before its target is reached.
        for (var i = known.Count - 1; i >= 0; i--)
        {
            var fact = Amended(known[i], amendments, corrections);
            facts.Add(fact);
            if (fact.Retracted || TargetOf(fact.Event) is not { } target) continue;
            if (!amendments.TryGetValue(target, out var those)) amendments.Add(target, those = []);
            those.Add(fact);
        }
        facts.Reverse();
        return facts;
    }

    private static Guid? TargetOf(CampaignEvent e) => e switch
    {
        EventCorrected correction => correction.Corrects,
        EventRetracted retraction => retraction.Retracts,
        _ => null,
    };

    private static Fact Amended(RecordedEvent recorded, Dictionary<Guid, List<Fact>> amendments, CorrectedEvents? corrections)
    {
        if (!amendments.TryGetValue(recorded.Id, out var latestFirst)) return new Fact(recorded, recorded.Event, [], Retracted: false);
        var (current, retracted, holding) = (recorded.Event, false, new List<RecordedEvent>());
        foreach (var amendment in Enumerable.Reverse(latestFirst))
        {
            if (amendment.Event is not EventCorrected correction) retracted = true;
            else if ((corrections is null ? Corrected(current, correction) : corrections.Of(current, correction)) is { } corrected) current = corrected;
            else continue;
            holding.Add(amendment.Recorded with { Event = amendment.Event });
        }
        return new Fact(recorded, current, holding, retracted);
    }

    // A correction that does not fit its event is refused when it is recorded; what follows it in a refused batch is checked against it all the same.
    internal static CampaignEvent? Corrected(CampaignEvent e, EventCorrected correction)
    {
        try
        {
            return EventJson.Apply(e, correction.Changes) with { Campaign = e.Campaign, Subject = e.Subject };
        }
        catch (EventFormatException)
        {
            return null;
        }
    }
}

/// <summary>What corrections made of their events: the same event and the same correction give the same object again.</summary>
internal sealed class CorrectedEvents
{
    private readonly Dictionary<EventCorrected, (CampaignEvent Of, CampaignEvent? Corrected)> known = new(ReferenceEqualityComparer.Instance);

    public CampaignEvent? Of(CampaignEvent e, EventCorrected correction)
    {
        if (known.TryGetValue(correction, out var last) && ReferenceEquals(last.Of, e)) return last.Corrected;
        var corrected = AmendmentApplier.Corrected(e, correction);
        known[correction] = (e, corrected);
        return corrected;
    }
}
