using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>How a disagreement was settled.</summary>
/// <param name="Event">The ClaimsReconciled event.</param>
/// <param name="Chosen">The claim that holds.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Reconciliation(Guid Event, string Chosen, string Reason, string By, DateTimeOffset At)
{
    /// <summary>The reconciliations that hold for one subject, by the recording that counts for the contested event.</summary>
    internal static Dictionary<Guid, Reconciliation> Of(SubjectHistory history) =>
        Holding(history).ToDictionary(held => held.Key, held => Of(held.Value));

    /// <summary>The reconciliations that hold, by every recording of the contested event.</summary>
    internal static Dictionary<Guid, Reconciliation> Of(Knowledge knowledge)
    {
        var found = new Dictionary<Guid, Reconciliation>();
        foreach (var history in knowledge.Histories)
        {
            var holding = Of(history);
            foreach (var recording in holding.Count == 0 ? [] : history.Recordings.Where(fact => fact.Event is StatusContested))
            {
                if (holding.TryGetValue(history.CountedFor(recording.Id), out var held)) found[recording.Id] = held;
            }
            foreach (var (contested, held) in holding) found.TryAdd(contested, held);
        }
        return found;
    }

    /// <summary>The one place that says which reconciliation holds: of several about one disagreement, the one recorded last.</summary>
    internal static Dictionary<Guid, Fact> Holding(SubjectHistory history)
    {
        var holding = new Dictionary<Guid, Fact>();
        foreach (var fact in history.Facts)
        {
            if (fact.Event is not ClaimsReconciled reconciled) continue;
            var contested = history.CountedFor(reconciled.Contested);
            if (!holding.TryGetValue(contested, out var other) || other.Recorded.Sequence < fact.Recorded.Sequence)
                holding[contested] = fact;
        }
        return holding;
    }

    private static Reconciliation Of(Fact fact)
    {
        var reconciled = (ClaimsReconciled)fact.Event;
        return new(fact.Id, reconciled.Chosen, reconciled.Reason.Value, fact.Recorded.RecordedBy, fact.Recorded.RecordedAt);
    }
}
