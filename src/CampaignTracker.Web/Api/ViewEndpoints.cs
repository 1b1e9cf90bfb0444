using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Views;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>The views over HTTP: the live ones as they are stored, any other viewpoint by replay.</summary>
public static class ViewEndpoints
{
    internal const string Json = "application/json; charset=utf-8";

    /// <summary>Every campaign.</summary>
    [WolverineGet("/api/campaigns")]
    public static async Task<IResult> Campaigns(HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues);
        if (query.AsOf is not null) issues.Add(ValidationIssue.Refuse("asOf", "unknown_parameter", "does not apply to the list of campaigns"));
        if (query.KnownAt != KnownAt.Now) issues.Add(ValidationIssue.Refuse("knownAt", "unknown_parameter", "does not apply to the list of campaigns"));
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        return Results.Json(new { campaigns = await reader.CampaignsAsync(ct) }, ViewJson.Options);
    }

    /// <summary>One view of a campaign, from the viewpoint that the query names.</summary>
    public static async Task<IResult> ViewAsync(CampaignView view, string campaign, HttpContext http, CampaignReader reader, LiveViews live, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues, "ruleSet", "hash");
        if (issues.Count > 0) return Problems.Malformed(issues);
        var ruleSet = http.Request.Query["ruleSet"].ToString();
        if (ruleSet.Length > 0 && ruleSet != RuleSetList.BuiltIn.Standing.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            return Problems.RuleSetGone(ruleSet.Length > 20 ? ruleSet[..20] : ruleSet);
        if (await NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        var hash = http.Request.Query["hash"].ToString();
        if (hash.Length == 0 && query.IsLive && await live.FindAsync(campaign, view.Name, ct) is { } stored)
        {
            // May be kept, and must be asked for again: 304 while it is the same.
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(stored.Body, Json, entityTag: new EntityTagHeaderValue($"\"{stored.Stamp}\""));
        }
        // A citation is held against the log itself.
        if (await reader.ReplayAsync(campaign, query.AsOf, query.KnownAt, ct, anew: hash.Length > 0) is not var (log, state)) return await NothingKnownAsync(campaign, query.KnownAt, reader, ct);
        var answer = ViewAnswer.Write(log, query.AsOf, view.Draw(state, RuleSetList.BuiltIn.Standing, Memo.New()));
        if (hash.Length > 0 && !string.Equals(hash, CitationEndpoint.HashOf(answer), StringComparison.OrdinalIgnoreCase))
        {
            return Problems.NoLongerSo(
                $"is not that of the answer as it can be given today ({CitationEndpoint.HashOf(answer)}): what was recorded up to sequence {log.Sequence} is no longer all there "
                + "or readable, such as erased personal data, or this version of the tracker lays the view out otherwise; leave the hash out to see it");
        }
        if (query.IsLive && hash.Length == 0) live.Replayed(campaign, log.Sequence);
        return Results.Bytes(answer, Json);
    }

    /// <summary>The answer to a read whose views have not come as far as it asks; null when they have.</summary>
    internal static async Task<IResult?> NotYetAsync(ViewQuery query, CampaignReader reader, CancellationToken ct)
    {
        if (query.After is not { } sequence) return null;
        var reached = await reader.WaitAsync(sequence, ct);
        return reached >= sequence ? null : Problems.NotYet(sequence, reached);
    }

    /// <summary>The answer where nothing of a campaign is known at K: there is no such campaign, or it was first recorded later.</summary>
    internal static async Task<IResult> NothingKnownAsync(string campaign, KnownAt knownAt, CampaignReader reader, CancellationToken ct) =>
        knownAt != KnownAt.Now && await reader.LogAsync(campaign, ct) is { Events: [var first, ..] }
            ? Problems.NotFound("knownAt", "nothing_known", $"lies before the first recording of {campaign}, which is sequence {first.Sequence}, of {first.RecordedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
            : Problems.UnknownCampaign(campaign);

    /// <summary>Gives every view its address.</summary>
    public static void MapViews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/campaigns/{campaign}",
            (string campaign, HttpContext http, CampaignReader reader, LiveViews live, CancellationToken ct) => ViewAsync(ViewCatalogue.Summary, campaign, http, reader, live, ct))
            .WithName(ViewCatalogue.Summary.Name).WithTags("Views").WithSummary(ViewCatalogue.Summary.Shows);
        foreach (var view in ViewCatalogue.Stored.Where(view => view != ViewCatalogue.Summary))
        {
            app.MapGet($"/api/campaigns/{{campaign}}/{view.Name}",
                (string campaign, HttpContext http, CampaignReader reader, LiveViews live, CancellationToken ct) => ViewAsync(view, campaign, http, reader, live, ct))
                .WithName(view.Name).WithTags("Views").WithSummary(view.Shows);
        }
    }
}
