using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using Microsoft.AspNetCore.Localization;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>
/// The language of a page: the one that its address begins with (<c>/ru/…</c>), else the one that the person has chosen, else the first of
/// the browser's that there are texts in, else English. Whatever is no page is answered in the language of the API.
/// </summary>
public static class PageLanguage
{
    private const string Cookie = "campaign-tracker-language";

    // Numbers and days as they are written where most read the language.
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The first parts of an address that name a language; no campaign is called so.</summary>
    public static IReadOnlySet<string> Names { get; } = Languages.All.Select(language => language.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>An address of a page in the language of this one, where the address of this one names it.</summary>
    /// <param name="path">The address without a language, from its first slash on.</param>
    public static string Link(HttpContext http, string path) => http.Request.PathBase + path;

    /// <summary>The address of this page in another language.</summary>
    public static string Switch(HttpContext http, CultureInfo language) => $"/{language.Name}{http.Request.Path}{http.Request.QueryString}";

    /// <summary>Reads the language of each request; before the routes, which do not know it.</summary>
    /// <param name="isPage">False for an address that is no page, whatever the language.</param>
    public static void UsePageLanguage(this WebApplication app, Func<HttpRequest, bool> isPage) => app.Use(async (http, next) =>
    {
        var language = isPage(http.Request) ? OfAddress(http) ?? Chosen(http) : null;
        var culture = language is null || language.Equals(Languages.OfTheApi) ? English : language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        // A page of failure is drawn after this has come back.
        http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), provider: null));
        await next(http);
    });

    private static CultureInfo? OfAddress(HttpContext http)
    {
        // A request for the server itself has no path.
        if (http.Request.Path.Value is not { Length: > 0 } path) return null;
        var end = path.IndexOf('/', 1);
        var first = end < 0 ? path[1..] : path[1..end];
        if (!Names.Contains(first)) return null;
        http.Request.PathBase = http.Request.PathBase.Add($"/{first}");
        http.Request.Path = end < 0 ? "/" : path[end..];
        // Whoever came here from a page of ours has chosen it; a link from elsewhere says nothing of whoever follows it.
        if (http.Request.Headers["Sec-Fetch-Site"] == "same-origin")
        {
            http.Response.Cookies.Append(
                Cookie, first, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        }
        return CultureInfo.GetCultureInfo(first);
    }

    private static CultureInfo? Chosen(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Accept-Language, Cookie");
        if (http.Request.Cookies[Cookie] is { } chosen && Names.Contains(chosen)) return CultureInfo.GetCultureInfo(chosen);
        return http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
            .Where(one => one.Quality is not 0).Select(one => Known(one.Value.ToString())).FirstOrDefault(language => language is not null);
    }

    private static CultureInfo? Known(string name)
    {
        try
        {
            return Languages.Find(CultureInfo.GetCultureInfo(name));
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
