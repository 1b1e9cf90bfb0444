namespace CampaignTracker.Edtf.Tests;

public class DatePhrasesTests
{
    [Theory]
    [InlineData("2015-12-21", "on 21 December 2015")]
    [InlineData("2011-06", "in June 2011")]
    [InlineData("2013-10-XX", "in October 2013")]
    [InlineData("2014-22", "in summer 2014")]
    [InlineData("2015", "in 2015")]
    [InlineData("201X", "in the 2010s")]
    [InlineData("200X", "in the 2000s")]
    [InlineData("20XX", "in 2000–2099")]
    [InlineData("2015-01-20~", "about 20 January 2015")]
    [InlineData("2015?", "perhaps in 2015")]
    [InlineData("2015%", "perhaps about 2015")]
    [InlineData("2013-10-09/2013-10-10", "on 9–10 October 2013")]
    [InlineData("2014-11/2015-03", "between November 2014 and March 2015")]
    [InlineData("2013-10-30/2013-11-02", "between 30 October 2013 and 2 November 2013")]
    [InlineData("2015-07/..", "since July 2015")]
    [InlineData("../2015-07-01", "until 1 July 2015")]
    [InlineData("2015-07/", "from July 2015, end unknown")]
    [InlineData("/2015-07-01", "to 1 July 2015, beginning unknown")]
    public void A_date_is_said_as_a_sentence_says_it(string edtf, string said) => DatePhrases.On(EdtfDate.Parse(edtf)).ShouldBe(said);

    [Theory]
    [InlineData("2017/2018", "2017 to 2018")]
    [InlineData("2011-06", "June 2011")]
    [InlineData("2015?", "perhaps 2015")]
    [InlineData("2014-11~", "about November 2014")]
    public void A_date_is_said_without_its_preposition(string edtf, string said) => DatePhrases.Of(EdtfDate.Parse(edtf)).ShouldBe(said);
}
