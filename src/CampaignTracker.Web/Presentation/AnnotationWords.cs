using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Presentation;

/// <summary>Annotations in words: <c>met afterwards: Release Roza Tuletaeva, 23 to 52 days</c>.</summary>
public static class AnnotationWords
{
    public static string Of(Annotation annotation, PageContext context, IStringLocalizer<PageText> text)
    {
        var days = (annotation.FromDays, annotation.ToDays) switch
        {
            (null, _) => null,
            var (from, to) when from == to => text.Say("Annotation.Days", ("count", from.Value)),
            var (from, to) => text["Annotation.DayRange", from, to!].Value,
        };
        string[] parts = [.. new[] { annotation.Condition is { } demand ? context.State.TitleOf(demand) : null, days,
            annotation.Detail }.OfType<string>()];
        string name = text[$"Annotation.{annotation.Kind}"];
        return parts.Length == 0 ? name : $"{name}: {string.Join(", ", parts)}";
    }
}
