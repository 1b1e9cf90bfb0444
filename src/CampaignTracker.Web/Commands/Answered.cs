using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Web.Commands;

/// <summary>The answer to a question in words: what may be so is joined by “or”, what is all so by commas.</summary>
internal static class Answered
{
    public static string InWords(StatusKind what, IReadOnlyList<string>? says) => what switch
    {
        _ when says is null => "no question",
        _ when says.Count == 0 => "nothing",
        StatusKind.Custody => Any<Custody>(says),
        StatusKind.Restriction => Any<RestrictionState>(says),
        StatusKind.Fulfilment => Any<Rank>(says),
        StatusKind.Verdict => Any<Verdict>(says),
        StatusKind.Word => Any<Word>(says),
        _ => string.Join(", ", says),
    };

    private static string Any<T>(IReadOnlyList<string> says) where T : struct, Enum =>
        string.Join(" or ", says.Select(one => Enum.TryParse<T>(one, out var value) ? Words.Of(value) : "nothing recorded"));
}
