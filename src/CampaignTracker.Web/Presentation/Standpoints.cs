using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>From where a page looks, in words: <c>The world on 1 Mar 2020, as it was known on 20 Nov 2026</c>.</summary>
public static class Standpoints
{
    public static string Of(PageContext context, IStringLocalizer<PageText> text) => context.KnownAt is not null && context.Log.At is { } at
        ? text["Replay.StandpointKnown", DateWords.Of(context.Day), DateWords.Of(DateOnly.FromDateTime(at.UtcDateTime))]
        : text["Replay.Standpoint", DateWords.Of(context.Day)];
}
