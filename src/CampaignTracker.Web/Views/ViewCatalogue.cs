using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Views;

/// <summary>A view: what it is called in addresses, what it shows, and the pure function that draws it.</summary>
public sealed record CampaignView(string Name, string Shows, Func<Picture, object> Draw);

/// <summary>The views that are kept live and answered at any viewpoint. A line here gives a view its storage and its address.</summary>
public static class ViewCatalogue
{
    /// <summary>The campaign at a glance; its address is the campaign's own.</summary>
    public static CampaignView Summary { get; } = new("summary", "The campaign at a glance.", picture => CampaignSummary.Of(picture) ?? (object)new { });

    public static IReadOnlyList<CampaignView> Stored { get; } =
    [
        Summary,
        new("conditionality", "Is progress conditioned on reform? Gate by gate, with the evidence.", RuleSet1.Judge),
        new("demands", "What was asked of whom, and what became of it.", DemandBoard.Of),
        new("resolutions", "Adopted texts with their findings, demands and publication.", ResolutionList.Of),
        new("cases", "People: custody with its dates, who is held, and how sure that is.", CaseList.Of),
        new("restrictions", "Bans and how far they reach.", RestrictionList.Of),
        new("dialogues", "Meetings of each series, and the gaps where one was expected.", DialogueLog.Of),
        new("agreements", "The ladder of gates and steps of each agreement.", AgreementLadder.Of),
        new("contested", "Competing claims side by side, and what hangs on each.", ContestedQueue.Of),
        new("expectations", "What was to happen by a date: overdue, awaited, met, missed.", Expectations.Of),
        new("assessments", "Published assessments, and how the record now departs from them.", Assessments.Of),
    ];
}
