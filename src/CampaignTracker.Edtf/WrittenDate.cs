using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>
/// A date as people write it in English, Russian and Kazakh, all at once, turned into EDTF: <c>18 April 2013</c>, <c>18.4.2013</c>, <c>18
/// апреля 2013 г.</c>, <c>2013 жылғы 18 сәуір</c>, <c>9 and 10 October 2013</c>, <c>before 2014</c>, <c>около 2014</c>, <c>yesterday</c>.
/// What is EDTF already stays as it is. What can mean two things (<c>3/4/2013</c>) is not read: its problem holds what may be meant.
/// </summary>
/// <param name="Date">The date; null where there is none.</param>
/// <param name="Problem">Why there is none, with what may have been meant; null where there is one.</param>
/// <param name="Remark">
/// What is to be noted of a date that was read: that its day of the week is another, that it has no first and last day.
/// </param>
public sealed partial record WrittenDate(EdtfDate? Date, EdtfProblem? Problem, EdtfProblem? Remark)
{
    private const int MaxLength = 100;

    /// <summary>Reads what was written.</summary>
    /// <param name="text">
    /// The text. Blanks around it and what cannot be seen are ignored; figures of any script, any dash and any blank are read.
    /// </param>
    /// <param name="today">
    /// The day from which <c>yesterday</c> counts, and by which a missing year is offered; null where none is known.
    /// </param>
    public static WrittenDate Read(string? text, DateOnly? today)
    {
        // An en dash joins years: 2010–11 is read as 2010/11 is, and not as November.
        var plain = text is null or { Length: > 4 * MaxLength } ? text : PlainSigns.Of(JoinedYears().Replace(text, "$1/$2"));
        // A Russian keyboard has an X that looks the same and is none.
        if (EdtfDate.TryParse(plain?.ToUpperInvariant().Replace('Х', 'X'), out var date, out var problem)) return new(date, null, null);
        if (plain is null or { Length: 0 or > MaxLength } || Understand(plain, today) is not { } found)
            return new(null, problem, null);
        if (found.Problem is { Code: "no_year", Options: [] } && today is { } day) return new(null, YearAsked(plain, day), null);
        return found.Problem is null && EdtfDate.TryParse(found.Edtf, out date, out problem)
            ? new(date, null, found.Remark)
            : new(null, found.Problem ?? problem, null);
    }

    /// <summary>Reads what was written, or says why it is no date.</summary>
    /// <param name="text">The text, as of <see cref="Read(string?, DateOnly?)"/>.</param>
    /// <param name="today">The day from which <c>yesterday</c> counts; null where none is known.</param>
    /// <param name="date">The date, its text in EDTF.</param>
    /// <param name="problem">Why the text is not a date, and what to write.</param>
    public static bool TryRead(
        string? text, DateOnly? today, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out EdtfProblem? problem)
    {
        var read = Read(text, today);
        (date, problem) = (read.Date, read.Problem);
        return date is not null && problem is null;
    }

    /// <summary>
    /// Why a text is no EDTF value: what it would be in EDTF where a date is written in it, as <see cref="TryRead"/> reads it.
    /// </summary>
    public static EdtfProblem ProblemOf(string text) =>
        TryRead(text, null, out var date, out var problem) ? EdtfProblem.Written(date) : problem;

    // The same with the year in which it was last.
    private static EdtfProblem YearAsked(string plain, DateOnly today)
    {
        for (var year = today.Year; year > Math.Max(0, today.Year - 8); year--)
        {
            foreach (var whole in (string[])[$"{plain} {year:d4}", $"{year:d4} {plain}"])
            {
                if (Understand(whole, today) is { Problem: null } found && EdtfDate.TryParse(found.Edtf, out var date, out _)
                    && date.Earliest <= today) return EdtfProblem.NoYear(found.Edtf);
            }
        }
        return EdtfProblem.NoYear();
    }

    private static Stretch? Understand(string text, DateOnly? today)
    {
        if (TimeOfDay().Match(text) is { Success: true } time)
        {
            var day = Understand(time.Groups["day"].Value, today);
            // A spreadsheet writes midnight beside a day that has no time.
            return time.Groups["midnight"].Success ? day : Stretch.Refused(EdtfProblem.TimeOfDay(NearestTo(day)));
        }
        if (Serial().IsMatch(text)) return Stretch.Refused(SpreadsheetNumber(int.Parse(text[..5], CultureInfo.InvariantCulture)));
        if (InFigures().Match(text) is { Success: true } figures) text = string.Join('-', figures.Groups.Values.Skip(1));
        return WrittenStretch.Read(text, today);
    }

    private static string? NearestTo(Stretch? found) =>
        found?.Problem is not { } problem ? found?.Edtf : problem.Options is [var option, ..] ? option.Text : null;

    // Excel counts days from 1900 with a day too many, on an old Mac from 1904.
    private static EdtfProblem SpreadsheetNumber(int days) => EdtfProblem.SpreadsheetNumber(
        EdtfDate.Of(new DateOnly(1899, 12, 30).AddDays(days)).Text, EdtfDate.Of(new DateOnly(1904, 1, 1).AddDays(days)).Text);

    [GeneratedRegex(@"^\s*([0-9]{4})[–—]([0-9]{2})\s*$")]
    private static partial Regex JoinedYears();

    [GeneratedRegex(
        @"^(?<day>.+?)(?:t| at |,? )(?:(?<midnight>0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? am)"
        + @"|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[-+]\d{2}(?::?\d{2})?))?)$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[2-6]\d{4}(\.0+)?$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(1[89]\d\d|2[01]\d\d)(\d\d)(\d\d)$")]
    private static partial Regex InFigures();
}
