using CampaignTracker.Domain.Statuses;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Components;

/// <summary>
/// A piece of a band, 30 by 22: thick while somebody is held or a ban is in force, thin once free. Thickness ranks, the shade only adds.
/// </summary>
internal static class Band
{
    private const string Nothing = "<path class=\"nothing\" d=\"M0 11H30\"/>";
    private const string Contested =
        "<path class=\"held\" d=\"M0 0H30V10H0Z\"/><path class=\"cond\" d=\"M.5 12H29.5V21.5H.5Z\"/>";

    /// <summary>The band of a status, of several that are possible, or of none.</summary>
    public static string Of(IReadOnlyList<Enum> possible) => possible switch
    {
        [] => Nothing,
        [var one] => Of(StatusWords.RankOf(one)),
        _ => Contested,
    };

    private static string Of(Rank rank) => rank switch
    {
        Rank.Met => "<path class=\"free\" d=\"M0 9H30V13H0Z\"/>",
        Rank.MetConditionally => "<path class=\"cond\" d=\"M.5 6.5H29.5V15.5H.5Z\"/>",
        Rank.PartlyMet => "<path class=\"held\" d=\"M0 3H30V19H0Z\"/>",
        _ => "<path class=\"held\" d=\"M0 0H30V22H0Z\"/>",
    };
}
