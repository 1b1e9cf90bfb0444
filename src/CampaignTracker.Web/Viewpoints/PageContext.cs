using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>A campaign as a page sees it: the campaign at the viewpoint of the address, and the links that keep that viewpoint.</summary>
/// <param name="From">The campaign from this viewpoint.</param>
/// <param name="AsOf">V as the address gives it; null for today.</param>
/// <param name="KnownAt">K as the address gives it; null for now.</param>
/// <param name="RuleSet">The rule set as the address gives it; null for the standing one.</param>
/// <param name="Today">The day of reading.</param>
/// <param name="Base">What every address begins with: the language, where the address of the page names it.</param>
public sealed record PageContext(CampaignAt From, string? AsOf, string? KnownAt, string? RuleSet, DateOnly Today, string Base)
{
    /// <summary>The events that are known.</summary>
    public CampaignLog Log => From.Log;

    /// <summary>The campaign from this viewpoint.</summary>
    public CampaignState State => From.State;

    /// <summary>The rule set that verdicts are asked of.</summary>
    public IRuleSet Rules => From.Rules;

    /// <summary>The verdicts.</summary>
    public ConditionalityLedger Ledger => From.Ledger;

    /// <summary>Each agreement with its steps.</summary>
    public AgreementLadder Ladder => From.Of<AgreementLadder>(ViewCatalogue.Agreements);

    /// <summary>What was asked, and what became of it.</summary>
    public DemandBoard Demands => From.Of<DemandBoard>(ViewCatalogue.Demands);

    /// <summary>The people.</summary>
    public CaseList Cases => From.Of<CaseList>(ViewCatalogue.Cases);

    /// <summary>The series of meetings.</summary>
    public DialogueLog Dialogues => From.Of<DialogueLog>(ViewCatalogue.Dialogues);

    /// <summary>What sources disagree on.</summary>
    public ContestedQueue Contested => From.Of<ContestedQueue>(ViewCatalogue.Contested);

    /// <summary>What was to happen by a date.</summary>
    public Expectations Expected => From.Of<Expectations>(ViewCatalogue.Expectations);

    /// <summary>What is worked out for this page.</summary>
    public Memo Memo { get; } = Memo.New();

    public string Campaign => Log.Campaign;

    public string Title => State.Campaign?.Title ?? Campaign;

    /// <summary>True for the world as of today and knowledge now.</summary>
    public bool IsNow => Day == Today && KnownAt is null;

    /// <summary>The day up to which the world counts, itself included.</summary>
    public DateOnly Day => From.AsOf.Latest;

    /// <summary>The parameters of the viewpoint.</summary>
    public IEnumerable<(string Name, string? Value)> Parameters => [("asOf", AsOf), ("knownAt", KnownAt), ("ruleSet", RuleSet)];

    /// <summary>The viewpoint as a query: <c>?asOf=2015-12-21</c>, or nothing.</summary>
    public string Query => QueryOf(Parameters);

    /// <summary>A query of parameters; those that are null or empty are left out.</summary>
    public static string QueryOf(params IEnumerable<(string Name, string? Value)> parameters)
    {
        var parts = parameters.Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>An address within the campaign from the same viewpoint; the empty path is its home.</summary>
    public string Link(string path) => LinkAt(path, AsOf, KnownAt);

    /// <summary>An address within the campaign from another viewpoint, by the same rule set.</summary>
    public string LinkAt(string path, string? asOf, string? knownAt) =>
        $"{Base}/{Campaign}{(path.Length == 0 ? "" : "/")}{path}{QueryOf(("asOf", asOf), ("knownAt", knownAt), ("ruleSet", RuleSet))}";

    /// <summary>The comparison that begins here.</summary>
    public string CompareLink => $"{Base}/{Campaign}/compare{QueryOf(("fromAsOf", AsOf), ("fromKnownAt", KnownAt), ("ruleSet", RuleSet))}";

    /// <summary>Where something is recorded in the campaign, which is always done now.</summary>
    /// <param name="rest">What follows: a type, a query, or nothing.</param>
    public string RecordLink(string rest) => $"{Base}/{Campaign}/record{rest}";

    public string EventLink(Guid id) => Link($"events/{id}");

    /// <summary>The page of a subject; one that is called like a section of the pages has a longer address.</summary>
    public string SubjectLink(string name) =>
        name == Campaign ? Link("") : Link(PageSections.Taken.Contains(name) ? $"subjects/{name}" : name);

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
public sealed class PageContextReader(CampaignReader reader, ViewpointReader viewpoints)
{
    /// <summary>What a page is drawn from, or why there is nothing.</summary>
    /// <param name="query">The parameters that say from where the page looks.</param>
    public async Task<(PageContext? PageContext, PageProblem? Problem)> ReadAsync(string campaign, HttpContext http, IQueryCollection query)
    {
        List<ValidationIssue> issues = [];
        var from = viewpoints.ReadPage(http, query, issues);
        if (issues.Count > 0) return (null, new(StatusCodes.Status400BadRequest, issues));

        // Whoever has just recorded sees it: the form's answer leads here with the sequence that must be settled.
        if (from.After is { } after) await reader.WaitAsync(after, http.RequestAborted);
        return await reader.ReadAsync(campaign, from, http.RequestAborted) is { } seen
            ? (new(seen, Given(query, "asOf") is null ? null : from.AsOf.Text, Given(query, "knownAt"), Given(query, "ruleSet"),
                from.Today, http.Request.PathBase.Value!), null)
            : (null, new(StatusCodes.Status404NotFound, []));
    }

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
