using System.Globalization;
using CampaignTracker.Domain.Catalogue;

namespace CampaignTracker.Web.Presentation;

/// <summary>Values and types in the words of a page: in the language of the request, as its other texts.</summary>
public static class Words
{
    /// <summary>A value of an enumeration: <c>sentence served</c>.</summary>
    public static string Of(Enum value) => EventTexts.In(CultureInfo.CurrentUICulture).Word(value);

    /// <summary>An event type: <c>release achieved</c>.</summary>
    public static string Of(EventType type) => EventTexts.In(CultureInfo.CurrentUICulture).Name(type);
}
