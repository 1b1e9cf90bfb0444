using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>
/// The shapes of statuses and marks, drawn around the origin within a radius of 9. Each differs in shape, so that colour only
/// adds.
/// </summary>
public static class Symbols
{
    /// <summary>Not known: a diamond with a question mark.</summary>
    public const string Unknown =
        "<path class=\"o\" d=\"M0-9.5 9.5 0 0 9.5-9.5 0Z\"/><path class=\"l\" d=\"M-2.6-2.2a2.6 2.4 0 1 1 3.6 2.3Q0 .8 0 2.2M0 4.6v.6\"/>";

    public static string OfStatus(Enum status) => StatusWords.RankOf(status) switch
    {
        Rank.Met => "<circle class=\"o\" r=\"8.5\"/><path class=\"l\" d=\"M-4 .5-1 3.5 4.5-3\"/>",
        Rank.MetConditionally => "<circle class=\"o d\" r=\"8.5\"/><path class=\"l\" d=\"M-4 .5-1 3.5 4.5-3\"/>",
        Rank.PartlyMet => "<circle class=\"o\" r=\"8.5\"/><path class=\"f\" d=\"M-8.5 0a8.5 8.5 0 0 0 17 0Z\"/>",
        _ => "<rect class=\"f\" x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" rx=\"1.5\"/>",
    };

    public static string ClassOf(Enum status) => StatusWords.RankOf(status) switch
    {
        Rank.Met => "s-met",
        Rank.MetConditionally => "s-cond",
        Rank.PartlyMet => "s-part",
        _ => "s-unmet",
    };

    public static string Of(LineMarkKind kind) => kind switch
    {
        LineMarkKind.Asked => "<path class=\"l\" d=\"M-4 8V-8\"/><path class=\"f\" d=\"M-4-8H7L4-4.5 7-1H-4Z\"/>",
        LineMarkKind.Met => "<circle class=\"o\" r=\"7.5\"/><path class=\"l\" d=\"M-3.5 .5-1 3 4-2.5\"/>",
        LineMarkKind.Unmet => "<rect class=\"f\" x=\"-6\" y=\"-6\" width=\"12\" height=\"12\" rx=\"1\"/>",
        LineMarkKind.Away => "<path class=\"f\" d=\"M0 8-8-6H8Z\"/>",
        LineMarkKind.Toward => "<path class=\"o\" d=\"M0-8 8 6H-8Z\"/>",
        LineMarkKind.Refusal => "<path class=\"x\" d=\"M-5.5-5.5 5.5 5.5M5.5-5.5-5.5 5.5\"/>",
        LineMarkKind.Contested => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no symbol"),
    };

    public static string ClassOf(LineMarkKind kind) => $"m-{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}";
}
