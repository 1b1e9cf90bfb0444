using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Components.Picture;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;
using static System.FormattableString;

namespace CampaignTracker.Web.Pages;

/// <summary>
/// The campaign's picture as a plain SVG, for a report or an article: it carries its title, its description and its looks, and asks nobody
/// for anything.
/// </summary>
public static class PictureEmbed
{
    private const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    public static void MapPictureEmbed(this IEndpointRouteBuilder app) =>
        app.MapGet("/{campaign}/picture.svg", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        string campaign, HttpContext http, PageContextReader contexts, IStringLocalizer<PageText> text)
    {
        var (context, problem) = await contexts.ReadAsync(campaign, http, http.Request.Query);
        if (context is null) return Results.Problem(
            statusCode: problem!.Status, title: text[problem.Status == 404 ? "Problem.NotFound" : "Problem.Address"]);
        var name = http.Request.Query["agreement"].ToString();
        var verdict = context.Ledger.Agreements.FirstOrDefault(one => name.Length == 0 || one.Agreement == name);
        if (verdict is null) return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: text["Home.NoAgreement"]);

        var agreement = AgreementLadder.Of(context.State).Agreements.First(one => one.Name == verdict.Agreement);
        var svg = Encoding.UTF8.GetBytes(Write(context, agreement, verdict, text, $"{http.Request.Scheme}://{http.Request.Host}"));
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(
            svg, "image/svg+xml; charset=utf-8", entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(svg))[..16]}\""));
    }

    private static string Write(
        PageContext context, Agreement agreement, AgreementVerdict verdict, IStringLocalizer<PageText> text, string host)
    {
        var drawing = WideLayout.Of(PictureContent.Of(context, agreement, verdict, text));
        var question = context.State.Opened?.Question ?? context.Title;
        string word = text[$"Word.{verdict.Word}"];
        var description = string.Join(' ', verdict.Gates.Select(gate => gate.Sentence).Append(context.Rules.Notice));
        const int head = 64, foot = 34;
        var svg = new StringBuilder(32_768);
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {drawing.Width} {drawing.Height + head + foot}\" width=\"{drawing.Width}\" height=\"{drawing.Height + head + foot}\" role=\"img\" aria-labelledby=\"t d\">"));
        svg.Append(Invariant($"<title id=\"t\">{Svg.Encode($"{question} {word}")}</title><desc id=\"d\">{Svg.Encode(description)}</desc>"));
        svg.Append(Invariant($"<style>{WebAssets.Text("picture.css")}</style>"));
        svg.Append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>");
        svg.Append(Invariant($"<text x=\"14\" y=\"40\" class=\"t-question\">{Svg.Encode(question)} <tspan class=\"t-word\">{Svg.Encode(word)}</tspan></text>"));
        svg.Append(Invariant($"<g transform=\"translate(0 {head})\">{Svg.Write(drawing, "e", id => host + context.EventLink(id))}</g>"));
        svg.Append(Invariant($"<text x=\"14\" y=\"{drawing.Height + head + 20}\" class=\"t-says\">{Svg.Encode($"{context.Rules.Notice} CampaignTracker, {context.Title}, {Standpoints.Of(context, text)}")}</text>"));
        return svg.Append("</svg>").ToString();
    }
}
