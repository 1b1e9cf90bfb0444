using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Web.Components;
using CampaignTracker.Web.Components.Picture;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Pages;

/// <summary>
/// The picture of an agreement as a file: SVG and PNG for a report or an article, a table of what it shows, and the code that puts it into
/// a page.
/// </summary>
public static class PictureEmbed
{
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    public static void MapPictureEmbed(this IEndpointRouteBuilder app)
    {
        Map(app, "svg", "image/svg+xml; charset=utf-8", (context, answer) => Encoding.UTF8.GetBytes(Sheet.Of(context, answer).Svg(alone: true)));
        Map(app, "png", "image/png", (context, answer) => Png.Of(Sheet.Of(context, answer).Drawing));
        Map(app, "csv", "text/csv; charset=utf-8", (_, answer) => Encoding.UTF8.GetBytes(PictureTable.Csv(answer.Content)));
        Map(app, "txt", "text/plain; charset=utf-8", (context, answer) =>
            Encoding.UTF8.GetBytes($"<figure>\n{Sheet.Of(context, answer).Svg(alone: false)}</figure>\n"));
    }

    private static void Map(IEndpointRouteBuilder app, string kind, string type, Func<PageContext, AgreementAnswer, byte[]> write) =>
        app.MapGet($"/{{campaign}}/picture.{kind}", async (
            string campaign, HttpContext http, PageContextReader contexts, IStringLocalizer<PageText> text) =>
        {
            var (context, problem) = await contexts.ReadAsync(campaign, http, http.Request.Query);
            if (context is null) return Results.Problem(
                statusCode: problem!.Status, title: text[problem.Status == 404 ? "Problem.NotFound" : "Problem.Address"]);
            var name = http.Request.Query["agreement"].ToString();
            var answer = AgreementAnswer.Of(context, text).FirstOrDefault(one => name.Length == 0 || one.Agreement.Name == name);
            if (answer is null) return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: text["Home.NoAgreement"]);
            var file = write(context, answer);
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(file, type, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..16]}\""));
        }).ExcludeFromDescription();
}
