using System.Globalization;

namespace CampaignTracker.Edtf.Tests;

/// <summary>
/// How dates are written in English, Russian and Kazakh, several ways of one language separated by semicolons. Today is Thursday, 18 April
/// 2013.
/// </summary>
public sealed class DatesAsWrittenTests
{
    private static readonly DateOnly Today = new(2013, 4, 18);

    [Theory]
    [InlineData("2013-04-18", "18 April 2013", "18 апреля 2013 года", "2013 жылғы 18 сәуір")]
    [InlineData("2013-04-18", "on 18 April 2013", "18 апреля 2013 года", "2013 жылғы 18 сәуірде; 2013 жылғы 18 сәуір күні")]
    [InlineData("2013-04-18", "18 Apr 2013", "18 апр. 2013 г.", "2013 ж. 18 сәу.")]
    [InlineData("2013-04-18", "18 April 2013", "18 апреля 2013 г.", "2013 ж. 18 сәуір")]
    [InlineData("2013-04-18", "18th April 2013; the 18th of April 2013", "18-го апреля 2013", "18-сәуір 2013; 2013 жылғы сәуірдің 18-і; 2013 жылғы сәуірдің 18-інде; 2013 жылғы сәуір айының 18-і күні")]
    [InlineData("2013-04-18", "April 18, 2013", "2013, 18 апреля", "2013 жылдың 18 сәуірінде")]
    [InlineData("2013-04-18", "18 April 2013", "18 апреля 2013", "18 сәуір 2013 жыл; 18 Сәуір 2013")]
    [InlineData("2013-04-18", "18.04.2013; 18.4.2013", "18.04.2013", "18.04.2013")]
    [InlineData("2013-04-18", "18/04/2013", "18/04/2013", "18/04/2013")]
    [InlineData("2013-04-18", "18.04.13", "18.04.13", "18.04.13")]
    [InlineData("2013-04-18", "18.IV.2013", "18.IV.2013", "18.IV.2013")]
    [InlineData("2013-04-18", "2013-04-18", "2013-04-18", "2013-04-18")]
    [InlineData("2013-04-18", "Thursday, 18 April 2013", "четверг, 18 апреля 2013 г.", "2013 ж. 18 сәуір, бейсенбі")]
    [InlineData("2013-04-17/2013-04-18", "", "в ночь на 18 апреля 2013", "2013 жылғы 18 сәуірге қараған түні")]
    [InlineData("2013-04-XX", "some day in April 2013", "в один из дней апреля 2013", "2013 жылғы сәуірдің бір күні")]
    [InlineData("2013-04", "April 2013", "апрель 2013 года", "2013 жылғы сәуір")]
    [InlineData("2013-04", "in April 2013", "в апреле 2013 года", "2013 жылғы сәуірде; 2013 жылдың сәуірінде")]
    [InlineData("2013-04", "Apr 2013", "апр. 2013", "2013 ж. сәу.")]
    [InlineData("2013-04", "04.2013; 4/2013", "04.2013", "04.2013")]
    [InlineData("2013-04-01/2013-04-10", "first ten days of April 2013", "первая декада апреля 2013", "2013 жылғы сәуірдің алғашқы онкүндігі")]
    [InlineData("2013-04-11/2013-04-20", "second ten days of April 2013", "вторая декада апреля 2013", "2013 жылғы сәуірдің екінші онкүндігі")]
    [InlineData("2013-04-01/2013-04-15", "first half of April 2013", "первая половина апреля 2013", "2013 жылғы сәуірдің бірінші жартысы")]
    [InlineData("2013-04-16/2013-04-30", "second half of April 2013", "вторая половина апреля 2013", "2013 жылғы сәуірдің екінші жартысы")]
    [InlineData("2013-04", "early April 2013", "в начале апреля 2013", "2013 жылғы сәуірдің басында")]
    [InlineData("2013-04", "mid-April 2013", "в середине апреля 2013", "2013 жылғы сәуірдің ортасында")]
    [InlineData("2013-04", "late April 2013", "в конце апреля 2013", "2013 жылғы сәуірдің аяғында; 2013 жылғы сәуірдің соңында")]
    [InlineData("2013-04-24/2013-04-30", "the last week of April 2013", "последняя неделя апреля 2013", "2013 жылғы сәуірдің соңғы аптасы")]
    [InlineData("2013-04-15/2013-04-21", "the week of 15 April 2013", "неделя с 15 апреля 2013", "2013 жылғы 15 сәуірден басталған апта")]
    [InlineData("2013", "2013", "2013 год", "2013 жыл")]
    [InlineData("2013", "in 2013", "в 2013 году", "2013 жылы")]
    [InlineData("2013", "2013", "2013 г.", "2013 ж.")]
    [InlineData("2011/2013", "2011–2013", "2011–2013 гг.", "2011–2013 жж.; 2011–2013 жылдары")]
    [InlineData("2013/2014", "2013/14", "2013/14", "2013/14")]
    [InlineData("2013-01/2013-06", "first half of 2013", "первая половина 2013 года; I полугодие 2013", "2013 жылғы бірінші жартыжылдық")]
    [InlineData("2013-07/2013-12", "in the second half of 2013", "во втором полугодии 2013 года", "2013 жылғы екінші жартыжылдықта")]
    [InlineData("2013-01/2013-03", "first quarter of 2013; Q1 2013", "I квартал 2013 года; 1 кв. 2013", "2013 жылғы бірінші тоқсан")]
    [InlineData("2013-04/2013-06", "second quarter of 2013", "II квартал 2013 года", "2013 жылғы екінші тоқсан")]
    [InlineData("2013-07/2013-09", "third quarter of 2013", "III квартал 2013 года", "2013 жылғы үшінші тоқсан")]
    [InlineData("2013-10/2013-12", "fourth quarter of 2013", "IV квартал 2013 года", "2013 жылғы төртінші тоқсан")]
    [InlineData("2013-21", "spring 2013", "весна 2013; весной 2013 года", "2013 жылғы көктем; 2013 жылдың көктемінде")]
    [InlineData("2013-22", "summer 2013", "лето 2013; летом 2013 года", "2013 жылғы жаз; 2013 жылдың жазында")]
    [InlineData("2013-23", "autumn 2013; fall 2013", "осень 2013; осенью 2013 года", "2013 жылғы күз; 2013 жылдың күзінде")]
    [InlineData("2012-24", "winter 2012/13", "зима 2012/13; зимой 2012–2013 годов", "2012–2013 жылғы қыс")]
    [InlineData("2013", "early 2013", "в начале 2013 года", "2013 жылдың басында")]
    [InlineData("2013", "mid-2013", "в середине 2013 года", "2013 жылдың ортасында")]
    [InlineData("2013", "late 2013; end of 2013", "в конце 2013 года", "2013 жылдың соңында; 2013 жылдың аяғында")]
    [InlineData("2013-01~/2013-03~", "the first months of 2013", "в первые месяцы 2013 года", "2013 жылдың алғашқы айларында")]
    [InlineData("2013-01/2013-12", "during 2013", "в течение 2013 года", "2013 жыл бойы")]
    [InlineData("2013-XX", "month not known, 2013", "2013 год, месяц неизвестен", "2013 жыл, айы белгісіз")]
    [InlineData("2013-04-18~", "about 18 April 2013", "около 18 апреля 2013 года", "шамамен 2013 жылғы 18 сәуір")]
    [InlineData("2013-04~", "around April 2013; c. April 2013", "примерно в апреле 2013", "шамамен 2013 жылғы сәуірде")]
    [InlineData("2013~", "circa 2013", "ок. 2013 г.", "2013 жыл шамасында")]
    [InlineData("2013-04-08~", "about ten days before 18 April 2013", "дней за десять до 18 апреля 2013", "2013 жылғы 18 сәуірден он шақты күн бұрын")]
    [InlineData("2013-04-18?", "perhaps 18 April 2013; 18 April 2013 (?)", "возможно, 18 апреля 2013", "2013 жылғы 18 сәуір болуы мүмкін")]
    [InlineData("2013-04?", "probably in April 2013", "вероятно, в апреле 2013; предположительно в апреле 2013", "2013 жылғы сәуірде болса керек")]
    [InlineData("2013-04-18", "reportedly on 18 April 2013", "как сообщается, 18 апреля 2013", "хабарларға қарағанда, 2013 жылғы 18 сәуірде")]
    [InlineData("2013-04%", "perhaps about April 2013", "возможно, около апреля 2013", "мүмкін, шамамен 2013 жылғы сәуір")]
    [InlineData("2013/2014", "2013 or 2014", "2013 или 2014 год", "2013 не 2014 жыл")]
    [InlineData("2012-09/2012-12", "September, October or December 2012", "сентябрь, октябрь или декабрь 2012", "2012 жылғы қыркүйек, қазан не желтоқсан")]
    [InlineData("2013-10-09/2013-10-10", "9–10 October 2013", "9–10 октября 2013 года", "2013 жылғы 9–10 қазан")]
    [InlineData("2013-10-09/2013-10-10", "9 and 10 October 2013", "9 и 10 октября 2013 года", "2013 жылғы 9 және 10 қазан")]
    [InlineData("2013-10-09/2013-10-10", "from 9 to 10 October 2013", "с 9 по 10 октября 2013 года", "2013 жылғы 9 қазаннан 10 қазанға дейін")]
    [InlineData("2013-09-30/2013-10-02", "30 September – 2 October 2013", "30 сентября – 2 октября 2013", "2013 жылғы 30 қыркүйек – 2 қазан")]
    [InlineData("2013-10/2013-12", "from October to December 2013", "с октября по декабрь 2013", "2013 жылғы қазан – желтоқсан")]
    [InlineData("2013-10/2014-02", "from October 2013 to February 2014", "с октября 2013 по февраль 2014", "2013 жылғы қазаннан 2014 жылғы ақпанға дейін")]
    [InlineData("2013-04-18/2013-04-20", "between 18 and 20 April 2013", "между 18 и 20 апреля 2013", "2013 жылғы 18–20 сәуір аралығында")]
    [InlineData("2013-04/2013-06", "between April and June 2013", "между апрелем и июнем 2013", "2013 жылғы сәуір мен маусым аралығында")]
    [InlineData("2011/2013", "between 2011 and 2013", "между 2011 и 2013 годами", "2011 және 2013 жылдар аралығында")]
    [InlineData("2011/2013", "from 2011 to 2013", "с 2011 по 2013 год", "2011 жылдан 2013 жылға дейін")]
    [InlineData("../2013-04-17", "before 18 April 2013", "до 18 апреля 2013 года", "2013 жылғы 18 сәуірге дейін")]
    [InlineData("../2013-04-18", "until 18 April 2013 (included)", "по 18 апреля 2013 года включительно", "2013 жылғы 18 сәуірді қоса алғанда")]
    [InlineData("../2013-03", "before April 2013", "до апреля 2013 года", "2013 жылғы сәуірге дейін")]
    [InlineData("../2013-04-18", "by 18 April 2013", "к 18 апреля 2013 года", "2013 жылғы 18 сәуірге қарай")]
    [InlineData("../2013-04-18", "no later than 18 April 2013", "не позднее 18 апреля 2013 года", "2013 жылғы 18 сәуірден кешіктірмей")]
    [InlineData("../2013-12-31", "by the end of 2013", "до конца 2013 года", "2013 жылдың соңына дейін")]
    [InlineData("../2012", "before 2013", "до 2013 года", "2013 жылға дейін")]
    [InlineData("2013-04-18/..", "since 18 April 2013", "с 18 апреля 2013 года", "2013 жылғы 18 сәуірден бері; 2013 жылғы 18 сәуірден бастап")]
    [InlineData("2013-04/..", "since April 2013", "с апреля 2013 года", "2013 жылғы сәуірден бері")]
    [InlineData("2013/..", "since 2013", "с 2013 года", "2013 жылдан бері")]
    [InlineData("2013-04-18/..", "from 18 April 2013 to this day", "с 18 апреля 2013 года по настоящее время", "2013 жылғы 18 сәуірден осы күнге дейін")]
    [InlineData("2013-04-18/..", "from 18 April 2013 on", "начиная с 18 апреля 2013 года", "2013 жылғы 18 сәуірден бастап")]
    [InlineData("2013-04-19", "the day after, on 19 April 2013", "на следующий день, 19 апреля 2013", "келесі күні, 2013 жылғы 19 сәуірде")]
    [InlineData("2013-04-18", "today", "сегодня", "бүгін")]
    [InlineData("2013-04-17", "yesterday", "вчера", "кеше")]
    [InlineData("2013-04-16", "the day before yesterday", "позавчера", "алдыңғы күні")]
    [InlineData("2013-04-17/2013-04-18", "last night", "этой ночью", "бүгін түнде")]
    [InlineData("2013-04-18", "this morning", "сегодня утром", "бүгін таңертең")]
    [InlineData("2013-04-15", "on Monday", "в понедельник", "дүйсенбі күні")]
    [InlineData("2013-04-15", "three days ago", "три дня назад", "үш күн бұрын")]
    [InlineData("2013-04-04~", "two weeks ago", "две недели назад", "екі апта бұрын")]
    [InlineData("2013-04-15/2013-04-18", "this week", "на этой неделе", "осы аптада")]
    [InlineData("2013-04-08/2013-04-14", "last week", "на прошлой неделе", "өткен аптада")]
    [InlineData("2013-04-13/2013-04-14", "at the weekend", "в выходные", "демалыс күндері")]
    [InlineData("2013-04", "this month", "в этом месяце", "осы айда")]
    [InlineData("2013-03", "last month", "в прошлом месяце", "өткен айда")]
    [InlineData("2013-02~", "two months ago", "два месяца назад", "екі ай бұрын")]
    [InlineData("2013", "this year", "в этом году", "биыл; осы жылы")]
    [InlineData("2012", "last year", "в прошлом году", "былтыр; өткен жылы")]
    [InlineData("2013-04~", "the other day", "на днях", "жақында; таяуда")]
    [InlineData("2013-04-22", "next Monday", "в следующий понедельник", "келесі дүйсенбіде")]
    [InlineData("199X", "the 1990s; the nineties", "1990-е годы; девяностые", "1990-жылдар; тоқсаныншы жылдар")]
    [InlineData("201X", "in the 2010s", "в 2010-х годах", "2010-жылдары")]
    [InlineData("200X", "the early 2000s", "начало 2000-х", "2000-жылдардың басы")]
    [InlineData("19XX", "the 20th century", "XX век", "XX ғасыр")]
    [InlineData("2022-01", "January 2022", "Январь 2022; январские события", "Қаңтар оқиғасы")]
    [InlineData("2013-01-18", "18 kantar 2013", "18 қаңтар 2013", "2013 жылғы 18 кантар; 2013 ж. 18 кан.")]
    [InlineData("2012-04-18/2012-04-20", "", "18—20 апреля 2012 г", "2012 ж. 18-20 сәуір")]
    [InlineData("2013-04-17", "", "вчера вечером", "кеше кешке")]
    [InlineData("2013-04-16/2013-04-17", "the day before yesterday to yesterday", "с позавчера по вчера", "")]
    [InlineData("2013-04-17/..", "since yesterday", "со вчера", "кешеден бері")]
    [InlineData("2013-04-08", "ten days before 18 April 2013", "за 10 дней до 18 апреля 2013", "2013 жылғы 18 сәуірден 10 күн бұрын")]
    [InlineData("2013-04-11~", "a week ago", "неделю назад", "бір апта бұрын")]
    [InlineData("2012~", "a year ago", "год назад", "бір жыл бұрын")]
    [InlineData("2013-03-21/2013-03-23", "", "на Наурыз 2013", "Наурыз мейрамы 2013")]
    [InlineData("2013-02", "", "Февраль 2013", "2013 ж. акпан; акпан 2013")]
    [InlineData("2013-12", "", "декабрем 2013", "желтоксан 2013")]
    [InlineData("1986-12", "the December events", "декабрьские события", "Желтоқсан оқиғасы")]
    [InlineData("19XX", "20th century", "в ХХ веке", "ХХ ғасырда")]
    [InlineData("2013-04/..", "", "с апреля 2013", "2013 жылдың сәуірінен бастап")]
    [InlineData("../2012", "before the beginning of 2013", "до начала 2013", "2013 жылдың басына дейін")]
    [InlineData("2013-04-21/2013-04-30", "", "третья декада апреля 2013", "2013 жылғы сәуірдің үшінші онкүндігі")]
    [InlineData("2015-07/", "from July 2015, end unknown", "с июля 2015, окончание неизвестно", "2015 жылғы шілдеден бастап, соңы белгісіз")]
    [InlineData("2014", "", "2014", "2014 жылғы")]
    public void A_date_is_read_in_three_languages(string edtf, string english, string russian, string kazakh) =>
        Each([english, russian, kazakh], written =>
        {
            WrittenDate.TryRead(written, Today, out var date, out var problem).ShouldBeTrue($"{written}: {problem}");
            date!.Text.ShouldBe(edtf, written);
        });

    [Theory]
    [InlineData("two_readings: 2013-04-03, 2013-03-04", "03/04/2013", "03/04/2013", "03/04/2013")]
    [InlineData("no_year: 2013-04-18", "18 April", "18 апреля", "18 сәуір")]
    [InlineData("no_year: 2013-04", "in April", "в апреле", "сәуірде")]
    [InlineData("two_readings: 2013-01/2013-02, 2013-24", "winter 2013", "зимой 2013 года", "2013 жылдың қысында")]
    [InlineData("needs_two_dates", "sometime between arrest and trial", "между арестом и судом", "қамауға алу мен сот аралығында")]
    [InlineData("only_after: 2013-04-19/..", "after 18 April 2013", "после 18 апреля 2013 года", "2013 жылғы 18 сәуірден кейін")]
    [InlineData("only_after: 2013-04-18/..", "not before 18 April 2013", "не ранее 18 апреля 2013 года", "2013 жылғы 18 сәуірден ерте емес")]
    [InlineData("two_readings: 2013-04-15, 2013-04-08", "last Monday", "в прошлый понедельник", "өткен дүйсенбіде")]
    [InlineData("no_such_day", "30 February 2013", "30 февраля 2013", "2013 жылғы 30 ақпан")]
    [InlineData("unknown", "date unknown", "дата неизвестна", "күні белгісіз")]
    [InlineData("two_readings: 2013-04-17/2013-04-18, 2013-04-18/2013-04-19", "the night of 18 April 2013", "", "")]
    [InlineData("two_readings: ../2013-03, ../2013-04", "until April 2013", "", "")]
    [InlineData("no_year: 2013-03", "in March", "в марте", "наурызда")]
    [InlineData("no_year: 2013-03-21/2013-03-23", "", "на Наурыз", "Наурыз мейрамында")]
    [InlineData("no_year: 2012-12", "December", "Желтоксан", "Желтоқсан")]
    [InlineData("no_year: 2013", "", "с. г.; т. г.", "а. ж.")]
    [InlineData("no_year: 2013-04-09/2013-04-10", "9-10 April", "9–10 апреля; с 9 по 10 апреля", "9–10 сәуір")]
    [InlineData("no_year: ../2012-12-02", "before 3 December", "до 3 декабря", "3 желтоқсанға дейін")]
    [InlineData("no_year: 2012-02-29", "29 February", "29 февраля", "29 ақпан")]
    public void What_must_be_asked_is_asked_with_what_may_be_meant(string asked, string english, string russian, string kazakh) =>
        Each([english, russian, kazakh], written =>
        {
            var read = WrittenDate.Read(written, Today);
            read.Date.ShouldBeNull($"{written}: {read.Date}");
            var options = string.Join(", ", read.Problem!.Options);
            $"{read.Problem.Code}{(options.Length > 0 ? ": " : "")}{options}".ShouldBe(asked, written);
            foreach (var language in (string[])["en", "ru", "kk"]) read.Problem.In(CultureInfo.GetCultureInfo(language)).ShouldNotBeNullOrEmpty();
        });

    [Theory]
    [InlineData("yesterday")]
    [InlineData("вчера")]
    [InlineData("кеше")]
    [InlineData("last Monday")]
    [InlineData("on Monday")]
    [InlineData("three days ago")]
    [InlineData("с. г.")]
    public void What_counts_from_today_is_refused_where_no_day_is_given(string written) =>
        WrittenDate.Read(written, null).Problem!.Code.ShouldBe("no_today");

    [Theory]
    [InlineData("18 апреля 2013 to 20 сәуір 2013", "2013-04-18/2013-04-20")]
    [InlineData("шамамен April 2013", "2013-04~")]
    [InlineData("до 18 сәуір 2013", "../2013-04-17")]
    public void Languages_may_be_mixed(string written, string edtf) => WrittenDate.Read(written, null).Date!.Text.ShouldBe(edtf);

    private static void Each(string[] languages, Action<string> test)
    {
        foreach (var written in languages.SelectMany(language => language.Split("; ", StringSplitOptions.RemoveEmptyEntries))) test(written);
    }
}
