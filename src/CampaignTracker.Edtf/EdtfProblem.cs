using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>
/// Why a text is not a date, or what is to be noted of one: a stable code with its arguments, worded in the language of whoever reads it.
/// </summary>
/// <param name="Code">A stable short name, such as <c>no_such_day</c>.</param>
public sealed record EdtfProblem(string Code)
{
    /// <summary>What the sentence names, such as <c>month</c>; empty where it names nothing.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>What may have been meant, the likeliest first; empty where that cannot be told.</summary>
    public IReadOnlyList<EdtfDate> Options { get; init; } = [];

    /// <summary>What is wrong and what to write, in plain words that follow the name of a field.</summary>
    /// <param name="language">The language, or one of a country; one without texts is answered in English.</param>
    public string In(CultureInfo language)
    {
        var texts = DateTexts.In(language);
        var key = $"problem.{Code}";
        return DateTexts.Fill(Arguments.ContainsKey(Nearest) ? texts.Find(key) : texts.Find($"{key}.bare", key), (name, form) => form switch
        {
            "" => Arguments[name],
            _ => texts.Word("Weekdays", "", ((int)Enum.Parse<DayOfWeek>(Arguments[name]) + 6) % 7),
        });
    }

    /// <summary>The code and what it names.</summary>
    public override string ToString() =>
        Arguments.Count == 0 ? Code : $"{Code} ({string.Join(", ", Arguments.Select(pair => $"{pair.Key}: {pair.Value}"))})";

    internal static EdtfProblem Empty { get; } = new("empty");

    internal static EdtfProblem NoDate { get; } = new("no_date");

    internal static EdtfProblem NotKept { get; } = new("outside_the_years");

    internal static EdtfProblem OpenAtBothEnds { get; } = new("open_at_both_ends");

    internal static EdtfProblem NoToday { get; } = new("no_today");

    internal static EdtfProblem NeedsTwoDates { get; } = new("needs_two_dates");

    internal static EdtfProblem Unknown { get; } = new("unknown");

    internal static EdtfProblem TimeOfDay(string? nearest) => Of("time_of_day", nearest);

    internal static EdtfProblem EndsBeforeItBegins(string from, string to) => Of("ends_before_it_begins", null, ("from", from), ("to", to));

    internal static EdtfProblem NoSuchMonth(string month, string? nearest = null) => Of("no_such_month", nearest, ("month", month));

    internal static EdtfProblem Zero(string what, string? nearest) => Of($"zero_{what}", nearest);

    internal static EdtfProblem NoSuchDay(string month, int days) => Of("no_such_day", null, ("month", month), ("days", $"{days}"));

    internal static EdtfProblem TwoReadings(string one, string other) =>
        Of("two_readings", null, ("one", one), ("other", other)) with { Options = Dates(one, other) };

    /// <param name="offered">The date in the years that may be meant.</param>
    internal static EdtfProblem NoYear(params string[] offered) =>
        Of("no_year", offered.FirstOrDefault()) with { Options = Dates(offered) };

    internal static EdtfProblem OtherWeekday(DayOfWeek was, DayOfWeek weekday) =>
        Of("other_weekday", null, ("was", $"{was}"), ("weekday", $"{weekday}"));

    internal static EdtfProblem SpreadsheetNumber(string date, string from1904) =>
        Of("spreadsheet_number", date, ("from1904", from1904)) with { Options = Dates(date, from1904) };

    internal static EdtfProblem OnlyAfter(string from, string closed) => Of("only_after", $"{from}/..", ("example", closed));

    internal static EdtfProblem Apart(string whole) => Of("apart", whole);

    internal static EdtfProblem OneOf(string whole) => Of("one_of", whole);

    internal static EdtfProblem Roughly(string whole) => Of("roughly", whole);

    internal static EdtfProblem Written(EdtfDate date) => Of("written", date.Text);

    private const string Nearest = "nearest";

    private static EdtfProblem Of(string code, string? nearest, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        Dictionary<string, string> all = [];
        foreach (var (name, value) in arguments) all.Add(name, value);
        if (nearest is not null) all.Add(Nearest, nearest);
        return new(code) { Arguments = all, Options = nearest is null ? [] : Dates(nearest) };
    }

    private static EdtfDate[] Dates(params ReadOnlySpan<string> texts)
    {
        List<EdtfDate> dates = [];
        foreach (var text in texts)
        {
            if (EdtfDate.TryParse(text, out var date, out _)) dates.Add(date);
        }
        return [.. dates];
    }
}
