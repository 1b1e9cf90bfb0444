using System.Globalization;

namespace CampaignTracker.Web.Presentation;

/// <summary>The order in which somebody looks for a name: that of the language that is read, and 9 before 10.</summary>
public static class ReadersOrder
{
    /// <summary>Items by their names; those with one name stay in the order that they have.</summary>
    public static IOrderedEnumerable<T> InReadersOrder<T>(this IEnumerable<T> items, Func<T, string> name) =>
        items.OrderBy(name, StringComparer.Create(CultureInfo.CurrentUICulture, CompareOptions.NumericOrdering));
}
