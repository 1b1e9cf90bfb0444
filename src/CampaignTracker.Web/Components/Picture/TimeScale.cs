using CampaignTracker.Edtf;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// Days to places. Steps stand evenly spaced, whatever time lies between them; between two anchors time runs evenly.
/// </summary>
public sealed class TimeScale
{
    private readonly List<(int Day, double At)> anchors = [];

    /// <param name="anchors">Days and their places, in order; of several on one day the first place counts.</param>
    public TimeScale(IEnumerable<(DateOnly Day, double At)> anchors)
    {
        foreach (var (day, at) in anchors)
            this.anchors.Add((Math.Max(day.DayNumber, this.anchors.Count == 0 ? 0 : this.anchors[^1].Day), at));
    }

    /// <summary>The places of the anchors.</summary>
    public IEnumerable<double> Places => anchors.Select(anchor => anchor.At);

    /// <summary>Where a day is; days before and after the scale lie at its ends.</summary>
    public double At(DateOnly day)
    {
        var number = day.DayNumber;
        var next = anchors.FindIndex(anchor => anchor.Day >= number);
        if (next < 0) return anchors[^1].At;
        if (next == 0) return anchors[0].At;
        var (before, after) = (anchors[next - 1], anchors[next]);
        return before.At + (after.At - before.At) * (number - before.Day) / (after.Day - before.Day);
    }

    /// <summary>The middle of a partial date.</summary>
    public double Middle(EdtfDate date) => (At(date.Earliest) + At(date.Latest)) / 2;

    /// <summary>The anchors between which a place lies.</summary>
    public (double From, double To) Gap(double place)
    {
        var next = anchors.FindIndex(anchor => anchor.At >= place);
        return next <= 0 ? (anchors[0].At, anchors[Math.Min(1, anchors.Count - 1)].At) : (anchors[next - 1].At, anchors[next].At);
    }

    /// <summary>
    /// Where years are cut short: in each gap in which a whole calendar year passed without anything shown, the middle of those years.
    /// </summary>
    /// <param name="shown">The days on which something shown happened.</param>
    public IReadOnlyList<double> Breaks(IEnumerable<DateOnly> shown)
    {
        var years = shown.Select(day => day.Year).ToHashSet();
        List<double> breaks = [];
        for (var i = 1; i < anchors.Count; i++)
        {
            var (from, to) = (DateOnly.FromDayNumber(anchors[i - 1].Day), DateOnly.FromDayNumber(anchors[i].Day));
            var empty = Enumerable.Range(from.Year + 1, Math.Max(0, to.Year - from.Year - 1)).Where(year => !years.Contains(year)).ToList();
            if (empty.Count == 0) continue;
            breaks.Add((At(new DateOnly(empty[0], 1, 1)) + At(new DateOnly(empty[^1], 12, 31))) / 2);
        }
        return breaks;
    }
}
