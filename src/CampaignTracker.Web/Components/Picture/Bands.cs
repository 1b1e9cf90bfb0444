using CampaignTracker.Domain.Statuses;
using static CampaignTracker.Web.Components.Picture.Paths;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// Draws a status over time as a band. Its thickness tells the rank, its shade only adds: thick is not delivered, a line is
/// delivered; where sources disagree both lie side by side.
/// </summary>
/// <param name="scale">Days to places along the band.</param>
/// <param name="day">The last day that is drawn.</param>
/// <param name="down">True for a band that runs downward.</param>
/// <param name="height">How thick a band is that is not delivered.</param>
internal sealed class Bands(TimeScale scale, DateOnly day, bool down, double height = Bands.Height)
{
    /// <summary>How thick a band is that is not delivered.</summary>
    public const double Height = 22;

    private const double LeastSlope = 3;

    /// <summary>How thick a status is drawn, against the thickest.</summary>
    public static double ThicknessOf(IReadOnlyList<Rank> ranks, double height = Height) => height / Height * (ranks is [var rank]
        ? rank switch
    {
        Rank.Met => 4,
        Rank.MetConditionally => 10,
        Rank.PartlyMet => 16,
        _ => 22,
    } : 22);

    /// <summary>The pieces of one band.</summary>
    /// <param name="across">Where its middle lies.</param>
    public IEnumerable<Shape> Draw(IReadOnlyList<PictureBand> bands, double across)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var band = bands[i];
            if (band.From.Earliest > day) yield break;
            var (before, after) = (i == 0 ? null : bands[i - 1], i + 1 < bands.Count ? bands[i + 1] : null);
            var from = BeginOf(before, band, out var slope);
            var to = after is null || after.From.Earliest > day ? scale.At(Min(band.To?.Latest)) : scale.At(after.From.Earliest);
            foreach (var shape in Straight(band, from, to, across)) yield return shape;
            if (slope is { } open)
                yield return Slanted(open.From, open.To, ThicknessOf(before?.Ranks ?? [Rank.Met]), ThicknessOf(band.Ranks), across);
        }
    }

    // Over the days of a partial date the thicker band slants towards the thinner one.
    private double BeginOf(PictureBand? before, PictureBand band, out (double From, double To)? slope)
    {
        var (from, to) = (scale.At(band.From.Earliest), scale.At(Min(band.From.Latest)));
        slope = band.Ranks.Count == 1 && before is not { Ranks.Count: > 1 } && to - from >= LeastSlope ? (from, to) : null;
        return slope is null ? from : to;
    }

    private IEnumerable<Shape> Straight(PictureBand band, double from, double to, double across)
    {
        if (to <= from) yield break;
        var k = height / Height;
        if (band.Ranks.Count != 1)
        {
            yield return Part(from, to, across - 11 * k, 10 * k, new("held"));
            var thinner = band.Ranks.Max() == Rank.PartlyMet ? new Paint("held") : new Paint("cond", "delivered");
            yield return Part(from, to, across + 1.5 * k, 9.5 * k, thinner);
            yield break;
        }
        var thick = ThicknessOf(band.Ranks, height);
        var (fill, edge) = band.Ranks[0] switch
        {
            Rank.Met => ("delivered", "delivered"),
            Rank.MetConditionally => ("cond", "delivered"),
            _ => ("held", "held"),
        };
        if (band.Confirmed)
        {
            yield return Part(from, to, across - thick / 2, thick, band.Ranks[0] == Rank.MetConditionally ? new(fill, edge) : new(fill));
            yield break;
        }
        // The edge of what is not confirmed is dashed; a dark band draws in, so that one can see it.
        var inset = band.Ranks[0] < Rank.MetConditionally ? 2.5 : 0;
        if (inset > 0) yield return Part(from, to, across - thick / 2 + inset, thick - 2 * inset, new(fill));
        yield return Part(from, to, across - thick / 2, thick, new(band.Ranks[0] == Rank.MetConditionally ? fill : null, edge, 1.4, "5 3"));
    }

    private Trace Slanted(double from, double to, double before, double after, double across)
    {
        var (one, other) = (before / 2 * height / Height, after / 2 * height / Height);
        var path = down
            ? Drawn($"M{across - one} {from}L{across + one} {from}L{across + other} {to}L{across - other} {to}z")
            : Drawn($"M{from} {across - one}L{from} {across + one}L{to} {across + other}L{to} {across - other}z");
        return new(path, new(Math.Max(before, after) > 10 ? "held" : "delivered"));
    }

    /// <summary>The cuts of one band where years are cut short.</summary>
    public IEnumerable<Shape> Cut(IEnumerable<double> breaks, double across)
    {
        var half = height / 2 + 3;
        foreach (var at in breaks)
        {
            yield return new Trace(
                down
                    ? Drawn($"M{across - half} {at}l{2 * half} -6M{across - half} {at + 5}l{2 * half} -6")
                    : Drawn($"M{at - 6.5} {across + half}l7 {-2 * half}M{at - 0.5} {across + half}l7 {-2 * half}"),
                new(null, "paper", 2.5));
        }
    }

    private Box Part(double from, double to, double across, double thick, Paint paint) =>
        new(down ? new(across, from, thick, to - from) : new(from, across, to - from, thick), paint);

    private DateOnly Min(DateOnly? other) => other is { } date && date < day ? date : day;
}
