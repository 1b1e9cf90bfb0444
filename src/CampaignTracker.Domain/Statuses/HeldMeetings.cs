using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>The meetings of a series, and the gaps between them by V.</summary>
/// <param name="InOrder">The meetings in the order of their dates.</param>
/// <param name="Gaps">Where the rhythm of the series expected a meeting and none is recorded.</param>
internal sealed record HeldMeetings(IReadOnlyList<Fact> InOrder, IReadOnlyList<DialogueGap> Gaps)
{
    /// <summary>How many expected meetings are not recorded.</summary>
    public int Missed => Gaps.Sum(gap => gap.Missed);

    public static HeldMeetings Of(CampaignState state, SubjectHistory series)
    {
        List<Fact> held =
            [.. series.Facts.Where(fact => fact.Event is DialogueHeld).OrderBy(fact => fact.Event.Occurred).ThenBy(fact => fact.Id)];
        var every = (series.Opening?.Event as DialogueSeriesOpened)?.ExpectedEveryMonths;
        return new(held, every is { } months ? DialogueGap.Of(held, months, state.Viewpoint.AsOf) : []);
    }
}
