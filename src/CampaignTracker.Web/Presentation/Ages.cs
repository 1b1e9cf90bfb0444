using System.Globalization;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>Lengths of time in words, as exact as a reader needs.</summary>
public static class Ages
{
    /// <summary>From a date to a day: <c>12 years</c>, <c>7 months</c>, <c>23 days</c>.</summary>
    public static string Between(EdtfDate from, DateOnly to, IStringLocalizer<PageText> text) =>
        Of(DayRange.Between(from, EdtfDate.Of(to)), text);

    public static string Of(DayRange days, IStringLocalizer<PageText> text)
    {
        var (least, most) = (Rounded(days.Min), Rounded(days.Max));
        return least == most ? Of(most, text)
            : text["Age.Range", least.Unit == most.Unit ? least.Count.ToString(CultureInfo.CurrentCulture) : Of(least, text),
            Of(most, text)];
    }

    private static (string Unit, int Count) Rounded(int days) => days switch
    {
        < 60 => ("Days", days),
        < 730 => ("Months", (int)(days / 30.44)),
        _ => ("Years", (int)(days / 365.25)),
    };

    private static string Of((string Unit, int Count) age, IStringLocalizer<PageText> text) =>
        text.Say($"Age.{age.Unit}", ("count", age.Count));
}
