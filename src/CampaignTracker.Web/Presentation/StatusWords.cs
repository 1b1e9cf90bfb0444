using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>Statuses of every kind in words, and how far each meets what was asked.</summary>
public static class StatusWords
{
    /// <summary>One status, or those that are possible: <c>held or free, with conditions</c>.</summary>
    public static string Of(IEnumerable<Enum> possible, IStringLocalizer<PageText> text) =>
        string.Join(text["Status.Or"], possible.Select(status => text[$"Status.{status.GetType().Name}.{status}"].Value));

    /// <summary>The rank that a status amounts to (conditionality.md, 'Status of a condition at a gate').</summary>
    public static Rank RankOf(Enum status) => status switch
    {
        Rank rank => rank,
        Custody.Free or RestrictionState.Lifted or Fulfilment.Met => Rank.Met,
        Custody.FreeConditionally or RestrictionState.Suspended or Fulfilment.MetConditionally => Rank.MetConditionally,
        Custody.HouseArrest or RestrictionState.Eased or Fulfilment.PartlyMet => Rank.PartlyMet,
        Custody or RestrictionState or Fulfilment => Rank.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "is no status"),
    };
}
