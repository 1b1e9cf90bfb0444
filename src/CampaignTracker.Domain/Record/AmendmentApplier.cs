using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>Applies corrections and retractions, those of corrections and retractions included.</summary>
internal static class AmendmentApplier
{
    /// <summary>Every event as it is known, in the order given.</summary>
    /// <param name="known">Events in the order of the log.</param>
    /// <param name="memo">Keeps what corrections made of their events, where the same events are asked for again and again.</param>
    public static List<Fact> Facts(List<RecordedEvent> known, Memo memo)
    {
        var facts = new List<Fact>(known.Count);
        var amendments = new Dictionary<Guid, List<Fact>>();
        // What amends an event was recorded after it: backwards, every amendment is settled before its target is reached.
        for (var i = known.Count - 1; i >= 0; i--)
        {
            var fact = Known(known[i], amendments, memo);
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

    private static Fact Known(RecordedEvent recorded, Dictionary<Guid, List<Fact>> amendments, Memo memo)
    {
        if (!amendments.TryGetValue(recorded.Id, out var latestFirst)) return new Fact(recorded, recorded.Event, [], Retracted: false);
        var (current, retracted, holding) = (recorded.Event, false, new List<RecordedEvent>());
        foreach (var amendment in Enumerable.Reverse(latestFirst))
        {
            if (amendment.Event is not EventCorrected correction) retracted = true;
            else if (memo.Of("corrected", amendment.Id, [current, correction],
                () => new Amended(Corrected(current, correction))).Event is { } corrected) current = corrected;
            else continue;
            holding.Add(amendment.Recorded with { Event = amendment.Event });
        }
        return new Fact(recorded, current, holding, retracted);
    }

    // A correction that does not fit its event is refused when it is recorded; what follows it in a refused batch is checked against it all
    // the same.
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

    /// <summary>What a correction made of an event; nothing where it does not fit.</summary>
    private sealed record Amended(CampaignEvent? Event);
}
