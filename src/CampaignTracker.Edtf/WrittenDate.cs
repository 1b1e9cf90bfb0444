using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>
/// A date as people write it, turned into EDTF where it can mean one thing only: <c>18 April 2013</c>, <c>Nov 2014</c>, <c>18.4.2013</c>,
/// <c>31/12/2015</c>, <c>2013-10-09/10</c>, <c>about November 2014</c>. What is EDTF already stays as it is; <c>3/4/2013</c> is refused,
/// because nobody can tell whether it means March or April.
/// </summary>
public static partial class WrittenDate
{
    private const int MaxLength = 60;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads what was written.</summary>
    /// <param name="text">The text; blanks around it are ignored.</param>
    /// <param name="date">The date, its text in EDTF.</param>
    /// <param name="problem">Why the text is not a date, and what to write.</param>
    public static bool TryRead(string? text, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out EdtfProblem? problem)
    {
        var written = (text ?? "").Trim();
        if (EdtfDate.TryParse(written, out date, out problem)) return true;
        if (written.Length is 0 or > MaxLength) return false;
        if (Ambiguous(written) is { } doubt)
        {
            problem = doubt;
            return false;
        }
        if (InEdtf(written) is not { } edtf) return false;
        return EdtfDate.TryParse(edtf, out date, out problem);
    }

    private static string? InEdtf(string written)
    {
        var text = Blanks().Replace(written.Replace('–', '-').Replace('—', '-').ToLowerInvariant(), " ").Trim();
        var qualifier = "";
        if (text[^1] is '~' or '?' or '%') (qualifier, text) = (text[^1..], text[..^1].TrimEnd());
        if (About().Match(text) is { Success: true } about) (qualifier, text) = (qualifier is "?" or "%" ? "%" : "~", text[about.Length..]);

        if (ShortEnd().Match(text) is { Success: true } end)
        {
            // 2013-10-09/10 and 2013-10-09/11-02: what the end leaves out is that of the beginning.
            var (from, to) = (end.Groups[1].Value, end.Groups[2].Value);
            return $"{from}{qualifier}/{from[..(from.Length - to.Length)]}{to}{qualifier}";
        }
        return Range(text) is var (first, last) ? $"{first}{qualifier}/{last}{qualifier}"
            : Point(text) is { } point ? point + qualifier
            : null;
    }

    private static (string From, string To)? Range(string text)
    {
        // 9-10 October 2013, 30 September - 2 October 2013, October to December 2013
        foreach (var separator in (string[])[" to ", " - ", "-"])
        {
            if (text.Split(separator) is not [var from, var to] || Point(to.Trim()) is not { } last) continue;
            from = from.Trim();
            if (Point(from) is { } first) return (first, last);
            var tail = to.Trim().Split(' ');
            // What the beginning leaves out is that of the end.
            if (Point($"{from} {tail[^1]}") is { } sameYear && from.Any(char.IsLetter)) return (sameYear, last);
            if (tail.Length == 3 && from.All(char.IsAsciiDigit)
                && Point($"{from} {tail[1]} {tail[2]}") is { } sameMonth) return (sameMonth, last);
        }
        return null;
    }

    private static string? Point(string text)
    {
        if (YearFirst().Match(text) is { Success: true } plain) return Join(
            plain.Groups[1].Value, Number(plain.Groups[2]), Number(plain.Groups[3]));
        if (InFigures().Match(text) is { Success: true } figures)
        {
            var (one, other) = (Number(figures.Groups[1]), Number(figures.Groups[3]));
            var (day, month) = figures.Groups[2].Value == "." || one > 12 || one == other ? (one, other) : (other, one);
            return Join(figures.Groups[4].Value, month, day);
        }
        if (MonthAndYear().Match(text) is { Success: true } month2
            && Number(month2.Groups[1]) is >= 1 and <= 12 and var m) return Join(month2.Groups[2].Value, m, 0);
        if (InWords().Match(text) is { Success: true } words && MonthOf(words.Groups["month"].Value) is > 0 and var named)
            return Join(words.Groups["year"].Value, named, Number(words.Groups["day"]));
        return Year().IsMatch(text) ? text : null;
    }

    // With a stop between them the day comes first wherever dates are written so; with a slash it depends on who writes.
    private static EdtfProblem? Ambiguous(string text)
    {
        foreach (Match found in Slashed().Matches(text))
        {
            var (one, other) = (Number(found.Groups[1]), Number(found.Groups[2]));
            if (one is < 1 or > 12 || other is < 1 or > 12 || one == other) continue;
            var year = found.Groups[3].Value;
            return EdtfProblem.TwoReadings(Join(year, other, one), Join(year, one, other));
        }
        return null;
    }

    private static int MonthOf(string name) =>
        name.Length < 3 ? 0 : 1
        + Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.Ordinal) || (name == "sept" && month == "september"));

    private static string Join(string year, int month, int day) =>
        month == 0 ? year : day == 0 ? $"{year}-{month:d2}" : $"{year}-{month:d2}-{day:d2}";

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(about|around|circa|ca\.?|c\.) ?")]
    private static partial Regex About();

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2}|\d{4}-\d{2})/(\d{2}|\d{2}-\d{2})$")]
    private static partial Regex ShortEnd();

    [GeneratedRegex(@"^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})([./])(\d{1,2})[./](\d{4})$")]
    private static partial Regex InFigures();

    [GeneratedRegex(@"^(\d{1,2})[./](\d{4})$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})(?:st|nd|rd|th|\.)? )?(?:of )?(?<month>[a-z]+)\.?,? (?<year>\d{4})$|^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$")]
    private static partial Regex InWords();

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")]
    private static partial Regex Slashed();
}
