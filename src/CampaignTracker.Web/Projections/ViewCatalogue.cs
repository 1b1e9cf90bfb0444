using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Projections;

/// <summary>A view: what it is called in addresses, what it shows, what it answers with, and the pure function that draws it.</summary>
public sealed record CampaignView(string Name, string Shows, Type Answers, Func<CampaignState, AskedRules, Memo, object> Draw)
{
    /// <summary>A view that asks no rule set.</summary>
    public static CampaignView Of<T>(string name, string shows, Func<CampaignState, T> draw) where T : class =>
        new(name, shows, typeof(T), (state, _, _) => draw(state));

    /// <summary>A view that asks a rule set.</summary>
    public static CampaignView Judged<T>(string name, string shows, Func<CampaignState, IRuleSet, Memo, T> draw) where T : class =>
        new(name, shows, typeof(T), (state, rules, memo) => draw(state, rules.For(state.Knowledge), memo));
}

/// <summary>The views that are kept live and answered at any viewpoint. A line here gives a view its storage and its address.</summary>
public static class ViewCatalogue
{
    /// <summary>The campaign at a glance; its address is the campaign's own.</summary>
    public static CampaignView Summary { get; } = new(
        "summary", "The campaign at a glance.", typeof(CampaignSummary), (state, _, _) => CampaignSummary.Of(state) ?? (object)new { });

    /// <summary>The answer to the campaign's question.</summary>
    public static CampaignView Conditionality { get; } = CampaignView.Judged(
        "conditionality", "Is progress conditioned on reform? Gate by gate, with the evidence.", ConditionalityLedger.Of);

    public static CampaignView Demands { get; } = CampaignView.Of(
        "demands", "What was asked of whom, and what became of it.", DemandBoard.Of);

    public static CampaignView Cases { get; } = CampaignView.Of(
        "cases", "People: custody with its dates, who is held, and how sure that is.", CaseList.Of);

    public static CampaignView Dialogues { get; } = CampaignView.Of(
        "dialogues", "Meetings of each series, and the gaps where one was expected.", DialogueLog.Of);

    public static CampaignView Agreements { get; } = CampaignView.Of(
        "agreements", "The ladder of gates and steps of each agreement.", AgreementLadder.Of);

    public static CampaignView Contested { get; } = CampaignView.Judged(
        "contested", "Competing claims side by side, and what hangs on each.", ContestedQueue.Of);

    public static CampaignView Expectations { get; } = CampaignView.Of(
        "expectations", "What was to happen by a date: overdue, awaited, met, missed.", Domain.Views.Expectations.Of);

    public static CampaignView Assessments { get; } = new(
        "assessments", "Published assessments, and how the record now departs from them.", typeof(Assessments),
        (state, rules, memo) => Domain.Views.Assessments.Of(state, rules.All, memo));

    public static IReadOnlyList<CampaignView> Stored { get; } =
    [
        Summary,
        Conditionality,
        Demands,
        CampaignView.Of("resolutions", "Adopted texts with their findings, demands and publication.", ResolutionList.Of),
        Cases,
        CampaignView.Of("restrictions", "Bans and how far they reach.", RestrictionList.Of),
        Dialogues,
        Agreements,
        Contested,
        Expectations,
        Assessments,
    ];
}
