using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Api;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Views;

namespace CampaignTracker.Web.Pages;

/// <summary>A campaign as a page sees it: the picture at the viewpoint of the address, and the links that keep that viewpoint.</summary>
/// <param name="Log">The events that the picture was drawn from.</param>
/// <param name="Picture">The campaign from this viewpoint.</param>
/// <param name="AsOf">V as the address gives it; null when open.</param>
/// <param name="KnownAt">K as the address gives it; null for now.</param>
/// <param name="Today">The day of reading, UTC.</param>
public sealed record Sight(CampaignLog Log, Picture Picture, string? AsOf, string? KnownAt, DateOnly Today)
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "timeline", "replay", "demands", "cases", "restrictions", "dialogues", "resolutions", "agreements", "contested", "record", "events",
        "subjects", "compare", "why", "expectations", "assessments",
    };

    public string Campaign => Log.Campaign;

    public string Title => Picture.Campaign?.Title ?? Campaign;

    /// <summary>True for the world open and knowledge now.</summary>
    public bool IsNow => AsOf is null && KnownAt is null;

    /// <summary>The day up to which the world counts: V, or today.</summary>
    public DateOnly Day => Picture.Viewpoint.AsOf?.Latest ?? Today;

    /// <summary>The viewpoint as a query: <c>?asOf=2015-12-21</c>, or nothing.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { Part("asOf", AsOf), Part("knownAt", KnownAt) }.OfType<string>().ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>An address within the campaign from the same viewpoint; the empty path is its home.</summary>
    public string Link(string path) => $"/{Campaign}{(path.Length == 0 ? "" : "/")}{path}{Query}";

    public string EventLink(Guid id) => Link($"events/{id}");

    /// <summary>The page of a subject; one that is called like a section of the pages has a longer address.</summary>
    public string SubjectLink(string name) =>
        name == Campaign ? Link("") : Link(Sections.Contains(name) ? $"subjects/{name}" : name);

    /// <summary>The fact of an event with what it says, for links that show it; null when it cannot be seen.</summary>
    public ShownEvent? Shown(Guid id) => Picture.Knowledge.Fact(id) is { } fact
        ? new(fact.Id, EventCatalogue.Of(fact.Event).Name, fact.Event.Occurred, Picture.Sentence(fact.Event))
        : null;

    private static string? Part(string name, string? value) => value is null ? null : $"{name}={Uri.EscapeDataString(value)}";
}

/// <summary>Why a page cannot be shown.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Findings">What is wrong with the address; empty when the campaign does not exist.</param>
public sealed record SightProblem(int Status, IReadOnlyList<Finding> Findings);

/// <summary>Reads the campaign of an address at the viewpoint of its query.</summary>
public sealed class SightReader(CampaignReader reader, TimeProvider clock)
{
    /// <summary>The sight, or why there is none.</summary>
    public async Task<(Sight? Sight, SightProblem? Problem)> ReadAsync(string campaign, IQueryCollection query, CancellationToken ct)
    {
        List<Finding> findings = [];
        var asOf = ViewQuery.Date(query, "asOf", findings);
        var knownAt = ViewQuery.ReadKnownAt(query["knownAt"].ToString(), findings);
        if (findings.Count > 0) return (null, new(StatusCodes.Status400BadRequest, findings));

        // Whoever has just recorded sees it: the form's answer leads here with the sequence that must be settled.
        if (ViewQuery.Number(query, "after", findings) is { } after) await reader.WaitAsync(after, ct);
        if (ShortName.Problem(campaign) is not null || await reader.ReplayAsync(campaign, asOf, knownAt, ct) is not var (log, picture))
            return (null, new(StatusCodes.Status404NotFound, []));
        return (new(log, picture, asOf?.Text, knownAt == KnownAt.Now ? null : query["knownAt"].ToString(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), null);
    }
}
