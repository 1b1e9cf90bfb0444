using CampaignTracker.Web.Components;
using CampaignTracker.Web.Forms;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Viewpoints;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace CampaignTracker.Web.Pages;

/// <summary>The pages: static server rendering, plain links and forms, no script needed.</summary>
public static class PageSetup
{
    // Nothing from another host, no inline script or style, no frame around us.
    internal const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<FormOptions>(form => form.ValueCountLimit = FormValues.MaxValues);
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "campaign-tracker-form");
        services.AddResponseCompression(compression =>
        {
            // A form's token is masked anew in each answer, so that nothing can be told from the length of one.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.AddLocalization(localization => localization.ResourcesPath = "Resources");
        services.AddScoped<PageContextReader>();
        services.AddScoped<FieldWords>();
        services.AddScoped<RecordingDesk>();
        services.AddScoped<Amending>();
        services.AddSingleton<ReplaySteps>();
    }

    /// <summary>True when somebody at a browser asked for a page.</summary>
    internal static bool AsksForPage(HttpRequest request) =>
        IsPage(request) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>False for an address that belongs to the API, to files or to health.</summary>
    internal static bool IsPage(HttpRequest request) => !Others.Any(other => request.Path.StartsWithSegments(other));

    private static readonly PathString[] Others = ["/api", "/assets", "/docs", "/health", "/openapi"];

    /// <summary>Says to every browser what a page may do; checks that a form was sent from one of ours.</summary>
    public static void UsePageSecurity(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(async (http, next) =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            {
                // A campaign's page takes any first part of an address; these belong to others, who answer in their own way.
                if (Others.Any(other => http.Request.Path.StartsWithSegments(other)))
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
            }
            await next(http);
        });
        app.UseSentForms();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapAssets();
        app.MapRazorComponents<App>();
        app.MapPictureEmbed();
        app.MapForms();
    }
}
