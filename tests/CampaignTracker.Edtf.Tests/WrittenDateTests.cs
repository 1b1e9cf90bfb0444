namespace CampaignTracker.Edtf.Tests;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2013-04-18", "2013-04-18")]
    [InlineData("2014-11~", "2014-11~")]
    [InlineData("2015-07/..", "2015-07/..")]
    [InlineData(" 2014-11 ", "2014-11")]
    [InlineData("2013-10-09/10", "2013-10-09/2013-10-10")]
    [InlineData("2013-10-09/11-02", "2013-10-09/2013-11-02")]
    [InlineData("2013-10/12", "2013-10/2013-12")]
    [InlineData("2013-4-8", "2013-04-08")]
    [InlineData("2013/04/18", "2013-04-18")]
    [InlineData("18 April 2013", "2013-04-18")]
    [InlineData("18th of April 2013", "2013-04-18")]
    [InlineData("18. April 2013", "2013-04-18")]
    [InlineData("April 18, 2013", "2013-04-18")]
    [InlineData("18 Apr 2013", "2013-04-18")]
    [InlineData("Sept. 2014", "2014-09")]
    [InlineData("November 2014", "2014-11")]
    [InlineData("about November 2014", "2014-11~")]
    [InlineData("ca. 2014", "2014~")]
    [InlineData("18 April 2013?", "2013-04-18?")]
    [InlineData("circa 2014?", "2014%")]
    [InlineData("18.4.2013", "2013-04-18")]
    [InlineData("3.4.2013", "2013-04-03")]
    [InlineData("31/12/2015", "2015-12-31")]
    [InlineData("12/31/2015", "2015-12-31")]
    [InlineData("4/4/2013", "2013-04-04")]
    [InlineData("11/2014", "2014-11")]
    [InlineData("9-10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("9–10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("30 September - 2 October 2013", "2013-09-30/2013-10-02")]
    [InlineData("October to December 2013", "2013-10/2013-12")]
    [InlineData("18 April 2013 to 5 May 2014", "2013-04-18/2014-05-05")]
    public void What_can_mean_one_thing_only_is_read(string written, string edtf)
    {
        WrittenDate.TryRead(written, out var date, out var problem).ShouldBeTrue(problem?.Text);
        date!.Text.ShouldBe(edtf);
    }

    [Theory]
    [InlineData("3/4/2013")]
    [InlineData("31/12/2015 to 1/2/2016")]
    public void What_can_mean_two_things_is_refused_with_both(string written)
    {
        WrittenDate.TryRead(written, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNull().Text.ShouldContain("can be read in two ways, as 20");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("31 February 2013")]
    [InlineData("2013-13-01")]
    [InlineData("12/13")]
    [InlineData("18.4.13")]
    [InlineData("2013-10-09/08")]
    [InlineData("Ma 2013")]
    [InlineData("10-9 October 2013")]
    [InlineData("?")]
    [InlineData("~~")]
    public void What_is_no_date_is_refused_in_words(string? written)
    {
        WrittenDate.TryRead(written, out var date, out var problem).ShouldBeFalse(date?.Text);
        problem.ShouldNotBeNull().Text.ShouldNotBeNullOrWhiteSpace();
    }
}
