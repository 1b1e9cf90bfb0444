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
    /// <summary>The settlements of one subject, by the recording that counts for the contested event.</summary>
    internal static Dictionary<Guid, Reconciliation> Of(SubjectHistory history) => Of(history.Facts, history.CountedFor);

    /// <summary>The settlements that hold, by the contested event: of several the one recorded last.</summary>
    internal static Dictionary<Guid, Reconciliation> Of(IEnumerable<Fact> facts, Func<Guid, Guid>? counted = null)
    {
        var settled = new Dictionary<Guid, Reconciliation>();
        foreach (var fact in facts.Where(fact => !fact.Retracted && fact.Event is ClaimsReconciled).OrderBy(fact => fact.Recorded.Sequence))
        {
            var reconciled = (ClaimsReconciled)fact.Event;
            settled[counted?.Invoke(reconciled.Contested) ?? reconciled.Contested] = new(
                fact.Id, reconciled.Chosen, reconciled.Reason.Value, fact.Recorded.RecordedBy, fact.Recorded.RecordedAt);
        }
        return settled;
    }
}
