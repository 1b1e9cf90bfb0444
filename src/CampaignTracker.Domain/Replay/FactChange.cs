using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>An event that two states read differently: in one alone, corrected, retracted, or placed otherwise against V.</summary>
/// <param name="Before">As the first state knows it; null where it does not.</param>
/// <param name="After">As the second state knows it; null where it does not.</param>
/// <param name="Kind">What makes the difference.</param>
/// <param name="Undone">True where one goes back.</param>
internal sealed record FactChange(Fact? Before, Fact? After, CauseKind Kind, bool Undone)
{
    public Fact Fact => After ?? Before!;

    /// <summary>Every event that two states read differently, by id.</summary>
    public static Dictionary<Guid, FactChange> Between(CampaignState from, CampaignState to)
    {
        var changes = new Dictionary<Guid, FactChange>();
        var before = from.Knowledge.Facts.ToDictionary(fact => fact.Id);
        foreach (var after in to.Knowledge.Facts)
        {
            before.Remove(after.Id, out var known);
            if (Of(from, to, known, after) is { } change) changes.Add(after.Id, change);
        }
        foreach (var known in before.Values)
        {
            if (Of(from, to, known, null) is { } change) changes.Add(known.Id, change);
        }
        return changes;
    }

    private static FactChange? Of(CampaignState from, CampaignState to, Fact? before, Fact? after)
    {
        // Amendments are told with what they amend.
        if ((after ?? before)!.Recorded.Event is EventCorrected or EventRetracted) return null;
        var (counted, counts) = (Placed(from, before), Placed(to, after));
        // What a demand is about is read whatever V: that it was opened counts before its day.
        if (counted == default && counts == default && Opens(before) == Opens(after)) return null;
        var unlearned = after is null || (before is not null && Latest(before) > Latest(after));
        if (before is null || after is null)
        {
            var known = (after ?? before)!;
            // What was both recorded and dated in between happened in between.
            var kind = known.Event is ClaimsReconciled ? CauseKind.Reconciled
                : Placed(after is null ? to : from, known) == default ? CauseKind.HappenedInBetween
                : CauseKind.LearnedInBetween;
            return new(before, after, kind, unlearned);
        }
        if (before.Retracted != after.Retracted) return new(before, after, CauseKind.Retracted, before.Retracted);
        if (!before.Amendments.Select(Mark).SequenceEqual(after.Amendments.Select(Mark))) return new(
            before, after, CauseKind.Corrected, unlearned);
        return counted == counts ? null : new(before, after, CauseKind.HappenedInBetween, counted > counts);
    }

    private static bool Opens(Fact? fact) => fact is { Retracted: false } && EventCatalogue.Of(fact.Event).Opens is not null;

    private static (long, string) Mark(RecordedEvent amendment) =>
        (amendment.Sequence, amendment.Event is EventCorrected correction ? string.Join(',', correction.Changes) : "");

    private static long Latest(Fact fact) => fact.Amendments.Count == 0 ? 0 : fact.Amendments[^1].Sequence;

    /// <summary>How far a fact has come about in a state; nothing where it does not count there.</summary>
    private static Placement Placed(CampaignState state, Fact? fact)
    {
        if (fact is null || fact.Retracted) return Placement.Absent;
        if (fact.IsKnowledge || state.Viewpoint.AsOf is not { } asOf) return Placement.Certain;
        if (fact.Event.Occurred.Earliest > asOf.Latest) return Placement.Absent;
        var moves = fact.Event.MovesAt();
        return moves.Latest <= asOf.Latest ? Placement.Certain : moves.Earliest <= asOf.Latest ? Placement.Possible : Placement.Reported;
    }

    private enum Placement
    {
        Absent,
        /// <summary>It has occurred, and takes effect later.</summary>
        Reported,
        /// <summary>Its dates leave open whether it has come about.</summary>
        Possible,
        Certain,
    }
}
