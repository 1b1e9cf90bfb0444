using System.Security.Cryptography;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>
/// A citable answer: its link carries V, K, the rule set and a hash of its bytes, and answers the same bytes or says that they are no
/// longer so.
/// </summary>
public static class CitationEndpoint
{
    /// <summary>The link under which a view can be cited.</summary>
    [WolverineGet("/api/campaigns/{campaign}/citation")]
    public static async Task<IResult> Citation(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http, "view");
        var name = http.Request.Query["view"].ToString() is { Length: > 0 } given ? given : "conditionality";
        var view = ViewCatalogue.Stored.FirstOrDefault(view => view.Name == name);
        if (view is null) issues.Add(ValidationIssue.Refuse(
            "view", "unknown_view", ("known", ViewCatalogue.Stored.Select(view => view.Name))));
        // What is cited is taken from the log itself, as it will be checked.
        var (read, problem) = await requests.CampaignAsync(campaign, from, issues, ct, anew: true);
        if (read is null) return problem!;

        var hash = HashOf(read.Write(read.Of(view!)));
        var path = view == ViewCatalogue.Summary ? "" : $"/{view!.Name}";
        return Results.Json(
            new CitedAnswer(campaign, view!.Name, ViewpointAnswer.Of(read), read.Rules.Version, hash,
                $"/api/campaigns/{campaign}{path}?asOf={Uri.EscapeDataString(read.AsOf.Text)}&knownAt={read.Log.Sequence}"
                + $"&ruleSet={read.Rules.Version}&hash={hash}"),
            ViewJson.Options);
    }

    /// <summary>SHA-256 of an answer, in hexadecimal.</summary>
    internal static string HashOf(byte[] answer) => Convert.ToHexStringLower(SHA256.HashData(answer));
}

/// <summary>How an answer is cited.</summary>
/// <param name="View">The view.</param>
/// <param name="From">The viewpoint, with K as a sequence.</param>
/// <param name="RuleSet">The rule set by which verdicts are given.</param>
/// <param name="Hash">SHA-256 of the answer's bytes, in hexadecimal.</param>
/// <param name="Link">The address that answers these bytes, or says that they are no longer so.</param>
public sealed record CitedAnswer(string Campaign, string View, ViewpointAnswer From, int RuleSet, string Hash, string Link);
