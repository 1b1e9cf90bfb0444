using System.Globalization;
using CsCheck;

namespace CampaignTracker.Edtf.Tests;

public class WrittenDateProperties
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_652_058].Select(DateOnly.FromDayNumber);

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

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
    public void A_date_that_a_sentence_says_is_read_as_that_date_or_refused() =>
        EdtfDateProperties.Date.Sample(date => Read(DatePhrases.Of(date)) is not { } read
            || (EdtfDate.Parse(read) is var again && (again.Earliest, again.Latest, again.OpenEnd, again.OpenBeginning, again.Approximate, again.Uncertain)
                == (date.Earliest, date.Latest, date.OpenEnd, date.OpenBeginning, date.Approximate, date.Uncertain)));

    [Fact]
    public void What_is_EDTF_stays_as_it_is() => EdtfDateProperties.Date.Sample(date => Read(date.Text) == date.Text);

    [Fact]
    public void No_text_is_answered_by_anything_but_a_date_or_a_problem() => Gen.Frequency(
        (1, Gen.String),
        (3, OneOf("9", "18", "2013", "0", "00", "13", "April", "апреля", "May", "Friday", "before", "after", "since", "until", "to", "and",
            "or", "between", "from", "about", "?", "~", "-", "–", "/", ".", ",", "1990s", "winter", "first half of", "early", "end of", "T00:00",
            "9999", "0001", "41382", "XIV", "٣", "\u200F", "\uD800", "on", "century").Array[0, 8]
            .SelectMany(words => OneOf("", " ").Select(blank => string.Join(blank, words))))).Sample(
        text => WrittenDate.TryRead(text, out var date, out var problem)
            ? problem is null && EdtfDate.TryParse(date.Text, out _, out _)
            : date is null && problem is { Text.Length: > 10, Code.Length: > 0 }
                && (problem.Nearest is not { } nearest || EdtfDate.TryParse(nearest, out _, out _)),
        iter: 20_000);

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static string? Read(string written) => WrittenDate.TryRead(written, out var date, out _) ? date.Text : null;
}
