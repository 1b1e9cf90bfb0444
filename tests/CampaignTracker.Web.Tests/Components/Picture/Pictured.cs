using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

/// <summary>Pictures in the making.</summary>
internal static class Pictured
{
    public static PictureContent Of(IEnumerable<string> gates, params string[][] lines) => new(
        "EPCA",
        [.. gates.Select(date => new PictureGate(
            Guid.NewGuid(), "Negotiations concluded", EdtfDate.Parse(date), date, Verdict.AdvancedUnmet, "advanced, unmet", false, $"Gate of {date}"))],
        [.. lines.Select((marks, i) => new PictureLine(
            $"demand-{i}", $"Condition {i}", EdtfDate.Parse("2013-04-18"), [Band("2012-01-23", null, Rank.Open)],
            [.. marks.Select(date => new PictureMark(Guid.NewGuid(), LineMarkKind.Refusal, EdtfDate.Parse(date), $"Refusal of {date}"))]))],
        new(2011, 1, 1), new(2026, 12, 31), new(2026, 11, 23), "today");

    public static PictureBand Band(string from, string? to, params Rank[] ranks) =>
        new(EdtfDate.Parse(from), to is null ? null : EdtfDate.Parse(to), ranks, string.Join(" or ", ranks));

    /// <summary>The gates of the sample's agreement.</summary>
    public static string[] SampleGates { get; } =
        ["2011-05-24", "2011-06", "2013-10-09/2013-10-10", "2014-10-09", "2015-01-20~", "2015-12-21", "2016-05-01", "2017-12-12", "2020-03-01"];

    /// <summary>Any number of partial dates from 2011 to 2026, in order.</summary>
    public static string[] Dates(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var day = new DateOnly(2011, 1, 1).AddDays(random.Next(5_800));
            return random.Next(4) switch
            {
                0 => day.ToString("yyyy-MM", null),
                1 => day.ToString("yyyy", null),
                _ => day.ToString("yyyy-MM-dd", null),
            };
        }).OrderBy(EdtfDate.Parse)];
    }
}
