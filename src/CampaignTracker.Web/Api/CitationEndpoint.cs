using System.Security.Cryptography;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Views;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>A citable answer: its link carries V, K, the rule set and a hash of its bytes, and answers the same bytes or says that they are no longer so.</summary>
public static class CitationEndpoint
{
    /// <summary>The link under which a view can be cited.</summary>
    [WolverineGet("/api/campaigns/{campaign}/citation")]
    public static async Task<IResult> Citation(string campaign, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues, "view");
        var name = http.Request.Query["view"].ToString() is { Length: > 0 } given ? given : "conditionality";
        var view = ViewCatalogue.Stored.FirstOrDefault(view => view.Name == name);
        if (view is null) issues.Add(ValidationIssue.Refuse("view", "unknown_view", $"is no view: there are {string.Join(", ", ViewCatalogue.Stored.Select(view => view.Name))}"));
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        if (await reader.ReplayAsync(campaign, query.AsOf, query.KnownAt, ct) is not var (log, state)) return await ViewEndpoints.NothingKnownAsync(campaign, query.KnownAt, reader, ct);

        var hash = HashOf(ViewAnswer.Write(log, query.AsOf, view!.Draw(state, RuleSetList.BuiltIn.Standing, Memo.New())));
        var path = view == ViewCatalogue.Summary ? "" : $"/{view.Name}";
        var asOf = query.AsOf is { } v ? $"asOf={Uri.EscapeDataString(v.Text)}&" : "";
        return Results.Json(
            new CitedAnswer(campaign, view.Name, Seen.Of(log, query.AsOf), RuleSetList.BuiltIn.Standing.Version, hash,
                $"/api/campaigns/{campaign}{path}?{asOf}knownAt={log.Sequence}&ruleSet={RuleSetList.BuiltIn.Standing.Version}&hash={hash}"),
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
public sealed record CitedAnswer(string Campaign, string View, Seen From, int RuleSet, string Hash, string Link);
