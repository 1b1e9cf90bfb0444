using System.Globalization;
using CsCheck;

namespace CampaignTracker.Edtf.Tests;

public class WrittenDateProperties
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_652_058].Select(DateOnly.FromDayNumber);

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    private static readonly CultureInfo[] Languages = [.. new[] { "en", "ru", "kk" }.Select(CultureInfo.GetCultureInfo)];
    private static readonly DateOnly Today = new(2013, 4, 18);

    private static readonly (string Format, CultureInfo Language)[] Formats =
    [
        ("d MMMM yyyy", English), ("dd MMM yyyy", English), ("MMMM d, yyyy", English), ("dddd, d MMMM yyyy", English),
        ("ddd d MMM yyyy", English), ("dddd, MMMM d, yyyy", English), ("dd-MMM-yyyy", English), ("dd.MM.yyyy", English),
        ("d. M. yyyy", English), ("yyyy-M-d", English), ("yyyy/MM/dd", English), ("yyyy-MM-dd 00:00:00", English),
        ("d MMMM yyyy 'г.'", Russian), ("dddd, d MMMM yyyy 'года'", Russian), ("d MMM yyyy", Russian), ("yyyy, d MMMM", Russian),
    ];

    [Fact]
    public void A_day_is_read_however_it_is_written() => Gen.Select(Day, OneOf(Formats)).Sample((day, format) =>
        Read(day.ToDateTime(default).ToString(format.Format, format.Language)) == EdtfDate.Of(day).Text);

    [Fact]
    public void What_may_be_read_in_two_ways_is_never_read() => Day.Sample(day =>
        Read($"{day.Day}/{day.Month}/{day:yyyy}") is var read
        && (day.Day <= 12 && day.Day != day.Month ? read is null : read == EdtfDate.Of(day).Text));

    [Fact]
    public void What_is_said_in_words_is_read_as_that_date_or_asked() => Gen.Select(EdtfDateProperties.Date, OneOf(Languages)).Sample((date, language) =>
    {
        foreach (var said in (string[])[DatePhrases.Of(date, language), DatePhrases.On(date, language), DatePhrases.Short(date, language)])
        {
            var read = WrittenDate.Read(said, Today);
            if (read.Date is { } again && Meaning(again) != Meaning(date)) return false;
            if (read.Problem is { Code: not ("two_readings" or "outside_the_years") }) return false;
        }
        return true;
    }, print: pair => $"{pair.Item1} {pair.Item2}: {DatePhrases.Of(pair.Item1, pair.Item2)} | {DatePhrases.On(pair.Item1, pair.Item2)} | {DatePhrases.Short(pair.Item1, pair.Item2)}");

    [Fact]
    public void A_day_a_month_or_a_year_that_is_said_is_read_in_every_language() => Gen.Select(Day, OneOf(Languages)).Sample((day, language) =>
        new[] { $"{day:yyyy-MM-dd}", $"{day:yyyy-MM}", $"{day:yyyy}", $"{day:yyyy-MM-dd}/..", $"{day:yyyy-MM}/..", $"../{day:yyyy-MM-dd}", $"{day:yyyy-MM}~" }
            .All(edtf => EdtfDate.Parse(edtf) is var date && Read(DatePhrases.Of(date, language)) == edtf && Read(DatePhrases.On(date, language)) == edtf)
        && Read(DatePhrases.WithWeekday(day, language)) == $"{day:yyyy-MM-dd}");

    [Fact]
    public void What_is_EDTF_stays_as_it_is() => EdtfDateProperties.Date.Sample(date => Read(date.Text) == date.Text);

    [Fact]
    public void No_text_is_answered_by_anything_but_a_date_or_a_problem() => Gen.Frequency(
        (1, Gen.String),
        (3, OneOf("9", "18", "2013", "0", "00", "13", "April", "апреля", "May", "Friday", "before", "after", "since", "until", "to", "and",
            "or", "between", "from", "about", "?", "~", "-", "–", "/", ".", ",", "1990s", "winter", "first half of", "early", "end of", "T00:00",
            "9999", "0001", "41382", "XIV", "٣", "\u200F", "\uD800", "on", "century", "сәуір", "сәуірден", "жылғы", "дейін", "бері", "кейін", "шамамен",
            "бұрын", "с", "до", "по", "не позднее", "около", "года", "в ночь на", "первая", "половина", "квартал", "неделя", "три", "дня", "назад",
            "вчера", "today", "last", "last week", "three", "days", "ago", "end unknown", "с. г.", "қоса алғанда", "аралығында", "жж.", "1990-жылдар").Array[0, 8]
            .SelectMany(words => OneOf("", " ").Select(blank => string.Join(blank, words))))).Sample(
        text => new[] { (DateOnly?)null, Today, DateOnly.MinValue, DateOnly.MaxValue }.All(today => WrittenDate.TryRead(text, today, out var date, out var problem)
            ? problem is null && EdtfDate.TryParse(date.Text, out _, out _)
            : date is null && problem is { Code.Length: > 0 } && Languages.All(language => problem.In(language) is { Length: > 3 } said && !said.Contains('{'))),
        iter: 20_000);

    // A partial date that is said stands for the same days: 2013-10-XX is said as October 2013.
    private static (DateOnly, DateOnly, bool, bool, bool, bool, bool, bool) Meaning(EdtfDate date) => (date.Earliest, date.Latest, date.OpenEnd,
        date.OpenBeginning, date.UnknownEnd, date.UnknownBeginning, date.Approximate, date.Uncertain);

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static string? Read(string written) => WrittenDate.TryRead(written, Today, out var date, out _) ? date.Text : null;
}
