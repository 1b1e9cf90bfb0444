using System.Globalization;
using CampaignTracker.Edtf;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>A partial date in the reader's words: <c>9–10 Oct 2013</c>, <c>Nov 2014</c>, <c>about 20 Jan 2015</c>.</summary>
public static class DateWords
{
    public static string Of(EdtfDate date, IStringLocalizer<PageText> text)
    {
        var parts = date.Text.Split('/');
        string words = date switch
        {
            { OpenEnd: true } => text["Date.Since", Point(parts[0], text)],
            { OpenBeginning: true } => text["Date.Until", Point(parts[1], text)],
            { UnknownEnd: true } => text["Date.EndUnknown", Point(parts[0], text)],
            { UnknownBeginning: true } => text["Date.BeginningUnknown", Point(parts[1], text)],
            _ when parts.Length == 2 => Range(parts[0], parts[1], date, text),
            _ => Point(parts[0], text),
        };
        if (date.Approximate) words = text["Date.About", words];
        return date.Uncertain ? text["Date.Unsure", words] : words;
    }

    public static string Of(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>How the date is read, where it does not say one certain day; null where it does.</summary>
    public static string? Reading(EdtfDate date, IStringLocalizer<PageText> text)
    {
        if (date.IsDay && !date.Approximate && !date.Uncertain && !date.Text.Contains('/', StringComparison.Ordinal)) return null;
        return date.IsDay
            ? text["Date.ReadAsDay", date.Text, Of(date.Earliest)]
            : text["Date.ReadAs", date.Text, Of(date.Earliest), Of(date.Latest)];
    }

    private static string Range(string from, string to, EdtfDate date, IStringLocalizer<PageText> text)
    {
        var sameMonth = from.Length >= 10 && to.Length >= 10 && from[..7] == to[..7];
        return sameMonth
            ? $"{date.Earliest.Day}–{Of(date.Latest)}"
            : $"{Point(from, text)} – {Point(to, text)}";
    }

    private static string Point(string edtf, IStringLocalizer<PageText> text)
    {
        var parts = edtf.TrimEnd('~', '?', '%').Split('-');
        var year = parts[0];
        if (year.EndsWith("XX", StringComparison.Ordinal)) return text["Date.Century", year.Replace('X', '0'), year.Replace('X', '9')];
        if (year.EndsWith('X')) return text["Date.Years", year.Replace('X', '0')];
        var month = parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var m) ? m : 0;
        if (month > 20) return text[$"Date.Season{month}", year];
        if (month == 0) return year;
        var first = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), month, 1);
        return parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var day)
            ? Of(first.AddDays(day - 1))
            : first.ToString("MMM yyyy", CultureInfo.CurrentCulture);
    }
}
