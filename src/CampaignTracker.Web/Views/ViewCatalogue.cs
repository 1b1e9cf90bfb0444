using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Views;

/// <summary>A view: what it is called in addresses, what it shows, and the pure function that draws it.</summary>
public sealed record CampaignView(string Name, string Shows, Func<CampaignState, object> Draw);

/// <summary>The views that are kept live and answered at any viewpoint. A line here gives a view its storage and its address.</summary>
public static class ViewCatalogue
{
    /// <summary>The campaign at a glance; its address is the campaign's own.</summary>
    public static CampaignView Summary { get; } = new("summary", "The campaign at a glance.", state => CampaignSummary.Of(state) ?? (object)new { });

    /// <summary>The answer to the campaign's question.</summary>
    public static CampaignView Conditionality { get; } = new("conditionality", "Is progress conditioned on reform? Gate by gate, with the evidence.", RuleSet1.Judge);

    public static CampaignView Demands { get; } = new("demands", "What was asked of whom, and what became of it.", DemandBoard.Of);

    public static CampaignView Cases { get; } = new("cases", "People: custody with its dates, who is held, and how sure that is.", CaseList.Of);

    public static CampaignView Dialogues { get; } = new("dialogues", "Meetings of each series, and the gaps where one was expected.", DialogueLog.Of);

    public static IReadOnlyList<CampaignView> Stored { get; } =
    [
        Summary,
        Conditionality,
        Demands,
        new("resolutions", "Adopted texts with their findings, demands and publication.", ResolutionList.Of),
        Cases,
        new("restrictions", "Bans and how far they reach.", RestrictionList.Of),
        Dialogues,
        new("agreements", "The ladder of gates and steps of each agreement.", AgreementLadder.Of),
        new("contested", "Competing claims side by side, and what hangs on each.", ContestedQueue.Of),
        new("expectations", "What was to happen by a date: overdue, awaited, met, missed.", Expectations.Of),
        new("assessments", "Published assessments, and how the record now departs from them.", Assessments.Of),
    ];
}

/// <summary>The views of one picture, each drawn once, whoever asks for it.</summary>
public sealed class ProjectedViews(CampaignState state)
{
    private readonly Dictionary<CampaignView, object> drawn = [];

    public CampaignState State => state;

    /// <summary>The view as drawn.</summary>
    public object Of(CampaignView view) => drawn.TryGetValue(view, out var known) ? known : drawn[view] = view.Draw(state);

    /// <summary>The view as drawn.</summary>
    public T Of<T>(CampaignView view) => (T)Of(view);
}
