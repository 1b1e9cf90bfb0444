using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>A fact that has occurred by V and takes effect after it: until its day it is coming, and moves no status.</summary>
/// <param name="On">When it takes effect.</param>
/// <param name="Event">What it is.</param>
public sealed record ComingEvent(EdtfDate On, ShownEvent Event)
{
    /// <summary>What is coming on subjects, in the order of its dates.</summary>
    internal static IReadOnlyList<ComingEvent> Of(CampaignState state, params IEnumerable<SubjectHistory> histories) =>
    [
        .. histories.Distinct().SelectMany(history => history.Facts).Where(fact => !fact.IsKnowledge && !state.MayMove(fact)).Order()
            .Select(fact => new ComingEvent(fact.Event.MovesAt(), ShownEvent.Of(state, fact))),
    ];
}
