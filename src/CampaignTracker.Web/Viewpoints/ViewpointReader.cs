using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>
/// Turns a request, a page's address or a command's options into (V, K, clearance) and a rule set: the one place where that is done. Where
/// no V is given, it is today, whatever K is.
/// </summary>
public sealed class ViewpointReader(IViewerClearance clearance, RuleSetList rules, TimeProvider clock)
{
    private static readonly string[] Names = ["asOf", "knownAt", "ruleSet", "after"];

    /// <summary>
    /// The viewpoint of a request; a parameter that nobody reads is refused, since a mistyped one would silently give another answer.
    /// </summary>
    /// <param name="issues">Takes what is wrong.</param>
    /// <param name="others">The further parameters of the address.</param>
    public ViewpointRequest Read(HttpContext http, List<ValidationIssue> issues, params ReadOnlySpan<string> others)
    {
        ViewQuery.RefuseOthers(http.Request.Query, issues, [.. Names, .. others]);
        var query = http.Request.Query;
        return From(
            ViewQuery.Date(query, "asOf", clock.Today(), issues),
            ReadKnownAt(query["knownAt"].ToString(), issues, "knownAt"),
            clearance.Of(http),
            ReadRules(query["ruleSet"].ToString(), issues, "ruleSet"),
            ViewQuery.Number(query, "after", issues));
    }

    /// <summary>One side of a comparison: <c>fromAsOf</c>, <c>fromKnownAt</c>; the rule set is that of both.</summary>
    /// <param name="side">What the names of its parameters begin with.</param>
    /// <param name="whole">What is the same for both.</param>
    public static ViewpointRequest ReadSide(
        HttpContext http, string side, ViewpointRequest whole, List<ValidationIssue> issues) => whole with
    {
        AsOf = ViewQuery.Date(http.Request.Query, $"{side}AsOf", whole.Today, issues) ?? EdtfDate.Of(whole.Today),
        KnownAt = ReadKnownAt(http.Request.Query[$"{side}KnownAt"].ToString(), issues, $"{side}KnownAt"),
    };

    /// <summary>The viewpoint of a page, whose K can be a day as well, which reaches to its end (UTC).</summary>
    public ViewpointRequest ReadPage(HttpContext http, IQueryCollection query, List<ValidationIssue> issues) => From(
        ViewQuery.Date(query, "asOf", clock.Today(), issues),
        ReadDayOrKnownAt(query["knownAt"].ToString(), issues, "knownAt"),
        clearance.Of(http),
        ReadRules(query["ruleSet"].ToString(), issues, "ruleSet"),
        ViewQuery.Number(query, "after", issues)) with { Language = PageLanguage() };

    /// <summary>One side of a comparison on a page.</summary>
    /// <param name="side">What the names of its parameters begin with.</param>
    public ViewpointRequest ReadPageSide(
        HttpContext http, string side, string asOf, string knownAt, List<ValidationIssue> issues) => From(
            ViewQuery.ReadDate(asOf, clock.Today(), issues, $"{side}AsOf"),
            ReadDayOrKnownAt(knownAt, issues, $"{side}KnownAt"),
            clearance.Of(http),
            rules.AskOwn(),
            after: null) with { Language = PageLanguage() };

    /// <summary>The viewpoint of a command: each option by its name, with what was given; empty where nothing was.</summary>
    public ViewpointRequest ReadCommand(
        (string Name, string Text) asOf, (string Name, string Text) knownAt, (string Name, string Text) ruleSet,
        List<ValidationIssue> issues) => From(
            ViewQuery.ReadDate(asOf.Text, clock.Today(), issues, asOf.Name),
            ReadKnownAt(knownAt.Text, issues, knownAt.Name),
            clearance.Of(null),
            ReadRules(ruleSet.Text, issues, ruleSet.Name),
            after: null);

    /// <summary>The campaign as it is now, by the standing rule set.</summary>
    public ViewpointRequest Now(HttpContext? http) =>
        From(asOf: null, KnownAt.Now, clearance.Of(http), rules.AskOwn(), after: null) with { Language = PageLanguage() };

    // Addresses that are no pages are answered in the language of the API, which is then that of the request.
    private static CultureInfo PageLanguage() => Languages.Find(CultureInfo.CurrentUICulture) ?? Languages.OfTheApi;

    private ViewpointRequest From(EdtfDate? asOf, KnownAt knownAt, Sensitivity seen, AskedRules asked, long? after)
    {
        var today = clock.Today();
        return new(asOf ?? EdtfDate.Of(today), knownAt, seen, asked, after, today);
    }

    private AskedRules ReadRules(string text, List<ValidationIssue> issues, string name)
    {
        if (text.Length == 0) return rules.AskOwn();
        if (rules.Find(text) is { } found) return new(found, rules);
        issues.Add(ValidationIssue.Refuse(name, "unknown_rule_set", ("known", rules.All.Select(one => one.Version).ToArray())));
        return rules.AskOwn();
    }

    /// <summary>K from text: an RFC 3339 instant, or a sequence.</summary>
    private static KnownAt ReadKnownAt(string text, List<ValidationIssue> issues, string name)
    {
        if (text.Length == 0) return KnownAt.Now;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return new KnownAt(Sequence: sequence);

        // A plus sign that nobody escaped arrives as a space.
        if (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-', ' ']) > 10))
            return new KnownAt(Instant: instant);
        issues.Add(ValidationIssue.Refuse(name, "wrong_value:known_at"));
        return KnownAt.Now;
    }

    // A day reaches to its end, UTC.
    private static KnownAt ReadDayOrKnownAt(string text, List<ValidationIssue> issues, string name) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new KnownAt(Instant: new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero))
            : ReadKnownAt(text, issues, name);
}
