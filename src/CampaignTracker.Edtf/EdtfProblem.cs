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

    /// <summary>The sentence.</summary>
    public override string ToString() => Text;

    internal static EdtfProblem Empty { get; } = new("empty", "is empty: write a date such as 2013-04-18, 2014-11 or 2015");

    internal static EdtfProblem TimeOfDay { get; } = new("time_of_day", "has a time of day: write the day alone, such as 2013-04-18");

    internal static EdtfProblem NoDate { get; } = new("no_date",
        "is not a date: write a day (2013-04-18), a month (2014-11), a year (2015), "
        + "with ~ for about and ? for unsure, or an interval (2013-10-09/2013-10-10)");

    internal static EdtfProblem NotKept { get; } = new("outside_the_years",
        "lies outside the years from 0001 to 9999, which are all that is kept: say it in the note");

    internal static EdtfProblem OpenAtBothEnds { get; } = new("open_at_both_ends",
        "is open at both ends: give at least one end, such as 2015-07/..");

    internal static EdtfProblem EndsBeforeItBegins(string from, string to) =>
        Of("ends_before_it_begins", $"ends before it begins: {to} comes before {from}", ("from", from), ("to", to));

    internal static EdtfProblem NoSuchMonth(string month) =>
        Of("no_such_month", $"has no month {month}: months go from 01 to 12", ("month", month));

    internal static EdtfProblem NoSuchDay(string month, int days) =>
        Of("no_such_day", $"does not exist: {month} has {days} days", ("month", month), ("days", $"{days}"));

    internal static EdtfProblem TwoReadings(string one, string other) =>
        Of("two_readings", $"can be read in two ways, as {one} or as {other}: write the one you mean", ("one", one), ("other", other));

    private static EdtfProblem Of(string code, string text, params (string Name, string Value)[] arguments) =>
        new(code, text) { Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value) };
}
