using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Web.Components.Picture;
using static CampaignTracker.Web.Tests.Components.Picture.Pictured;

namespace CampaignTracker.Web.Tests.Components.Picture;

public sealed class SegmentsTests
{
    private static readonly DateOnly Day = new(2020, 6, 30);

    private static IEnumerable<string> Of(params PictureBand[] bands) =>
        Segments.Of(bands, Day).Select(segment => $"{segment.Class} {segment.From:yyyy-MM-dd} {segment.To:yyyy-MM-dd}");

    [Fact]
    public void A_status_lasts_to_the_next_one_or_to_the_day_of_looking() =>
        Of(Band("2012-01-23", "2016-08-19", Rank.Open), Band("2016-08-19", null, Rank.MetConditionally))
            .ShouldBe(["b-unmet 2012-01-23 2016-08-19", "b-cond 2016-08-19 2020-06-30"]);

    [Fact]
    public void What_a_partial_date_leaves_open_is_neither_the_one_nor_the_other() =>
        Of(Band("2012-06-04", "2014-11", Rank.Open), Band("2014-11", null, Rank.Met))
            .ShouldBe(["b-unmet 2012-06-04 2014-11-01", "b-fuzzy 2014-11-01 2014-11-30", "b-met 2014-11-30 2020-06-30"]);

    [Fact]
    public void What_sources_disagree_on_is_hatched() =>
        Of(Band("2018-01-01", null, Rank.Open, Rank.MetConditionally)).ShouldBe(["b-contested 2018-01-01 2020-06-30"]);

    [Fact]
    public void Nothing_is_drawn_after_the_day_of_looking() =>
        Of(Band("2019-01-01", "2021-01-01", Rank.PartlyMet), Band("2021-01-01", null, Rank.Met)).ShouldBe(["b-part 2019-01-01 2020-06-30"]);
}
