using CampaignTracker.Domain.Agreements;
using static CampaignTracker.Web.Components.Picture.Paths;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The signs of steps and of conditions at a step. Each differs in shape, so that colour only adds; they are paths, never characters of a
/// font.
/// </summary>
public static class Signs
{
    /// <summary>The radius of a step's sign.</summary>
    public const double StepRadius = 12;

    /// <summary>The radius of the sign of a condition at a step.</summary>
    public const double ConditionRadius = 8.5;

    /// <summary>The colour of a verdict's sign and words; a step that is not judged has the neutral one.</summary>
    public static string ColourOf(Verdict? verdict) => verdict switch
    {
        Verdict.AdvancedUnmet => "nothing",
        Verdict.AdvancedDespiteRegression => "worse",
        Verdict.PartlyConditioned => "some",
        Verdict.Rewarded or Verdict.Withheld => "delivered",
        Verdict.Indeterminate => "unknown",
        _ => "neutral",
    };

    /// <summary>The colour of the ground that a verdict is drawn on; null for none.</summary>
    public static string? TintOf(Verdict? verdict) => ColourOf(verdict) switch
    {
        "nothing" => "tint-n",
        "worse" => "tint-w",
        "some" => "tint-s",
        "delivered" => "tint-r",
        "unknown" => "tint-u",
        _ => null,
    };

    /// <summary>The sign of a step.</summary>
    /// <param name="verdict">Null for a step that is not judged.</param>
    public static IReadOnlyList<Shape> Of(Verdict? verdict, double x, double y, double r = StepRadius)
    {
        var colour = ColourOf(verdict);
        return verdict switch
        {
            Verdict.AdvancedUnmet => [new Disc(x, y, r - 1.75, new("paper", colour, 3.5))],
            Verdict.PartlyConditioned =>
            [
                new Disc(x, y, r - 1.25, new("paper", colour, 2.5)),
                new Trace(Drawn($"M{x} {y - r + 1}a{r - 1} {r - 1} 0 0 0 0 {2 * r - 2}z"), new(colour)),
            ],
            Verdict.AdvancedDespiteRegression =>
            [
                new Trace(Drawn($"M{x - r - 1} {y - r + 2}h{2 * r + 2}l{-r - 1} {2 * r - 2}z"), new(colour, colour, 1.5, null, true)),
                new Trace(Drawn($"M{x} {y - r + 5}v{0.75 * r}"), new(null, "paper", 2.2, null, true)),
            ],
            Verdict.Rewarded =>
            [
                new Disc(x, y, r, new(colour)),
                new Trace(
                    Drawn($"M{x - 0.45 * r} {y + 0.05 * r}l{0.32 * r} {0.34 * r}l{0.6 * r} {-0.72 * r}"), new(null, "paper", 2.4, null, true)),
            ],
            Verdict.Withheld => [.. Bars(x, y, r, colour, colour, "paper")],
            Verdict.StalledOtherGrounds => [.. Bars(x, y, r, "paper", colour, colour)],
            Verdict.Indeterminate => [.. Question(x, y, r + 1.5, 2.2, r / 12)],
            Verdict.LinkedWithoutConditions => [new Disc(x, y, r / 2, new("paper", colour, 1.6)), new Disc(x, y, r / 6, new(colour))],
            Verdict.NotLinked => [new Disc(x, y, 4, new("paper", colour, 1.6))],
            _ => [new Disc(x, y, r - 1.75, new("paper", colour, 1.8, "3.2 2.6"))],
        };
    }

    /// <summary>The sign of a condition at a step.</summary>
    public static IReadOnlyList<Shape> Of(ConditionSign sign, double x, double y, double r = ConditionRadius)
    {
        var k = r / ConditionRadius;
        return sign switch
        {
            ConditionSign.NotDelivered =>
            [
                new Box(new(x - 8 * k, y - 8 * k, 16 * k, 16 * k), new("paper", "ink", 1.4), 2),
                new Trace(
                    Drawn($"M{x - 3.6 * k} {y - 3.6 * k}l{7.2 * k} {7.2 * k}m0 {-7.2 * k}l{-7.2 * k} {7.2 * k}"), new(null, "ink", 1.9, null, true)),
            ],
            ConditionSign.Worse =>
            [
                new Trace(Drawn($"M{x - 10 * k} {y - 7.5 * k}h{20 * k}l{-10 * k} {17 * k}z"), new("paper", "worse", 1.8, null, true)),
                new Trace(Drawn($"M{x} {y - 4.5 * k}v{6.1 * k}"), new(null, "worse", 2.2, null, true)),
            ],
            ConditionSign.Partly =>
            [
                new Disc(x, y, r, new("paper", "delivered", 1.8)),
                new Trace(Drawn($"M{x} {y - r}a{r} {r} 0 0 0 0 {2 * r}z"), new("delivered")),
            ],
            ConditionSign.DeliveredNow =>
                [new Disc(x, y, r + 0.6, new("delivered", "paper", 1.2)), Tick(x, y, k, "paper")],
            ConditionSign.DeliveredEarlier =>
                [new Disc(x, y, r, new("paper", "delivered", 1.8)), Tick(x, y, k, "delivered")],
            _ => [.. Question(x, y, r + 1.5, 1.8, 0.73 * k)],
        };
    }

    /// <summary>An event on a band that does not change there: something got worse.</summary>
    public static Trace Event(double x, double y) => new(Drawn($"M{x - 7} {y - 6}h14l-7 12z"), new("worse", "paper", 1.5));

    private static Trace Tick(double x, double y, double k, string colour) =>
        new(Drawn($"M{x - 3.8 * k} {y + 0.4 * k}l{2.7 * k} {2.9 * k}l{5.1 * k} {-6.1 * k}"), new(null, colour, 2, null, true));

    private static IEnumerable<Shape> Bars(double x, double y, double r, string fill, string edge, string bars)
    {
        var half = r - 1.5;
        yield return new Box(new(x - half, y - half, 2 * half, 2 * half), new(fill, edge, 2), 2.5);
        yield return new Trace(Drawn($"M{x - 3} {y - 4}v8M{x + 3} {y - 4}v8"), new(null, bars, 2.4));
    }

    private static IEnumerable<Shape> Question(double x, double y, double half, double width, double k)
    {
        yield return new Trace(
            Drawn($"M{x} {y - half}l{half} {half}l{-half} {half}l{-half} {-half}z"), new("paper", "unknown", width));
        yield return new Trace(
            Drawn($"M{x - 3.3 * k} {y - 2.8 * k}a{3.3 * k} {3.3 * k} 0 1 1 {4.8 * k} {2.8 * k}q{-1.5 * k} {0.9 * k} {-1.5 * k} {2.2 * k}"),
            new(null, "unknown", 1.8, null, true));
        yield return new Disc(x, y + 5.7 * k, 1.25 * k, new("unknown"));
    }
}
