using System.Globalization;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Tests.Components;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2015-12-21", "21 Dec 2015")]
    [InlineData("2014-11", "Nov 2014")]
    [InlineData("2015", "2015")]
    [InlineData("201X", "2010s")]
    [InlineData("200X", "2000s")]
    [InlineData("20XX", "2000–2099")]
    [InlineData("2015-07/", "from Jul 2015, end unknown")]
    [InlineData("/2015-07-01", "to 1 Jul 2015, beginning unknown")]
    [InlineData("2014-21", "spring 2014")]
    [InlineData("2015-01-20~", "about 20 Jan 2015")]
    [InlineData("2015?", "2015 (unsure)")]
    [InlineData("2013-10-09/2013-10-10", "9–10 Oct 2013")]
    [InlineData("2013-12-30/2014-01-02", "30 Dec 2013 – 2 Jan 2014")]
    [InlineData("2015-07/..", "since Jul 2015")]
    [InlineData("../2015-07", "until Jul 2015")]
    [InlineData("2017/2018", "2017 – 2018")]
    [InlineData("2013-XX-XX", "2013")]
    public void A_date_reads_as_people_write_it(string edtf, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        DateWords.Of(EdtfDate.Parse(edtf), Texts.English).ShouldBe(words);
    }

    [Fact]
    public void Only_what_is_not_one_certain_day_tells_how_it_is_read()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        DateWords.Reading(EdtfDate.Parse("2015-12-21"), Texts.English).ShouldBeNull();
        DateWords.Reading(EdtfDate.Parse("2015-12-21/"), Texts.English).ShouldBe("2015-12-21/: read as 21 Dec 2015");
        DateWords.Reading(EdtfDate.Parse("2014-11"), Texts.English).ShouldBe("2014-11: read as any day from 1 Nov 2014 to 30 Nov 2014");
    }
}
