using System.Globalization;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Tests.Components;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("en-GB", "9–10 Oct 2013")]
    [InlineData("ru", "9–10 окт. 2013 г.")]
    [InlineData("kk", "2013 ж. 9–10 қаз.")]
    public void A_date_reads_in_the_language_of_the_page(string language, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        DateWords.Of(EdtfDate.Parse("2013-10-09/2013-10-10")).ShouldBe(words);
    }

    [Theory]
    [InlineData("en-GB", "9 Oct 2013, 14:30 UTC")]
    [InlineData("ru", "9 окт. 2013 г., 14:30 UTC")]
    [InlineData("kk", "2013 ж. 9 қаз., 14:30 UTC")]
    public void So_does_an_instant(string language, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        DateWords.Of(new DateTimeOffset(2013, 10, 9, 19, 30, 0, TimeSpan.FromHours(5))).ShouldBe(words);
    }

    [Fact]
    public void Only_what_is_not_one_certain_day_tells_how_it_is_read()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        DateWords.Reading(EdtfDate.Parse("2015-12-21"), Texts.English).ShouldBeNull();
        DateWords.Reading(EdtfDate.Parse("2015-12-21/"), Texts.English).ShouldBe("2015-12-21/: read as 21 Dec 2015");
        DateWords.Reading(EdtfDate.Parse("2014-11"), Texts.English).ShouldBe("2014-11: read as any day from 1 Nov 2014 to 30 Nov 2014");
    }
}
