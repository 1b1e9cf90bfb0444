using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Views;

/// <summary>A view: what it is called in addresses, what it shows, and the pure function that draws it.</summary>
public sealed record CampaignView(string Name, string Shows, Func<CampaignState, IRuleSet, Memo, object> Draw);

/// <summary>The views that are kept live and answered at any viewpoint. A line here gives a view its storage and its address.</summary>
public static class ViewCatalogue
{
    /// <summary>The campaign at a glance; its address is the campaign's own.</summary>
    public static CampaignView Summary { get; } = new("summary", "The campaign at a glance.", (state, _, _) => CampaignSummary.Of(state) ?? (object)new { });

    /// <summary>The answer to the campaign's question.</summary>
    public static CampaignView Conditionality { get; } = new("conditionality", "Is progress conditioned on reform? Gate by gate, with the evidence.", ConditionalityLedger.Of);

    public static CampaignView Demands { get; } = new("demands", "What was asked of whom, and what became of it.", (state, _, _) => DemandBoard.Of(state));

    public static CampaignView Cases { get; } = new("cases", "People: custody with its dates, who is held, and how sure that is.", (state, _, _) => CaseList.Of(state));

    public static CampaignView Dialogues { get; } = new("dialogues", "Meetings of each series, and the gaps where one was expected.", (state, _, _) => DialogueLog.Of(state));

    public static IReadOnlyList<CampaignView> Stored { get; } =
    [
        Summary,
        Conditionality,
        Demands,
        new("resolutions", "Adopted texts with their findings, demands and publication.", (state, _, _) => ResolutionList.Of(state)),
        Cases,
        new("restrictions", "Bans and how far they reach.", (state, _, _) => RestrictionList.Of(state)),
        Dialogues,
        new("agreements", "The ladder of gates and steps of each agreement.", (state, _, _) => AgreementLadder.Of(state)),
        new("contested", "Competing claims side by side, and what hangs on each.", ContestedQueue.Of),
        new("expectations", "What was to happen by a date: overdue, awaited, met, missed.", (state, _, _) => Expectations.Of(state)),
        new("assessments", "Published assessments, and how the record now departs from them.", Assessments.Of),
    ];
}

/// <summary>The views of one picture, each drawn once, whoever asks for it.</summary>
public sealed class ProjectedViews(CampaignState state, IRuleSet rules)
{
    private readonly Dictionary<CampaignView, object> drawn = [];
    private readonly Memo memo = Memo.New();

    public CampaignState State => state;

    /// <summary>The view as drawn.</summary>
    public object Of(CampaignView view) => drawn.TryGetValue(view, out var known) ? known : drawn[view] = view.Draw(state, rules, memo);

    /// <summary>The view as drawn.</summary>
    public T Of<T>(CampaignView view) => (T)Of(view);
}
