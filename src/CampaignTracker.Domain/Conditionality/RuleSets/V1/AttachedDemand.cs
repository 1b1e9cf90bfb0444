using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// A demand that is a condition of an agreement at a gate: issued and attached before it, and neither detached nor closed.
/// </summary>
/// <param name="History">The demand.</param>
/// <param name="Attachments">Its attachments that may lie before the gate, in order; the last one says whether it is necessary.</param>
/// <param name="OrderAssumed">True when the order of its issue, attachment or end to the gate is unknown, and read as before.</param>
internal sealed record AttachedDemand(SubjectHistory History, IReadOnlyList<Fact> Attachments, bool OrderAssumed)
{
    public DemandIssued Issued => (DemandIssued)History.Opening!.Event;

    public Requirement Requirement => ((ConditionAttached)Attachments[^1].Event).Requirement;

    /// <summary>True where it rests on the same facts.</summary>
    public bool IsSame(AttachedDemand other) => History.Name == other.History.Name && OrderAssumed == other.OrderAssumed
        && ReferenceEquals(History.Opening, other.History.Opening)
        && Attachments.SequenceEqual(other.Attachments, ReferenceEqualityComparer.Instance);

    /// <summary>The conditions of an agreement at a gate, by the short names of their demands.</summary>
    public static IEnumerable<AttachedDemand> At(CampaignState state, SubjectHistory agreement, Gate gate)
    {
        Placing Place(Fact fact) => gate.Point.Place(CountsFrom(fact));

        foreach (var group in agreement.Recordings
            .Where(fact => fact.Event.Condition() is not null && Place(fact) != Placing.NotBefore)
            .GroupBy(fact => state.Knowledge.Canonical(fact.Event.Condition()!), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // An attachment recorded twice must not undo a detachment of the same day.
            var facts = DuplicateFacts.FirstOf(group).Order().OrderBy(CountsFrom).ToList();
            if (facts[^1].Event is not ConditionAttached) continue;
            if (state.History(group.Key) is not { Opening.Event: DemandIssued } demand
                || Place(demand.Opening) == Placing.NotBefore) continue;
            if (demand.Closings.Any(fact => Place(fact) != Placing.NotBefore)) continue;
            yield return new AttachedDemand(
                demand,
                [.. facts.Where(fact => fact.Event is ConditionAttached)],
                facts.Append(demand.Opening).Any(fact => Place(fact) == Placing.Unknown));
        }
    }

    /// <summary>
    /// A demand is a condition from the day on which it was issued and attached; it ends when its detachment or closing takes effect.
    /// </summary>
    public static EdtfDate CountsFrom(Fact fact) =>
        fact.Event is DemandIssued or ConditionAttached ? fact.Event.Occurred : fact.Event.MovesAt();
}
