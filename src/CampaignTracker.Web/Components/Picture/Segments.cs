using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>A piece of a condition's line of one look.</summary>
/// <param name="Says">What it says where there is room; null where nothing.</param>
public sealed record Segment(DateOnly From, DateOnly To, string Class, string? Says);

/// <summary>Cuts a status over time into what is sure, what a partial date leaves open, and what sources disagree on.</summary>
public static class Segments
{
    public static IEnumerable<Segment> Of(IReadOnlyList<PictureBand> bands, DateOnly day)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var band = bands[i];
            var next = i + 1 < bands.Count ? bands[i + 1].From : band.To;
            var sureFrom = Min(band.From.Latest, day);
            var sureTo = next is null ? day : Min(next.Earliest, day);
            // Before it has surely begun it may have: between the two days the line is open.
            if (sureFrom > band.From.Earliest) yield return new(Min(band.From.Earliest, day), sureFrom, "b-fuzzy", null);
            if (sureTo > sureFrom) yield return new(sureFrom, sureTo, ClassOf(band.Ranks), band.Says);
        }
    }

    private static string ClassOf(IReadOnlyList<Rank> ranks) => ranks.Count != 1 ? "b-contested" : ranks[0] switch
    {
        Rank.Met => "b-met",
        Rank.MetConditionally => "b-cond",
        Rank.PartlyMet => "b-part",
        _ => "b-unmet",
    };

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
