using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>
/// What has a day in each world: a fact, a gate, a demand, a linkage, a withdrawal, an attachment, a detachment, a closing; or another event
/// that is tied to one of these by <c>follows</c>. Recorded once or more.
/// </summary>
internal sealed class DatedItem
{
    /// <param name="index">Its place among the items.</param>
    /// <param name="recordings">Its recordings, the first one first.</param>
    /// <param name="until">V; null where the world is open.</param>
    public DatedItem(int index, IReadOnlyList<Fact> recordings, EdtfDate? until)
    {
        (Index, Recordings) = (index, recordings);
        var date = DateOf(Event);
        First = date.Earliest.DayNumber;
        // As of V no item has a day after V. A contested matter begins on the first day of its date.
        Last = Event is StatusContested ? First : until is null ? date.Latest.DayNumber : Math.Min(date.Latest.DayNumber, until.Latest.DayNumber);
        IsOfThatDay = date.IsDay;
        var times = recordings.Select(fact => fact.Event.At).OfType<TimeOfDay>().Distinct().ToList();
        // Two times of one gate that differ say nothing; a fact with two is two facts.
        Time = times is [var one] ? one : null;
        var (recorded, now) = (DateOf(recordings[0].Recorded.Event), date);
        if (IsOfThatDay && (recorded.Earliest, recorded.Latest) == (now.Earliest, now.Latest))
            Line = (recordings[0].Recorded.Batch, recordings[0].Recorded.Position);
    }

    public int Index { get; }

    public IReadOnlyList<Fact> Recordings { get; }

    public CampaignEvent Event => Recordings[0].Event;

    /// <summary>The id by which an answer names it.</summary>
    public Guid Id => Recordings.Min(fact => fact.Id);

    public long Sequence => Recordings[0].Recorded.Sequence;

    public bool IsConfirmed => Recordings.Any(fact => fact.Event.Confidence == Confidence.Confirmed);

    /// <summary>The first day that it may have, as a number.</summary>
    public int First { get; }

    /// <summary>The last day that it may have.</summary>
    public int Last { get; }

    /// <summary>True when it is dated to exactly one day.</summary>
    public bool IsOfThatDay { get; }

    public TimeOfDay? Time { get; }

    /// <summary>The batch or file in which it was first recorded, and its line there; null for one that has left that order.</summary>
    public (string Batch, int Line)? Line { get; }

    /// <summary>The items that it names in <c>follows</c>, those that stand in a ring left out.</summary>
    public List<DatedItem> Follows { get; set; } = [];

    /// <summary>True for what a verdict or an annotation may rest on; false for what only stands in a chain of <c>follows</c>.</summary>
    public bool Counts { get; set; }

    /// <summary>True for a gate that is judged.</summary>
    public bool IsGate { get; set; }

    /// <summary>For a contested matter, what its claims amount to: each world has one.</summary>
    public IReadOnlyList<Effect> Claims { get; set; } = [];

    /// <summary>The days that are tried.</summary>
    public IReadOnlyList<int> Days { get; set; } = [];

    public override string ToString() => $"{Event.GetType().Name} on {Event.Subject} {Event.Occurred}";

    /// <summary>The date by which an event counts: a gate, an issue and an attachment by the day of the decision, all else by its effect.</summary>
    public static EdtfDate DateOf(CampaignEvent e) =>
        e is MilestoneReached or MilestonePostponed or JustificationGiven or DemandIssued or ConditionAttached ? e.Occurred : e.Effective ?? e.Occurred;
}
