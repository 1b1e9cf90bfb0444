using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>
/// Dates as a sentence says them: <c>on 21 December 2015</c>, <c>in June 2011</c>, <c>about 20 January 2015</c>, <c>on 9–10 October
/// 2013</c>.
/// </summary>
public static class DatePhrases
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>The date alone: <c>21 December 2015</c>.</summary>
    public static string Of(EdtfDate date) => Qualified(date) + Bare(date);

    /// <summary>The date with its preposition: <c>on 21 December 2015</c>.</summary>
    public static string On(EdtfDate date) => date switch
    {
        { Approximate: true } => Of(date),
        { OpenEnd: true } or { OpenBeginning: true } or { UnknownEnd: true } or { UnknownBeginning: true } => Of(date),
        _ => $"{(date.Uncertain ? "perhaps " : "")}{(IsOfDays(date) ? "on" : Points(date).Length > 1 ? "between" : "in")} {Bare(date, " and ")}",
    };

    private static string Qualified(EdtfDate date) => $"{(date.Uncertain ? "perhaps " : "")}{(date.Approximate ? "about " : "")}";

    private static string Bare(EdtfDate date, string and = " to ") => (date, Points(date)) switch
    {
        ({ OpenEnd: true }, var points) => $"since {Said(points[0])}",
        ({ OpenBeginning: true }, var points) => $"until {Said(points[^1])}",
        ({ UnknownEnd: true }, var points) => $"from {Said(points[0])}, end unknown",
        ({ UnknownBeginning: true }, var points) => $"to {Said(points[^1])}, beginning unknown",
        (_, [var only]) => Said(only),
        _ when IsOfDays(date) => $"{date.Earliest.Day}–{Day(date.Latest)}",
        (_, var points) => Said(points[0]) + and + Said(points[^1]),
    };

    // One day, or days of one month.
    private static bool IsOfDays(EdtfDate date) =>
        Points(date) is var points && points.All(point => point.Length == 10) && points[0][..7] == points[^1][..7];

    // What is not given is left out.
    private static string[] Points(EdtfDate date) =>
        [.. date.Text.Split('/').Select(point => point.TrimEnd('~', '?', '%').Replace("-XX", "", StringComparison.Ordinal))];

    private static string Said(string point)
    {
        var parts = point.Split('-');
        if (parts[0].EndsWith("XX", StringComparison.Ordinal)) return $"{parts[0].Replace('X', '0')}–{parts[0].Replace('X', '9')}";
        if (parts[0].EndsWith('X')) return $"the {parts[0].Replace('X', '0')}s";
        if (parts.Length == 1) return parts[0];
        var (year, month) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        if (month > 20) return $"{Seasons[month - 21]} {year}";
        return parts.Length > 2
            ? Day(new DateOnly(year, month, int.Parse(parts[2], CultureInfo.InvariantCulture)))
            : new DateOnly(year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
