using System.Globalization;

namespace CampaignTracker.Edtf.Tests;

public class EdtfDateTests
{
    [Theory]
    [InlineData("2013-04-18", "2013-04-18", "2013-04-18")]
    [InlineData("2014-11", "2014-11-01", "2014-11-30")]
    [InlineData("2015", "2015-01-01", "2015-12-31")]
    [InlineData("2014-11~", "2014-11-01", "2014-11-30")]
    [InlineData("2015?", "2015-01-01", "2015-12-31")]
    [InlineData("2004-06-11%", "2004-06-11", "2004-06-11")]
    [InlineData("2013-10-09/2013-10-10", "2013-10-09", "2013-10-10")]
    [InlineData("2014-10/2014-11-30", "2014-10-01", "2014-11-30")]
    [InlineData("2015/2016-02", "2015-01-01", "2016-02-29")]
    [InlineData("1964~/2008?", "1964-01-01", "2008-12-31")]
    [InlineData("2004-06-11%/2004-06-12", "2004-06-11", "2004-06-12")]
    public void A_value_is_an_interval_of_whole_days(string text, string earliest, string latest) => Reads(text, earliest, latest);

    [Theory]
    [InlineData("2012-02-29", "2012-02-29", "2012-02-29")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28")]
    [InlineData("2013-02", "2013-02-01", "2013-02-28")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void Leap_years_and_the_ends_of_the_calendar(string text, string earliest, string latest) => Reads(text, earliest, latest);

    [Theory]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("000X", "0001-01-01", "0009-12-31")]
    [InlineData("00XX", "0001-01-01", "0099-12-31")]
    [InlineData("999X", "9990-01-01", "9999-12-31")]
    [InlineData("201X?", "2010-01-01", "2019-12-31")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31")]
    [InlineData("2004-06-XX", "2004-06-01", "2004-06-30")]
    [InlineData("2004-XX-XX", "2004-01-01", "2004-12-31")]
    [InlineData("201X/2020", "2010-01-01", "2020-12-31")]
    public void An_unspecified_digit_can_be_any(string text, string earliest, string latest) => Reads(text, earliest, latest);

    [Theory]
    [InlineData("2014-21", "2014-03-01", "2014-05-31")]
    [InlineData("2014-22~", "2014-06-01", "2014-08-31")]
    [InlineData("2014-23", "2014-09-01", "2014-11-30")]
    [InlineData("2014-24", "2014-12-01", "2015-02-28")]
    [InlineData("2015-24", "2015-12-01", "2016-02-29")]
    [InlineData("9999-23", "9999-09-01", "9999-11-30")]
    [InlineData("2014-21/2014-23", "2014-03-01", "2014-11-30")]
    public void A_season_has_three_months(string text, string earliest, string latest) => Reads(text, earliest, latest);

    [Theory]
    [InlineData("2015-07/..", "2015-07-01", "2015-07-31", false)]
    [InlineData("1985-04-12~/..", "1985-04-12", "1985-04-12", false)]
    [InlineData("../2015-07", "2015-07-01", "2015-07-31", true)]
    public void An_open_end_is_placed_at_the_beginning_and_an_open_beginning_at_the_end(string text, string earliest, string latest, bool beginning)
    {
        Reads(text, earliest, latest);
        var date = EdtfDate.Parse(text);
        (date.OpenBeginning, date.OpenEnd).ShouldBe((beginning, !beginning));
        (date.UnknownBeginning, date.UnknownEnd).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("1985-04-12/", "1985-04-12", "1985-04-12", false)]
    [InlineData("2015-07/", "2015-07-01", "2015-07-31", false)]
    [InlineData("/2015-07?", "2015-07-01", "2015-07-31", true)]
    public void An_unknown_end_is_not_an_open_one(string text, string earliest, string latest, bool beginning)
    {
        Reads(text, earliest, latest);
        var date = EdtfDate.Parse(text);
        (date.UnknownBeginning, date.UnknownEnd).ShouldBe((beginning, !beginning));
        (date.OpenBeginning, date.OpenEnd).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("2015", false, false)]
    [InlineData("2015~", true, false)]
    [InlineData("2015?", false, true)]
    [InlineData("2015%", true, true)]
    [InlineData("2014~/2015?", true, true)]
    [InlineData("2014/2015~", true, false)]
    [InlineData("../2015?", false, true)]
    public void A_qualifier_is_shown_whichever_end_it_stands_at(string text, bool approximate, bool uncertain)
    {
        var date = EdtfDate.Parse(text);
        (date.Approximate, date.Uncertain).ShouldBe((approximate, uncertain));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ", "write a day")]
    [InlineData(" 2013", "write a day")]
    [InlineData("2013-04-18 ", "write a day")]
    [InlineData("2013-04-18\n", "write a day")]
    [InlineData("18.04.2013", "write a day")]
    [InlineData("18/04/2013", "write a day")]
    [InlineData("04/18/2013", "write a day")]
    [InlineData("April 2013", "write a day")]
    [InlineData("2013-4-18", "write a day")]
    [InlineData("20130418", "write a day")]
    [InlineData("13-04-18", "write a day")]
    [InlineData("2013-04-18-01", "write a day")]
    [InlineData("2013-", "write a day")]
    [InlineData("~2013", "write a day")]
    [InlineData("2013~-04", "write a day")]
    [InlineData("2013~?", "write a day")]
    [InlineData("~", "write a day")]
    [InlineData("٢٠١٣-٠٤-١٨", "write a day")]
    [InlineData("２０１３", "write a day")]
    [InlineData("2013–2014", "write a day")]
    [InlineData("unknown", "write a day")]
    [InlineData("null", "write a day")]
    [InlineData("201x", "write a day")]
    [InlineData("2X13", "write a day")]
    [InlineData("20X3", "write a day")]
    [InlineData("2XXX", "write a day")]
    [InlineData("XXXX", "write a day")]
    [InlineData("201X-04", "write a day")]
    [InlineData("XXXX-04-18", "write a day")]
    [InlineData("2004-XX-11", "write a day")]
    [InlineData("2004-1X", "write a day")]
    [InlineData("2004-06-1X", "write a day")]
    [InlineData("2014-21-05", "write a day")]
    [InlineData("2014-25", "no month 25")]
    [InlineData("2013-13", "no month 13")]
    [InlineData("2013-00", "no month 00: where the month is not known, write 2013")]
    [InlineData("2013-00-18", "no month 00: where the month is not known, write 2013")]
    [InlineData("2013-02-29", "28 days")]
    [InlineData("1900-02-29", "28 days")]
    [InlineData("2013-04-31", "30 days")]
    [InlineData("2013-04-00", "no day 00: where the day is not known, write 2013-04")]
    [InlineData("2013-04-18/2013-00", "no month 00")]
    [InlineData("0000", "years from 0001 to 9999")]
    [InlineData("-0050", "years from 0001 to 9999")]
    [InlineData("-0050/2000", "years from 0001 to 9999")]
    [InlineData("Y170000002", "years from 0001 to 9999")]
    [InlineData("Y-17E7", "years from 0001 to 9999")]
    [InlineData("9999-24", "years from 0001 to 9999")]
    [InlineData("2013-04-18T10:00:00Z", "time of day")]
    [InlineData("2013-04-18T10:00", "time of day: write the day alone, 2013-04-18")]
    [InlineData("2013-04-31T10:00", "time of day: write the day alone, such as")]
    [InlineData("..", "write a day")]
    [InlineData("/", "open at both ends")]
    [InlineData("../..", "open at both ends")]
    [InlineData("2013-10-09/2013-10-10/2013-10-11", "write a day")]
    [InlineData("2013//2014", "write a day")]
    [InlineData(".../2014", "write a day")]
    [InlineData("2014-11/2014-10", "ends before it begins")]
    [InlineData("2013-10-10/2013-10-09", "ends before it begins")]
    [InlineData("2015/2014", "ends before it begins")]
    [InlineData("{2013,2014}", "write a day")]
    [InlineData("[2013..2014]", "write a day")]
    public void Anything_else_is_refused_and_told_what_to_write(string text, string help)
    {
        EdtfDate.TryParse(text, out var date, out var problem).ShouldBeFalse();
        date.ShouldBeNull();
        problem.ShouldNotBeNull().In(CultureInfo.InvariantCulture).ShouldContain(help);
        Should.Throw<FormatException>(() => EdtfDate.Parse(text)).Message.ShouldBe(problem.In(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_end_that_begins_before_the_beginning_but_may_lie_after_it_is_an_interval() =>
        // 2013-10 reaches to 31 October: the interval ends in that month, and not before the 9th.
        Reads("2013-10-09/2013-10", "2013-10-09", "2013-10-31");

    [Fact]
    public void Nothing_at_all_is_refused() => EdtfDate.TryParse(null, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData('-')]
    [InlineData('1')]
    [InlineData('X')]
    [InlineData('/')]
    [InlineData('~')]
    public void A_huge_text_is_refused_at_once_and_is_not_repeated(char filler)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        EdtfDate.TryParse(new string(filler, 1_000_000), out _, out var problem).ShouldBeFalse();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2_100_000);
        problem.ShouldNotBeNull().In(CultureInfo.InvariantCulture).Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Values_are_the_same_when_they_are_written_the_same()
    {
        EdtfDate.Parse("2014-11").ShouldBe(EdtfDate.Parse("2014-11"));
        EdtfDate.Parse("2014-11").ShouldNotBe(EdtfDate.Parse("2014-11~"));
        EdtfDate.Of(new DateOnly(2013, 4, 18)).ShouldBe(EdtfDate.Parse("2013-04-18"));
    }

    [Fact]
    public void Values_overlap_when_they_can_mean_one_day()
    {
        EdtfDate.Parse("2014-11").Overlaps(EdtfDate.Parse("2014-11-30")).ShouldBeTrue();
        EdtfDate.Parse("2014-11").Overlaps(EdtfDate.Parse("2014-12")).ShouldBeFalse();
    }

    private static void Reads(string text, string earliest, string latest)
    {
        var date = EdtfDate.Parse(text);
        (date.Text, EdtfDate.Of(date.Earliest).Text, EdtfDate.Of(date.Latest).Text).ShouldBe((text, earliest, latest));
    }
}
