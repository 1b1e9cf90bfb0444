using System.Globalization;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Forms;

/// <summary>How a typed date was understood.</summary>
/// <param name="Understood">In words; null where it is none.</param>
/// <param name="Problem">Why it is none; null where it is one, or where nothing is typed yet.</param>
public sealed record DateReading(string? Understood, string? Problem)
{
    public static DateReading Of(string typed, IStringLocalizer<PageText> text)
    {
        if (typed.Trim().Length == 0) return new(null, null);
        if (!WrittenDate.TryRead(typed, out var date, out var problem)) return new(null, problem.Text);
        var exact = DateWords.Reading(date, text) is null;
        return new(exact ? date.Earliest.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture) : text["Form.DateFromTo",
            DateWords.Of(date, text), DateWords.Of(date.Earliest), DateWords.Of(date.Latest)], null);
    }
}
