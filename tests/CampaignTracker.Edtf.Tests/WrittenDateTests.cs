using System.Globalization;

namespace CampaignTracker.Edtf.Tests;

public sealed class WrittenDateTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");
    private static readonly CultureInfo Kazakh = CultureInfo.GetCultureInfo("kk");
    private static readonly CultureInfo[] Languages = [English, Russian, Kazakh];

    [Theory]
    [InlineData("2013-04-18", "2013-04-18")]
    [InlineData("2014-11~", "2014-11~")]
    [InlineData("2015-07/..", "2015-07/..")]
    [InlineData("1985-04-12/", "1985-04-12/")]
    [InlineData(" 2014-11 ", "2014-11")]
    [InlineData("201x", "201X")]
    [InlineData("2013-04-xx", "2013-04-XX")]
    [InlineData("2013-10-09/10", "2013-10-09/2013-10-10")]
    [InlineData("2013-10-09/11-02", "2013-10-09/2013-11-02")]
    [InlineData("2013-10/12", "2013-10/2013-12")]
    [InlineData("2013-4-8", "2013-04-08")]
    [InlineData("2013/04/18", "2013-04-18")]
    [InlineData("2013.04.18", "2013-04-18")]
    [InlineData("20130418", "2013-04-18")]
    [InlineData("2013/04", "2013-04")]
    [InlineData("2013/14", "2013/2014")]
    [InlineData("2013/15", "2013/2015")]
    [InlineData("2011-2013", "2011/2013")]
    [InlineData("18.4.2013", "2013-04-18")]
    [InlineData("3.4.2013", "2013-04-03")]
    [InlineData("14. 10. 2013", "2013-10-14")]
    [InlineData("04.2013", "2013-04")]
    [InlineData("31/12/2015", "2015-12-31")]
    [InlineData("12/31/2015", "2015-12-31")]
    [InlineData("18-04-2013", "2013-04-18")]
    [InlineData("4/4/2013", "2013-04-04")]
    [InlineData("11/2014", "2014-11")]
    [InlineData("25.-28.10.2013", "2013-10-25/2013-10-28")]
    [InlineData("25.09.-03.10.2013", "2013-09-25/2013-10-03")]
    [InlineData("9.-10.10.2013", "2013-10-09/2013-10-10")]
    [InlineData("25.10.2013 - 28.10.2013", "2013-10-25/2013-10-28")]
    [InlineData("18.IV.2013", "2013-04-18")]
    [InlineData("18 iv 2013", "2013-04-18")]
    [InlineData("18.4.13", "2013-04-18")]
    [InlineData("18-Apr-13", "2013-04-18")]
    [InlineData("04/18/13", "2013-04-18")]
    [InlineData("18/04/85", "1985-04-18")]
    public void Figures_are_read_where_they_can_mean_one_thing_only(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("18 April 2013", "2013-04-18")]
    [InlineData("18th of April 2013", "2013-04-18")]
    [InlineData("the 18th of April 2013", "2013-04-18")]
    [InlineData("on 18 April 2013", "2013-04-18")]
    [InlineData("18. April 2013", "2013-04-18")]
    [InlineData("April 18, 2013", "2013-04-18")]
    [InlineData("April 18th, 2013", "2013-04-18")]
    [InlineData("2013 April 18", "2013-04-18")]
    [InlineData("18 Apr 2013", "2013-04-18")]
    [InlineData("18-Apr-2013", "2013-04-18")]
    [InlineData("18 APRIL 2013", "2013-04-18")]
    [InlineData("Sept. 2014", "2014-09")]
    [InlineData("Septemb 2014", "2014-09")]
    [InlineData("November 2014", "2014-11")]
    [InlineData("in November 2014", "2014-11")]
    [InlineData("November, 2014", "2014-11")]
    [InlineData("Thursday, 18 April 2013", "2013-04-18")]
    [InlineData("Thursday, April 18, 2013", "2013-04-18")]
    [InlineData("Thu 18 Apr 2013", "2013-04-18")]
    [InlineData("the year 2013", "2013")]
    public void Days_and_months_are_read_by_their_names(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("18 апреля 2013 г.", "2013-04-18")]
    [InlineData("18 апреля 2013 года", "2013-04-18")]
    [InlineData("18-го апреля 2013", "2013-04-18")]
    [InlineData("18 апр. 2013 г.", "2013-04-18")]
    [InlineData("2013, 18 апреля", "2013-04-18")]
    [InlineData("четверг, 18 апреля 2013 г.", "2013-04-18")]
    [InlineData("апрель 2013 года", "2013-04")]
    [InlineData("в апреле 2013 года", "2013-04")]
    [InlineData("апр. 2013", "2013-04")]
    [InlineData("2013 год", "2013")]
    [InlineData("в 2013 году", "2013")]
    [InlineData("2011–2013 гг.", "2011/2013")]
    [InlineData("9–10 октября 2013 года", "2013-10-09/2013-10-10")]
    [InlineData("9 и 10 октября 2013 года", "2013-10-09/2013-10-10")]
    [InlineData("с 9 по 10 октября 2013 года", "2013-10-09/2013-10-10")]
    [InlineData("30 сентября – 2 октября 2013", "2013-09-30/2013-10-02")]
    [InlineData("между 18 и 20 апреля 2013", "2013-04-18/2013-04-20")]
    [InlineData("с октября по декабрь 2013", "2013-10/2013-12")]
    [InlineData("с 18 апреля 2013 года", "2013-04-18/..")]
    [InlineData("около 18 апреля 2013 года", "2013-04-18~")]
    [InlineData("возможно, 18 апреля 2013", "2013-04-18?")]
    [InlineData("ок. 2013 г.", "2013~")]
    [InlineData("весной 2013 года", "2013-21")]
    [InlineData("1990-е годы", "199X")]
    [InlineData("в 2010-х годах", "201X")]
    [InlineData("2000-е", "200X")]
    [InlineData("не позднее 18 апреля 2013 года", "../2013-04-18")]
    [InlineData("201Х", "201X")]
    public void Days_and_months_are_read_in_Russian(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("about November 2014", "2014-11~")]
    [InlineData("ca. 2014", "2014~")]
    [InlineData("c. April 2013", "2013-04~")]
    [InlineData("around 18 April 2013", "2013-04-18~")]
    [InlineData("circa 2014?", "2014%")]
    [InlineData("perhaps about 2014", "2014%")]
    [InlineData("18 April 2013?", "2013-04-18?")]
    [InlineData("18 April 2013 (?)", "2013-04-18?")]
    [InlineData("perhaps 18 April 2013", "2013-04-18?")]
    [InlineData("probably in April 2013", "2013-04?")]
    [InlineData("about 9-10 October 2013", "2013-10-09~/2013-10-10~")]
    [InlineData("about since 2013", "2013~/..")]
    [InlineData("2010s", "201X")]
    [InlineData("the 1990s", "199X")]
    [InlineData("the 1990's", "199X")]
    [InlineData("in the 2010s", "201X")]
    [InlineData("20th century", "19XX")]
    [InlineData("20-й век", "19XX")]
    [InlineData("spring 2013", "2013-21")]
    [InlineData("in the spring of 2013", "2013-21")]
    [InlineData("Fall 2013", "2013-23")]
    [InlineData("winter 2012/13", "2012-24")]
    [InlineData("winter 2012-2013", "2012-24")]
    public void What_is_not_exact_is_read_as_such(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("9-10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("9–10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("9/10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("from 9 to 10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("between 5 and 9 May 2013", "2013-05-05/2013-05-09")]
    [InlineData("between April and June 2013", "2013-04/2013-06")]
    [InlineData("between 2011 and 2013", "2011/2013")]
    [InlineData("30 September - 2 October 2013", "2013-09-30/2013-10-02")]
    [InlineData("October to December 2013", "2013-10/2013-12")]
    [InlineData("Oct-Dec 2013", "2013-10/2013-12")]
    [InlineData("from October 2013 to February 2014", "2013-10/2014-02")]
    [InlineData("18 April 2013 to 5 May 2014", "2013-04-18/2014-05-05")]
    [InlineData("18 April 2013 – 5 May 2014", "2013-04-18/2014-05-05")]
    [InlineData("18 April – 5 May 2013", "2013-04-18/2013-05-05")]
    [InlineData("18 April 2013 until 5 May", "2013-04-18/2013-05-05")]
    [InlineData("April 18-19, 2013", "2013-04-18/2013-04-19")]
    [InlineData("April 18 – May 2, 2013", "2013-04-18/2013-05-02")]
    [InlineData("Thursday 18 to Friday 19 April 2013", "2013-04-18/2013-04-19")]
    [InlineData("1 or 2 May 2013", "2013-05-01/2013-05-02")]
    [InlineData("9 and 10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("9, 10 and 11 October 2013", "2013-10-09/2013-10-11")]
    [InlineData("October 9 & 10, 2013", "2013-10-09/2013-10-10")]
    [InlineData("30 April or 1 May 2013", "2013-04-30/2013-05-01")]
    [InlineData("2013 or 2014", "2013/2014")]
    [InlineData("November or December 2013", "2013-11/2013-12")]
    [InlineData("first half of 2013", "2013-01/2013-06")]
    [InlineData("second quarter of 2013", "2013-04/2013-06")]
    [InlineData("Q4 2013", "2013-10/2013-12")]
    [InlineData("2013 H2", "2013-07/2013-12")]
    [InlineData("first half of April 2013", "2013-04-01/2013-04-15")]
    [InlineData("second half of February 2012", "2012-02-16/2012-02-29")]
    public void Ranges_are_read(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("before 2014", "../2013")]
    [InlineData("before April 2013", "../2013-03")]
    [InlineData("before 18 April 2013", "../2013-04-17")]
    [InlineData("before January 2014", "../2013-12")]
    [InlineData("before spring 2013", "../2013-02-28")]
    [InlineData("until 18 April 2013", "../2013-04-18")]
    [InlineData("by 18 April 2013", "../2013-04-18")]
    [InlineData("no later than April 2013", "../2013-04")]
    [InlineData("by the end of 2013", "../2013-12-31")]
    [InlineData("until the end of April 2013", "../2013-04-30")]
    [InlineData("since 18 April 2013", "2013-04-18/..")]
    [InlineData("since April 2013", "2013-04/..")]
    [InlineData("from 2013 on", "2013/..")]
    [InlineData("2013 onwards", "2013/..")]
    [InlineData("from 18 April 2013 to this day", "2013-04-18/..")]
    [InlineData("from 18 April 2013", "2013-04-18/..")]
    public void Open_ends_are_read(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("2013-04-18 00:00:00", "2013-04-18")]
    [InlineData("2013-04-18T00:00:00", "2013-04-18")]
    [InlineData("18/04/2013 00:00", "2013-04-18")]
    [InlineData("4/18/2013 12:00:00 AM", "2013-04-18")]
    [InlineData("18.04.2013 0:00:00", "2013-04-18")]
    public void A_midnight_that_a_spreadsheet_adds_says_nothing(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("\u200E18.04.2013\u200F", "2013-04-18")]
    [InlineData("\u202A2013-04-18\u202C", "2013-04-18")]
    [InlineData("2013\u201104\u201118", "2013-04-18")]
    [InlineData("2013\u221204\u221218", "2013-04-18")]
    [InlineData("18\u00A0April\u00A02013", "2013-04-18")]
    [InlineData("18  April\t 2013", "2013-04-18")]
    [InlineData("18 Ap\u00ADril 2013", "2013-04-18")]
    [InlineData("9\u201110 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("9\u202F–\u202F10 October 2013", "2013-10-09/2013-10-10")]
    [InlineData("\u0661\u0668/\u0664/\u0662\u0660\u0661\u0663", "2013-04-18")]
    [InlineData("\u0662\u0660\u0661\u0663-\u0660\u0664-\u0661\u0668", "2013-04-18")]
    [InlineData("\u0967\u096E.\u096A.\u0968\u0966\u0967\u0969", "2013-04-18")]
    [InlineData("\uFF12\uFF10\uFF11\uFF13.\uFF14.\uFF11\uFF18", "2013-04-18")]
    [InlineData("\uFF12\uFF10\uFF11\uFF13\uFF0D\uFF10\uFF14", "2013-04")]
    [InlineData("\uD835\uDFD0\uD835\uDFCE\uD835\uDFCF\uD835\uDFD1", "2013")]
    [InlineData("2015-07/…", "2015-07/..")]
    public void What_cannot_be_seen_and_other_scripts_change_nothing(string written, string edtf) => Reads(written, edtf);

    [Theory]
    [InlineData("3/4/2013", "2013-04-03", "2013-03-04")]
    [InlineData("03-04-2013", "2013-04-03", "2013-03-04")]
    [InlineData("3/4/13", "2013-04-03", "2013-03-04")]
    [InlineData("31/12/2015 to 1/2/2016", "2016-02-01", "2016-01-02")]
    [InlineData("2010/11", "2010/2011", "2010-11")]
    [InlineData("2010–11", "2010/2011", "2010-11")]
    [InlineData("13-04-18", "2013-04-18", "2018-04-13")]
    [InlineData("the 1900s", "190X", "19XX")]
    [InlineData("2000s", "200X", "20XX")]
    [InlineData("winter 2013", "2013-01/2013-02", "2013-24")]
    [InlineData("until April 2013", "../2013-03", "../2013-04")]
    [InlineData("by 2014", "../2013", "../2014")]
    public void What_can_mean_two_things_is_refused_with_both(string written, string one, string other)
    {
        var problem = Refuses(written);
        problem.Code.ShouldBe("two_readings");
        problem.Options.Select(option => option.Text).ShouldBe([one, other]);
        problem.In(English).ShouldContain($"as {one} or as {other}");
        problem.In(Russian).ShouldContain($"как {one} или как {other}");
        problem.In(Kazakh).ShouldContain($"{one} немесе {other}");
    }

    [Theory]
    [InlineData("2013-00-18", "zero_month", "2013")]
    [InlineData("01.00.2010", "zero_month", "2010")]
    [InlineData("00/12/2013", "zero_day", "2013-12")]
    [InlineData("05/00/2014", "zero_day", "2014-05")]
    [InlineData("05.00.2014", "zero_month", "2014")]
    [InlineData("00.00.2013", "zero_month", "2013")]
    [InlineData("00.12.2013", "zero_day", "2013-12")]
    [InlineData("0 April 2013", "zero_day", "2013-04")]
    [InlineData("1829-10-00", "zero_day", "1829-10")]
    [InlineData("00/2013", "zero_month", "2013")]
    [InlineData("2013-18-04", "no_such_month", "2013-04-18")]
    [InlineData("2013-14", "no_such_month", "2013/2014")]
    [InlineData("2013-04-18T14:30", "time_of_day", "2013-04-18")]
    [InlineData("2013-04-18T00:00:00.000Z", "time_of_day", "2013-04-18")]
    [InlineData("18 April 2013 at 14:30", "time_of_day", "2013-04-18")]
    [InlineData("18.04.2013 2:30 pm", "time_of_day", "2013-04-18")]
    [InlineData("41382", "spreadsheet_number", "2013-04-18")]
    [InlineData("41382.0", "spreadsheet_number", "2013-04-18")]
    [InlineData("after 18 April 2013", "only_after", "2013-04-19/..")]
    [InlineData("after 2013", "only_after", "2014/..")]
    [InlineData("not before April 2013", "only_after", "2013-04/..")]
    [InlineData("после 18 апреля 2013", "only_after", "2013-04-19/..")]
    [InlineData("9 and 12 October 2013", "apart", "2013-10-09/2013-10-12")]
    [InlineData("Apr-13", "no_year", "2013-04")]
    [InlineData("18 April", "no_year", null)]
    [InlineData("April 18", "no_year", null)]
    [InlineData("18.4.", "no_year", null)]
    [InlineData("9-10 October", "no_year", null)]
    [InlineData("31 February 2013", "no_such_day", null)]
    [InlineData("30.02.2013", "no_such_day", null)]
    [InlineData("2013-13-01", "no_such_month", "2013-01-13")]
    [InlineData("10-9 October 2013", "ends_before_it_begins", null)]
    [InlineData("2013-10-09/08", "ends_before_it_begins", null)]
    [InlineData("before 0001", "outside_the_years", null)]
    [InlineData("0000", "outside_the_years", null)]
    public void What_is_nearly_a_date_is_refused_with_the_nearest_form(string written, string code, string? nearest)
    {
        var problem = Refuses(written);
        (problem.Code, problem.Options is [var option, ..] ? option.Text : null).ShouldBe((code, nearest));
        if (nearest is null) return;
        foreach (var language in Languages) problem.In(language).ShouldContain(nearest);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("12/13")]
    [InlineData("Ma 2013")]
    [InlineData("?")]
    [InlineData("~~")]
    [InlineData("Thursday, April 2013")]
    [InlineData("Thursday Friday 18 April 2013")]
    [InlineData("9 10 2013")]
    [InlineData("18 April 2013 2014")]
    [InlineData("2013 2014")]
    [InlineData("()")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("and")]
    [InlineData("before")]
    [InlineData("before soon")]
    [InlineData("between 2013")]
    [InlineData("between 2011")]
    [InlineData("from")]
    [InlineData("end of")]
    [InlineData("q5 2013")]
    [InlineData("first half of 18 April 2013")]
    [InlineData("fifth quarter of 2013")]
    [InlineData("123")]
    [InlineData("20133")]
    [InlineData("99999")]
    [InlineData("12345678")]
    [InlineData("99999999999")]
    [InlineData("the")]
    [InlineData("of")]
    [InlineData("м")]
    [InlineData("0")]
    [InlineData("april april 2013")]
    [InlineData("31st")]
    [InlineData("1985/../..")]
    [InlineData("before 1985/")]
    [InlineData("\uD800")]
    [InlineData("\uFFFE2013")]
    [InlineData("2013\u0000x")]
    public void What_is_no_date_is_refused_in_words(string? written) => Refuses(written);

    [Theory]
    [InlineData("Friday, 18 April 2013", "2013-04-18", "other_weekday")]
    [InlineData("пятница, 18 апреля 2013", "2013-04-18", "other_weekday")]
    [InlineData("2013 жылғы 18 сәуір, жұма", "2013-04-18", "other_weekday")]
    [InlineData("since Friday, 18 April 2013", "2013-04-18/..", "other_weekday")]
    [InlineData("April or June 2013", "2013-04/2013-06", "one_of")]
    [InlineData("early 2013", "2013", "roughly")]
    [InlineData("mid-April 2013", "2013-04", "roughly")]
    [InlineData("in late April 2013", "2013-04", "roughly")]
    [InlineData("the end of 2013", "2013", "roughly")]
    [InlineData("early 2013 - late 2014", "2013/2014", "roughly")]
    [InlineData("since early 2013", "2013/..", "roughly")]
    [InlineData("в начале апреля 2013", "2013-04", "roughly")]
    [InlineData("Thursday, 18 April 2013", "2013-04-18", null)]
    public void What_is_to_be_noted_of_a_date_is_told_beside_it(string written, string edtf, string? code)
    {
        var read = WrittenDate.Read(written, null);
        (read.Date?.Text, read.Problem, read.Remark?.Code).ShouldBe((edtf, null, code));
        foreach (var language in Languages) read.Remark?.In(language).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_year_that_is_missing_is_asked_for_with_the_day_as_it_would_be() =>
        WrittenDate.Read("18 April", new(2014, 3, 1)).Problem!.In(English).ShouldBe("has no year: write it too, as in 2013-04-18");

    [Fact]
    public void A_huge_text_is_refused_at_once() => Refuses(new string('1', 1_000_000)).In(English).Length.ShouldBeLessThan(200);

    private static void Reads(string written, string edtf)
    {
        WrittenDate.TryRead(written, null, out var date, out var problem).ShouldBeTrue($"{problem}");
        date!.Text.ShouldBe(edtf);
    }

    private static EdtfProblem Refuses(string? written)
    {
        WrittenDate.TryRead(written, null, out var date, out var problem).ShouldBeFalse(date?.Text);
        date.ShouldBeNull();
        return problem.ShouldNotBeNull();
    }
}
