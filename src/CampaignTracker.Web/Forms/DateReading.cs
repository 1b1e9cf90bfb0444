using System.Globalization;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Forms;

/// <summary>How a typed date was understood.</summary>
/// <param name="Understood">In words, with what is to be noted of it; null where it is none.</param>
/// <param name="Problem">Why it is none; null where it is one, or where nothing is typed yet.</param>
public sealed record DateReading(string? Understood, string? Problem)
{
    /// <param name="typed">What was typed, in whatever language.</param>
    /// <param name="today">The day from which 'yesterday' counts.</param>
    /// <param name="text">The page's words.</param>
    public static DateReading Of(string typed, DateOnly today, IStringLocalizer<PageText> text)
    {
        if (typed.Trim().Length == 0) return new(null, null);
        var (date, problem, remark) = WrittenDate.Read(typed, today);
        if (date is null) return new(null, problem!.In(CultureInfo.CurrentUICulture));
        string understood = DateWords.Reading(date, text) is null
            ? DatePhrases.WithWeekday(date.Earliest, CultureInfo.CurrentUICulture)
            : text["Form.DateFromTo", DateWords.Of(date), DateWords.Of(date.Earliest), DateWords.Of(date.Latest)];
        return new(remark is null ? understood : text["Form.DateRemark", understood, remark.In(CultureInfo.CurrentUICulture)], null);
    }
}
