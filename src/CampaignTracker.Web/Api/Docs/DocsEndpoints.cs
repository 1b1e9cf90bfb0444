using System.Text;
using CampaignTracker.Web.Api.OpenApi;

namespace CampaignTracker.Web.Api.Docs;

/// <summary>The API's document, and the pages that people read. All of it is written once, at the first request.</summary>
public static class DocsEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly Lazy<byte[]> Page = new(() => Encoding.UTF8.GetBytes(DocsPage.Write(ApiDocument.Tree)));
    private static readonly Lazy<byte[]> Problems = new(() => Encoding.UTF8.GetBytes(ProblemsPage.Write()));
    private static readonly Lazy<byte[]> Css = new(() => Resource("docs.css"));

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi/v1.json", () => Results.Bytes(ApiDocument.Utf8, ViewEndpoints.Json));
        app.MapGet("/docs/docs.css", () => Results.Bytes(Css.Value, "text/css; charset=utf-8"));
        app.MapGet("/docs", (HttpContext http) => Shown(http, Page.Value));
        app.MapGet("/docs/problems", (HttpContext http) => Shown(http, Problems.Value));
    }

    private static IResult Shown(HttpContext http, byte[] page)
    {
        // The pages have no script and ask no other host; this holds them to it.
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(page, Html);
    }

    private static byte[] Resource(string name)
    {
        using var resource = typeof(DocsEndpoints).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        resource.CopyTo(memory);
        return memory.ToArray();
    }
}
