using System.Globalization;
using CampaignTracker.Edtf;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>A partial date in the reader's words: <c>9–10 Oct 2013</c>, <c>Nov 2014</c>, <c>about 20 Jan 2015</c>.</summary>
public static class DateWords
{
    public static string Of(EdtfDate date) => DatePhrases.Short(date, CultureInfo.CurrentUICulture);

    public static string Of(DateOnly day) => Of(EdtfDate.Of(day));

    /// <summary>An instant to the minute, UTC: <c>9 Oct 2013, 14:30 UTC</c>.</summary>
    public static string Of(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(DateOnly.FromDateTime(at.UtcDateTime))}, {at.UtcDateTime:HH:mm} UTC");

    /// <summary>How the date is read, where it does not say one certain day; null where it does.</summary>
    public static string? Reading(EdtfDate date, IStringLocalizer<PageText> text)
    {
        if (date.IsDay && !date.Approximate && !date.Uncertain && !date.Text.Contains('/', StringComparison.Ordinal)) return null;
        return date.IsDay
            ? text["Date.ReadAsDay", date.Text, Of(date.Earliest)]
            : text["Date.ReadAs", date.Text, Of(date.Earliest), Of(date.Latest)];
    }
}
