using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Api;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Views;

namespace CampaignTracker.Web.Pages;

/// <summary>A campaign as a page sees it: the picture at the viewpoint of the address, and the links that keep that viewpoint.</summary>
/// <param name="Log">The events that the picture was drawn from.</param>
/// <param name="State">The campaign from this viewpoint.</param>
/// <param name="AsOf">V as the address gives it; null when open.</param>
/// <param name="KnownAt">K as the address gives it; null for now.</param>
/// <param name="Today">The day of reading, UTC.</param>
public sealed record PageContext(CampaignLog Log, CampaignState State, string? AsOf, string? KnownAt, DateOnly Today)
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "timeline", "replay", "demands", "cases", "restrictions", "dialogues", "resolutions", "agreements", "contested", "record", "events",
        "subjects", "compare", "why", "expectations", "assessments",
    };

    /// <summary>The rule set that verdicts are asked of.</summary>
    public IRuleSet Rules => RuleSetList.BuiltIn.Standing;

    /// <summary>What is worked out for this page.</summary>
    public Memo Memo { get; } = Memo.New();

    public string Campaign => Log.Campaign;

    public string Title => State.Campaign?.Title ?? Campaign;

    /// <summary>True for the world open and knowledge now.</summary>
    public bool IsNow => AsOf is null && KnownAt is null;

    /// <summary>The day up to which the world counts: V, or today.</summary>
    public DateOnly Day => State.Viewpoint.AsOf?.Latest ?? Today;

    /// <summary>The picture as of its day: where V is open, what is overdue depends on the day of reading.</summary>
    public CampaignState OnItsDay => AsOf is null ? CampaignState.Of(Log.Events, State.Viewpoint with { AsOf = EdtfDate.Of(Today) }) : State;

    /// <summary>The viewpoint as a query: <c>?asOf=2015-12-21</c>, or nothing.</summary>
    public string Query => QueryOf(("asOf", AsOf), ("knownAt", KnownAt));

    /// <summary>A query of parameters; those that are null or empty are left out.</summary>
    public static string QueryOf(params IEnumerable<(string Name, string? Value)> parameters)
    {
        var parts = parameters.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>An address within the campaign from the same viewpoint; the empty path is its home.</summary>
    public string Link(string path) => $"/{Campaign}{(path.Length == 0 ? "" : "/")}{path}{Query}";

    /// <summary>An address within the campaign from another viewpoint.</summary>
    public string LinkAt(string path, string? asOf, string? knownAt) => $"/{Campaign}{(path.Length == 0 ? "" : "/")}{path}{QueryOf(("asOf", asOf), ("knownAt", knownAt))}";

    public string EventLink(Guid id) => Link($"events/{id}");

    /// <summary>The page of a subject; one that is called like a section of the pages has a longer address.</summary>
    public string SubjectLink(string name) =>
        name == Campaign ? Link("") : Link(Sections.Contains(name) ? $"subjects/{name}" : name);

    /// <summary>The fact of an event with what it says, for links that show it; null when it cannot be seen.</summary>
    public ShownEvent? Shown(Guid id) => State.Knowledge.Fact(id) is { } fact
        ? new(fact.Id, EventCatalogue.Of(fact.Event).Name, fact.Event.Occurred, State.Sentence(fact.Event))
        : null;

}

/// <summary>Why a page cannot be shown.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Issues">What is wrong with the address; empty when the campaign does not exist.</param>
public sealed record PageProblem(int Status, IReadOnlyList<ValidationIssue> Issues);

/// <summary>Reads the campaign of an address at the viewpoint of its query.</summary>
public sealed class PageContextReader(CampaignReader reader, LiveStates live, TimeProvider clock)
{
    /// <summary>The sight, or why there is none.</summary>
    public async Task<(PageContext? PageContext, PageProblem? Problem)> ReadAsync(string campaign, IQueryCollection query, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var asOf = ViewQuery.Date(query, "asOf", issues);
        var knownAt = ReadKnownAt(query["knownAt"].ToString(), issues);
        if (issues.Count > 0) return (null, new(StatusCodes.Status400BadRequest, issues));

        // Whoever has just recorded sees it: the form's answer leads here with the sequence that must be settled.
        if (ViewQuery.Number(query, "after", issues) is { } after) await reader.WaitAsync(after, ct);
        if (ShortName.Problem(campaign) is not null
            || await (asOf is null && knownAt == KnownAt.Now ? live.FindAsync(campaign, ct) : reader.ReplayAsync(campaign, asOf, knownAt, ct)) is not var (log, state))
            return (null, new(StatusCodes.Status404NotFound, []));
        return (new(log, state, asOf?.Text, knownAt == KnownAt.Now ? null : query["knownAt"].ToString(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), null);
    }

    /// <summary>K as a page takes it: beside what the API takes, a day, which reaches to its end (UTC).</summary>
    public static KnownAt ReadKnownAt(string text, List<ValidationIssue> issues, string name = "knownAt") =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new KnownAt(Instant: new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero))
            : ViewQuery.ReadKnownAt(text, issues, name);
}
