using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

public sealed class TimeScaleTests
{
    [Fact]
    public void Time_runs_evenly_from_end_to_end()
    {
        var scale = TimeScale.Even(new(2011, 1, 1), new(2026, 12, 31), 14, 1106);
        scale.At(new(2011, 1, 1)).ShouldBe(14);
        scale.At(new(2019, 1, 1)).ShouldBe((14 + 1106) / 2.0, 0.3);
        scale.At(new(2027, 1, 1)).ShouldBe(1106);
        scale.At(new(1999, 1, 1)).ShouldBe(14);
    }

    [Fact]
    public void A_later_day_never_lies_before_an_earlier_one()
    {
        var scale = TimeScale.ByNeed(new(2011, 1, 1), new(2016, 12, 31), 30, year => year % 3 * 40);
        var day = new DateOnly(2011, 1, 1);
        for (var i = 0; i < 2_191; i++) scale.At(day.AddDays(i + 1)).ShouldBeGreaterThanOrEqualTo(scale.At(day.AddDays(i)));
    }
}
