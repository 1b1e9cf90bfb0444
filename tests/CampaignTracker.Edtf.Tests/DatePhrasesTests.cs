using System.Globalization;
using System.Resources;

namespace CampaignTracker.Edtf.Tests;

public sealed class DatePhrasesTests
{
    [Theory]
    [InlineData("2015-12-21", "on 21 December 2015", "21 декабря 2015 года", "2015 жылғы 21 желтоқсан күні")]
    [InlineData("2011-06", "in June 2011", "в июне 2011 года", "2011 жылғы маусымда")]
    [InlineData("2013-10-XX", "in October 2013", "в октябре 2013 года", "2013 жылғы қазанда")]
    [InlineData("2014-22", "in summer 2014", "летом 2014 года", "2014 жылдың жазында")]
    [InlineData("2015", "in 2015", "в 2015 году", "2015 жылы")]
    [InlineData("201X", "in the 2010s", "в 2010-х годах", "2010-жылдары")]
    [InlineData("200X", "in the 2000s", "в 2000-х годах", "2000-жылдары")]
    [InlineData("20XX", "in the 21st century", "в XXI веке", "XXI ғасырда")]
    [InlineData("2015-01-20~", "about 20 January 2015", "около 20 января 2015 года", "шамамен 2015 жылғы 20 қаңтар күні")]
    [InlineData("2014-11~", "about November 2014", "около ноября 2014 года", "шамамен 2014 жылғы қарашада")]
    [InlineData("2015?", "perhaps in 2015", "возможно, в 2015 году", "мүмкін, 2015 жылы")]
    [InlineData("2015%", "perhaps about 2015", "возможно, около 2015 года", "мүмкін, шамамен 2015 жылы")]
    [InlineData("2013-10-09/2013-10-10", "on 9–10 October 2013", "9–10 октября 2013 года", "2013 жылғы 9–10 қазан күндері")]
    [InlineData("2014-11/2015-03", "between November 2014 and March 2015", "с ноября 2014 года по март 2015 года",
        "2014 жылғы қарашадан 2015 жылғы наурызға дейін")]
    [InlineData("2013-10-30/2013-11-02", "between 30 October and 2 November 2013", "с 30 октября по 2 ноября 2013 года",
        "2013 жылғы 30 қазаннан 2 қарашаға дейін")]
    [InlineData("2013-12-30/2014-01-02", "between 30 December 2013 and 2 January 2014", "с 30 декабря 2013 года по 2 января 2014 года",
        "2013 жылғы 30 желтоқсаннан 2014 жылғы 2 қаңтарға дейін")]
    [InlineData("2013-10/2013-12", "between October and December 2013", "с октября по декабрь 2013 года", "2013 жылғы қазаннан желтоқсанға дейін")]
    [InlineData("2011/2013", "between 2011 and 2013", "с 2011 по 2013 год", "2011–2013 жылдары")]
    [InlineData("2015-07/..", "since July 2015", "с июля 2015 года", "2015 жылғы шілдеден бері")]
    [InlineData("../2015-07-01", "until 1 July 2015", "по 1 июля 2015 года включительно", "2015 жылғы 1 шілдені қоса алғанда")]
    [InlineData("2015-07/", "from July 2015, end unknown", "с июля 2015 года, окончание неизвестно", "2015 жылғы шілдеден бастап, соңы белгісіз")]
    [InlineData("/2015-07-01", "to 1 July 2015, beginning unknown", "по 1 июля 2015 года, начало неизвестно",
        "2015 жылғы 1 шілдеге дейін, басы белгісіз")]
    public void A_date_is_said_as_a_sentence_says_when(string edtf, string english, string russian, string kazakh) =>
        Said(edtf, DatePhrases.On).ShouldBe([english, russian, kazakh]);

    [Theory]
    [InlineData("2015-12-21", "21 December 2015", "21 декабря 2015 года", "2015 жылғы 21 желтоқсан")]
    [InlineData("2017/2018", "2017 to 2018", "с 2017 по 2018 год", "2017–2018 жылдар")]
    [InlineData("2011-06", "June 2011", "июнь 2011 года", "2011 жылғы маусым")]
    [InlineData("2013-10/2013-12", "October to December 2013", "с октября по декабрь 2013 года", "2013 жылғы қазан – желтоқсан")]
    [InlineData("2013-09-30/2013-10-02", "30 September to 2 October 2013", "с 30 сентября по 2 октября 2013 года", "2013 жылғы 30 қыркүйек – 2 қазан")]
    [InlineData("2015", "2015", "2015 год", "2015 жыл")]
    [InlineData("2015?", "perhaps 2015", "возможно, 2015 год", "мүмкін, 2015 жыл")]
    [InlineData("2014-11~", "about November 2014", "около ноября 2014 года", "шамамен 2014 жылғы қараша")]
    [InlineData("2014-24", "winter 2014", "зима 2014 года", "2014 жылғы қыс")]
    [InlineData("199X", "the 1990s", "1990-е годы", "1990-жылдар")]
    [InlineData("19XX", "the 20th century", "XX век", "XX ғасыр")]
    [InlineData("11XX", "the 12th century", "XII век", "XII ғасыр")]
    public void A_date_is_said_alone(string edtf, string english, string russian, string kazakh) =>
        Said(edtf, DatePhrases.Of).ShouldBe([english, russian, kazakh]);

    [Theory]
    [InlineData("2015-12-21", "21 Dec 2015", "21 дек. 2015 г.", "2015 ж. 21 жел.")]
    [InlineData("2014-11", "Nov 2014", "нояб. 2014 г.", "2014 ж. қар.")]
    [InlineData("2015", "2015", "2015 г.", "2015 ж.")]
    [InlineData("201X", "2010s", "2010-е гг.", "2010-жж.")]
    [InlineData("20XX", "21st century", "XXI век", "XXI ғасыр")]
    [InlineData("2015-07/", "from Jul 2015, end unknown", "с июл. 2015 г., окончание неизвестно", "2015 ж. шілдеден бастап, соңы белгісіз")]
    [InlineData("/2015-07-01", "to 1 Jul 2015, beginning unknown", "по 1 июл. 2015 г., начало неизвестно", "2015 ж. 1 шілдеге дейін, басы белгісіз")]
    [InlineData("2014-21", "spring 2014", "весна 2014 г.", "2014 ж. көктем")]
    [InlineData("2015-01-20~", "about 20 Jan 2015", "около 20 янв. 2015 г.", "шамамен 2015 ж. 20 қаң.")]
    [InlineData("2015?", "2015 (unsure)", "2015 г. (?)", "2015 ж. (?)")]
    [InlineData("2013-10-09/2013-10-10", "9–10 Oct 2013", "9–10 окт. 2013 г.", "2013 ж. 9–10 қаз.")]
    [InlineData("2013-12-30/2014-01-02", "30 Dec 2013 – 2 Jan 2014", "30 дек. 2013 г. – 2 янв. 2014 г.", "2013 ж. 30 жел. – 2014 ж. 2 қаң.")]
    [InlineData("2013-04-30/2013-05-02", "30 Apr – 2 May 2013", "30 апр. – 2 мая 2013 г.", "2013 ж. 30 сәу. – 2 мам.")]
    [InlineData("2013-05/..", "since May 2013", "с мая 2013 г.", "2013 ж. мамырдан бері")]
    [InlineData("../2015-07", "until Jul 2015", "по июл. 2015 г. включительно", "2015 ж. шілдені қоса алғанда")]
    [InlineData("2017/2018", "2017–2018", "2017–2018 гг.", "2017–2018 жж.")]
    [InlineData("2013-XX-XX", "2013", "2013 г.", "2013 ж.")]
    public void A_date_is_said_as_a_table_has_it(string edtf, string english, string russian, string kazakh) =>
        Said(edtf, DatePhrases.Short).ShouldBe([english, russian, kazakh]);

    [Fact]
    public void A_day_is_said_with_its_day_of_the_week() => Said("2013-04-18", (date, language) => DatePhrases.WithWeekday(date.Earliest, language))
        .ShouldBe(["Thursday 18 April 2013", "четверг, 18 апреля 2013 года", "2013 жылғы 18 сәуір, бейсенбі"]);

    [Fact]
    public void A_language_of_a_country_is_that_language_and_one_without_texts_is_English()
    {
        var date = EdtfDate.Parse("2013-04-18");
        DatePhrases.Of(date, CultureInfo.GetCultureInfo("kk-KZ")).ShouldBe("2013 жылғы 18 сәуір");
        DatePhrases.Of(date, CultureInfo.GetCultureInfo("en-GB")).ShouldBe("18 April 2013");
        DatePhrases.Of(date, CultureInfo.GetCultureInfo("fr")).ShouldBe("18 April 2013");
    }

    [Fact]
    public void No_name_of_a_month_or_a_day_is_the_machines()
    {
        // What a machine without languages has for each.
        DatePhrases.WithWeekday(new(2013, 4, 18), new BareCulture("ru")).ShouldBe("четверг, 18 апреля 2013 года");
        DatePhrases.Short(EdtfDate.Parse("2013-09-18"), new BareCulture("kk")).ShouldBe("2013 ж. 18 қыр.");
    }

    [Fact]
    public void Every_language_words_every_problem_with_the_same_places()
    {
        var english = Problems("");
        foreach (var language in (string[])["ru", "kk"])
        {
            var other = Problems(language);
            other.Keys.Order().ShouldBe(english.Keys.Order());
            foreach (var (key, text) in other) Places(text).ShouldBe(Places(english[key]), $"{language} {key}");
        }

        static IEnumerable<string> Places(string text) => text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order();
    }

    private static Dictionary<string, string> Problems(string language) =>
        new ResourceManager("CampaignTracker.Edtf.DateTexts", typeof(EdtfDate).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Where(text => ((string)text.Key).StartsWith("problem.", StringComparison.Ordinal))
            .ToDictionary(text => (string)text.Key, text => (string)text.Value!);

    private static string[] Said(string edtf, Func<EdtfDate, CultureInfo, string> say) =>
        [.. new[] { "en", "ru", "kk" }.Select(language => say(EdtfDate.Parse(edtf), CultureInfo.GetCultureInfo(language)))];

    private sealed class BareCulture(string name) : CultureInfo("")
    {
        public override string Name => name;
    }
}
