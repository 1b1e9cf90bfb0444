using System.Globalization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Pages;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Components;

/// <summary>Lengths of time in words, as exact as a reader needs.</summary>
public static class Ages
{
    /// <summary>From a date to a day: <c>12 years</c>, <c>7 months</c>, <c>23 days</c>.</summary>
    public static string Between(FuzzyDate from, DateOnly to, IStringLocalizer<PageText> text) => Of(DayRange.Between(from, FuzzyDate.Of(to)), text);

    public static string Of(DayRange days, IStringLocalizer<PageText> text)
    {
        var (least, most) = (Of(days.Min, text), Of(days.Max, text));
        return least == most ? least : text["Age.Range", least, most];
    }

    private static string Of(int days, IStringLocalizer<PageText> text)
    {
        var (unit, count) = days switch
        {
            < 60 => ("Day", days),
            < 730 => ("Month", (int)(days / 30.44)),
            _ => ("Year", (int)(days / 365.25)),
        };
        return text[count == 1 ? $"Age.{unit}" : $"Age.{unit}s", count.ToString(CultureInfo.CurrentCulture)];
    }
}
