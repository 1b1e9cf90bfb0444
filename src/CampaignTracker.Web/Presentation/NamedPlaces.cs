using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// Texts of pages whose places have names: <c>{by}</c> is put as it is, <c>{count:person|people}</c> is the form that goes with a number,
/// by
/// the rules of the language of the text.
/// </summary>
public static class NamedPlaces
{
    /// <summary>The text of a key with its places filled.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The values by the names of their places; a place without one stays empty.</param>
    public static string Say(this IStringLocalizer<PageText> text, string key, params (string Name, object Value)[] values) =>
        TextTemplate.Read(text[key].Value).Fill(values, static (values, place) =>
        {
            var value = values.FirstOrDefault(one => one.Name == place.Name).Value;
            return place.Way is { } forms && value is int count
                ? IssueTexts.FormFor(count, forms)
                : Convert.ToString(value, CultureInfo.CurrentCulture) ?? "";
        });

    /// <summary>Several in a row, as the language puts them.</summary>
    public static string Listed(IEnumerable<string> all) =>
        string.Join(EventTexts.In(CultureInfo.CurrentUICulture).Find("list"), all);
}
