using System.Security.Cryptography;
using System.Text.Json;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>The views over HTTP: the live ones as they are stored, any other viewpoint by replay.</summary>
public static class ViewEndpoints
{
    internal const string Json = "application/json; charset=utf-8";

    /// <summary>Every campaign.</summary>
    [WolverineGet("/api/campaigns")]
    public static async Task<IResult> Campaigns(HttpContext http, CampaignRequests requests, CampaignReader reader, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http);
        if (http.Request.Query.ContainsKey("asOf")) issues.Add(ValidationIssue.Refuse("asOf", "unknown_parameter:list_of_campaigns"));
        if (from.KnownAt != KnownAt.Now) issues.Add(ValidationIssue.Refuse("knownAt", "unknown_parameter:list_of_campaigns"));
        if (await requests.ProblemAsync(from, issues, ct) is { } problem) return problem;
        return Results.Json(new { campaigns = await reader.CampaignsAsync(from, ct) }, ViewJson.Options);
    }

    /// <summary>One view of a campaign, from the viewpoint that the query names.</summary>
    public static async Task<IResult> ViewAsync(
        CampaignView view, string campaign, HttpContext http, CampaignRequests requests, LiveViews live, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http, "hash");
        if (await requests.ProblemAsync(from, issues, ct) is { } problem) return problem;
        var hash = http.Request.Query["hash"].ToString();
        if (hash.Length == 0
            && await live.FindAsync(campaign, view.Name, from, ct) is { } stored) return Tagged(http, stored.Body, stored.Stamp);

        // A citation is held against the log itself.
        var (read, unanswered) = await requests.CampaignAsync(campaign, from, issues, ct, anew: hash.Length > 0);
        if (read is null) return unanswered!;
        var drawn = read.Of(view);
        var answer = read.Write(drawn);
        if (hash.Length > 0)
        {
            return string.Equals(hash, CitationEndpoint.HashOf(answer), StringComparison.OrdinalIgnoreCase)
                ? Results.Bytes(answer, Json)
                : Problems.NoLongerSo(CitationEndpoint.HashOf(answer), read.Log.Sequence);
        }
        if (!from.IsNow) return Results.Bytes(answer, Json);
        live.Replayed(campaign, read.Log.Sequence, from);
        // What may be seen and the day decide on the tag, and nothing of what may not.
        var seen = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(drawn, drawn.GetType(), ViewJson.Options));
        return Tagged(http, answer, $"{Convert.ToHexStringLower(seen)[..32]}-{from.AsOf}");
    }

    // May be kept, and must be asked for again: 304 while it is the same.
    private static IResult Tagged(HttpContext http, byte[] body, string stamp)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(body, Json, entityTag: new EntityTagHeaderValue($"\"{stamp}\""));
    }

    /// <summary>Gives every view its address.</summary>
    public static void MapViews(this IEndpointRouteBuilder app)
    {
        foreach (var view in ViewCatalogue.Stored)
        {
            var path = view == ViewCatalogue.Summary ? "" : $"/{view.Name}";
            app.MapGet($"/api/campaigns/{{campaign}}{path}",
                (string campaign, HttpContext http, CampaignRequests requests, LiveViews live, CancellationToken ct) =>
                    ViewAsync(view, campaign, http, requests, live, ct))
                .WithName(view.Name).WithTags("Views").WithSummary(view.Shows);
        }
    }
}
