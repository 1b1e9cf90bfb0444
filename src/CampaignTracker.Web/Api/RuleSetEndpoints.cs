using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Viewpoints;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>How verdicts are come by: the rule sets over HTTP.</summary>
public static class RuleSetEndpoints
{
    /// <summary>Every rule set, the oldest first.</summary>
    [WolverineGet("/api/rule-sets")]
    public static IResult RuleSets(HttpContext http, RuleSetList rules) => Answer(http, () =>
        Results.Json(new RuleSetsAnswer([.. rules.All.Select(one => RuleSetSummary.Of(LaidOut(one)))]), ViewJson.Options));

    /// <summary>One rule set, laid out.</summary>
    [WolverineGet("/api/rule-sets/{version}")]
    public static IResult RuleSet(string version, HttpContext http, RuleSetList rules) => Answer(http, () =>
        rules.Find(version) is { } found
            ? Results.Json(LaidOut(found), ViewJson.Options)
            : Problems.NotFound("version", "unknown_rule_set", ("known", rules.All.Select(one => one.Version).ToArray())));

    private static Codebook LaidOut(IRuleSet rules) => rules.Codebook(EventTexts.In(Languages.OfTheApi));

    private static IResult Answer(HttpContext http, Func<IResult> answer)
    {
        List<ValidationIssue> issues = [];
        ViewQuery.RefuseOthers(http.Request.Query, issues, []);
        return issues.Count > 0 ? Problems.Malformed(issues) : answer();
    }
}

/// <summary>The rule sets that there are.</summary>
public sealed record RuleSetsAnswer(IReadOnlyList<RuleSetSummary> RuleSets);

/// <summary>A rule set.</summary>
/// <param name="Version">Its version, as <c>ruleSet</c> names it.</param>
/// <param name="About">What it judges, and how it treats what is not known.</param>
/// <param name="Notice">What a verdict does not say.</param>
public sealed record RuleSetSummary(int Version, string About, string Notice)
{
    internal static RuleSetSummary Of(Codebook book) => new(book.Version, book.About, book.Notice);
}
