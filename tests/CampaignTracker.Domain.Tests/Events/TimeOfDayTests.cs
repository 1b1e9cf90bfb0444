using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests.Events;

public class TimeOfDayTests
{
    [Theory]
    [InlineData("00:00", 0, null)]
    [InlineData("14:30", 870, null)]
    [InlineData("23:59", 1439, null)]
    [InlineData("14:30+05:00", 870, 300)]
    [InlineData("14:30-03:30", 870, -210)]
    [InlineData("14:30+00:00", 870, 0)]
    [InlineData("14:30+14:00", 870, 840)]
    public void A_time_is_minutes_since_midnight_and_perhaps_an_offset(string text, int minutes, int? offset)
    {
        TimeOfDay.TryParse(text, out var time).ShouldBeTrue();
        (time.Value.Minutes, time.Value.Offset, time.Value.ToString()).ShouldBe((minutes, offset, text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("12:60")]
    [InlineData("9:30")]
    [InlineData("14.30")]
    [InlineData("14:30:00")]
    [InlineData("14:30Z")]
    [InlineData("14:30+5")]
    [InlineData("14:30+14:30")]
    [InlineData("14:30 ")]
    [InlineData("14:30\n")]
    [InlineData("１４:３０")]
    public void What_is_no_time_of_day_is_not_read(string? text) => TimeOfDay.TryParse(text, out _).ShouldBeFalse();
}
