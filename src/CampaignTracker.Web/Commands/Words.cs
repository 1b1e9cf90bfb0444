using CampaignTracker.Domain.Catalogue;

namespace CampaignTracker.Web.Commands;

/// <summary>Values in the words of the console.</summary>
internal static class Words
{
    /// <summary>A value of an enumeration: <c>sentence served</c>.</summary>
    public static string Of(Enum value) => EventTexts.In(Languages.OfTheApi).Word(value);
}
