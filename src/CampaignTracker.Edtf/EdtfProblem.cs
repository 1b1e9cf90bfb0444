namespace CampaignTracker.Edtf;

/// <summary>
/// Why a text is not a date: a stable code with its arguments, for whoever words it in another language, and a sentence in English.
/// </summary>
/// <param name="Code">A stable short name, such as <c>no_such_day</c>.</param>
/// <param name="Text">Plain words: what is wrong and what to write.</param>
public sealed record EdtfProblem(string Code, string Text)
{
    /// <summary>What the sentence names, such as <c>month</c>; empty where it names nothing.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The EDTF value that comes nearest to what was written; null where none can be told.</summary>
    public string? Nearest => Arguments.GetValueOrDefault(NearestName);

    /// <summary>The sentence.</summary>
    public override string ToString() => Text;

    internal static EdtfProblem Empty { get; } = new("empty", "is empty: write a date such as 2013-04-18, 2014-11 or 2015");

    internal static EdtfProblem TimeOfDay(string? nearest) => Of(
        "time_of_day", $"has a time of day: write the day alone, {nearest ?? "such as 2013-04-18"}", (NearestName, nearest));

    internal static EdtfProblem NoDate { get; } = new("no_date",
        "is not a date: write a day (2013-04-18), a month (2014-11), a year (2015), "
        + "with ~ for about and ? for unsure, or an interval (2013-10-09/2013-10-10)");

    internal static EdtfProblem NotKept { get; } = new("outside_the_years",
        "lies outside the years from 0001 to 9999, which are all that is kept: say it in the note");

    internal static EdtfProblem OpenAtBothEnds { get; } = new("open_at_both_ends",
        "is open at both ends: give at least one end, such as 2015-07/..");

    internal static EdtfProblem EndsBeforeItBegins(string from, string to) =>
        Of("ends_before_it_begins", $"ends before it begins: {to} comes before {from}", ("from", from), ("to", to));

    internal static EdtfProblem NoSuchMonth(string month, string? nearest = null) => Of(
        "no_such_month", $"has no month {month}: months go from 01 to 12{(nearest is null ? "" : $"; did you mean {nearest}?")}",
        ("month", month), (NearestName, nearest));

    internal static EdtfProblem Zero(string what, string? nearest) => Of(
        $"zero_{what}", $"has no {what} 00: where the {what} is not known, {(nearest is null ? "leave it out" : $"write {nearest}")}",
        (NearestName, nearest));

    internal static EdtfProblem NoSuchDay(string month, int days) =>
        Of("no_such_day", $"does not exist: {month} has {days} days", ("month", month), ("days", $"{days}"));

    internal static EdtfProblem TwoReadings(string one, string other) =>
        Of("two_readings", $"can be read in two ways, as {one} or as {other}: write the one you mean", ("one", one), ("other", other));

    internal static EdtfProblem ShortYear(string nearest) =>
        Of("short_year", $"has a year of two figures: write {nearest} if that is what you mean", (NearestName, nearest));

    internal static EdtfProblem NoYear(DatePart inSomeYear) =>
        Of("no_year", $"has no year: write it too, as in {inSomeYear.Edtf}", ("example", inSomeYear.Edtf));

    internal static EdtfProblem OtherWeekday(string date, DayOfWeek was, DayOfWeek weekday) => Of("other_weekday",
        $"is a {was}, not a {weekday}: write {date} if the date is right", ("was", $"{was}"), ("weekday", $"{weekday}"), (NearestName, date));

    internal static EdtfProblem SpreadsheetNumber(string date, string from1904) => Of("spreadsheet_number",
        $"is a number by which a spreadsheet keeps a day: write {date}, or {from1904} where the file counts from 1904",
        (NearestName, date), ("from1904", from1904));

    internal static EdtfProblem OnlyAfter(string from, string closed) => Of("only_after",
        $"says only what it comes after: write {from}/.. for what has lasted since, or when it was at the latest too, as in {closed}",
        (NearestName, $"{from}/.."), ("example", closed));

    internal static EdtfProblem Apart(string whole) => Of("apart",
        $"names dates that do not follow each other: record each by itself, or write {whole} for all of that time", (NearestName, whole));

    internal static EdtfProblem Roughly(string nearest) =>
        Of("roughly", $"has no first and last day: write {nearest}, and the words in the note", (NearestName, nearest));

    internal static EdtfProblem Written(EdtfDate date) =>
        Of("written", $"is not a date in EDTF: write {date.Text}", (NearestName, date.Text));

    private const string NearestName = "nearest";

    private static EdtfProblem Of(string code, string text, params (string Name, string? Value)[] arguments) =>
        new(code, text)
        {
            Arguments = arguments.Where(argument => argument.Value is not null)
                .ToDictionary(argument => argument.Name, argument => argument.Value!),
        };
}
