using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Forms;

/// <summary>What the scripts of a form ask while somebody types. Without script the same is said after sending.</summary>
public static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        app.MapGet("/record/date",
            (string? text, TimeProvider clock, IStringLocalizer<PageText> words) =>
                Results.Json(DateReading.Of(text ?? "", clock.Today(), words), ViewJson.Options))
            .ExcludeFromDescription();
        app.MapGet("/{campaign}/record/find", FindAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> FindAsync(
        string campaign, string? text, string? kinds, string? events, string? subject, HttpContext http, PageContextReader contexts)
    {
        var (context, _) = await contexts.ReadAsync(campaign, http, QueryCollection.Empty);
        if (context is null) return Results.NotFound();
        if (events is null)
        {
            var wanted = (kinds ?? "").Split(',').Select(kind => Enum.TryParse<SubjectKind>(kind, out var one) ? one : (SubjectKind?)null)
                .OfType<SubjectKind>().ToList();
            return Results.Json(new SubjectFinder(context.State.Knowledge).Find(text ?? "", wanted), ViewJson.Options);
        }
        var on = events == "same" && subject is not null ? new SubjectFinder(context.State.Knowledge).Resolve(subject, []) : null;
        return Results.Json(new EventFinder(context.State).Find(text ?? "", on), ViewJson.Options);
    }
}
