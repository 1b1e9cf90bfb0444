using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>
/// A date as people write it in English, or its days and months in Russian, turned into EDTF where it can mean one thing only:
/// <c>18 April 2013</c>, <c>Thursday, April 18, 2013</c>, <c>18.4.2013</c>, <c>18 апреля 2013 г.</c>, <c>9 and 10 October 2013</c>,
/// <c>before 2014</c>, <c>about November 2014</c>, <c>2013-04-18 00:00:00</c>. What is EDTF already stays as it is. <c>3/4/2013</c> is
/// refused, because nobody can tell whether it means March or April. A problem names what to write instead, where that can be told.
/// </summary>
public static partial class WrittenDate
{
    private const int MaxLength = 100;

    /// <summary>Reads what was written.</summary>
    /// <param name="text">
    /// The text. Blanks around it and what cannot be seen are ignored; figures of any script, any dash and any blank are read.
    /// </param>
    /// <param name="date">The date, its text in EDTF.</param>
    /// <param name="problem">Why the text is not a date, and what to write.</param>
    public static bool TryRead(string? text, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out EdtfProblem? problem)
    {
        // An en dash joins years: 2010–11 is read as 2010/11 is, and not as November.
        var plain = text is null or { Length: > 4 * MaxLength } ? text : PlainSigns.Of(JoinedYears().Replace(text, "$1/$2"));
        // A Russian keyboard has an X that looks the same and is none.
        if (EdtfDate.TryParse(plain?.ToUpperInvariant().Replace('Х', 'X'), out date, out problem)) return true;
        if (plain is null or { Length: 0 or > MaxLength } || Read(plain) is not { } found) return false;
        problem = found.Problem;
        return problem is null && EdtfDate.TryParse(found.Edtf, out date, out problem);
    }

    /// <summary>Why a text is no EDTF value: what it would be in EDTF where a date is written in it, as <see cref="TryRead"/> reads it.</summary>
    public static EdtfProblem ProblemOf(string text) => TryRead(text, out var date, out var problem) ? EdtfProblem.Written(date) : problem;

    private static Stretch? Read(string text)
    {
        if (TimeOfDay().Match(text) is { Success: true } time)
        {
            var day = Read(time.Groups["day"].Value);
            // A spreadsheet writes midnight beside a day that has no time.
            return time.Groups["midnight"].Success ? day : Stretch.Refused(EdtfProblem.TimeOfDay(NearestTo(day)));
        }
        if (Serial().IsMatch(text)) return Stretch.Refused(SpreadsheetNumber(int.Parse(text[..5], CultureInfo.InvariantCulture)));
        if (InFigures().Match(text) is { Success: true } figures) text = string.Join('-', figures.Groups.Values.Skip(1));

        var qualifier = "";
        if (Doubt().Match(text) is { Success: true } doubt) (text, qualifier) = (text[..doubt.Index], doubt.Groups["sign"].Value);
        while (Qualified().Match(text) is { Success: true } said)
        {
            var sign = said.Groups["about"].Success ? "~" : "?";
            (text, qualifier) = (text[said.Length..], qualifier == sign || qualifier.Length == 0 ? sign : "%");
        }
        return WrittenStretch.Read(text) is { } found ? found with { Qualifier = qualifier } : null;
    }

    private static string? NearestTo(Stretch? found) => found?.Problem is { } problem ? problem.Nearest : found?.Edtf;

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

    [GeneratedRegex(@" ?\(?(?<sign>[~?%])\)?$")]
    private static partial Regex Doubt();

    [GeneratedRegex(
        @"^(?:(?<about>about|around|approximately|approx|roughly|circa|ca|c(?=\.)|около|ок(?=\.)|примерно|приблизительно)"
        + @"|perhaps|possibly|probably|maybe|возможно|вероятно|предположительно)(?!\p{L})[., ]*")]
    private static partial Regex Qualified();
}
