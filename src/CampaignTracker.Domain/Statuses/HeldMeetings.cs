using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>The meetings of a series, and the gaps between them by V.</summary>
/// <param name="InOrder">The meetings in the order of their dates.</param>
/// <param name="Gaps">Where the rhythm of the series expected a meeting and none is recorded.</param>
internal sealed record HeldMeetings(IReadOnlyList<Fact> InOrder, IReadOnlyList<DialogueGap> Gaps)
{
    /// <summary>How many expected meetings are not recorded.</summary>
    public int Missed => Gaps.Sum(gap => gap.Missed);

    /// <summary>
    /// True where a meeting that is not recorded took place, by the ordinals that the sources claim, between the numbered meetings around a
    /// date: what was due then may have been that.
    /// </summary>
    public bool MayHaveComeUnrecorded(EdtfDate due)
    {
        var before = InOrder.Count(fact => fact.Event.Occurred.Earliest <= due.Latest) - 1;
        return before >= 0 && DialogueGap.Unrecorded(InOrder, before) > 0;
    }

    public static HeldMeetings Of(CampaignState state, SubjectHistory series)
    {
        List<Fact> held =
            [.. series.Facts.Where(fact => fact.Event is DialogueHeld).OrderBy(fact => fact.Event.Occurred).ThenBy(fact => fact.Id)];
        var every = (series.Opening?.Event as DialogueSeriesOpened)?.ExpectedEveryMonths;
        return new(held, every is { } months ? DialogueGap.Of(held, months, state.Viewpoint.AsOf) : []);
    }
}
