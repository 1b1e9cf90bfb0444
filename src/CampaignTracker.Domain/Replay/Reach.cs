using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Replay;

/// <summary>How far a fact reaches that is new or reads otherwise: into the statuses of other subjects, of its own alone, or into none.</summary>
internal static class Reach
{
    /// <summary>True where another subject may read otherwise: of a subject others read that it was opened, and what moves its status.</summary>
    public static bool IntoOthers(Fact fact) => fact.Event is StatusContested or ClaimsReconciled || EventCatalogue.Of(fact.Event).Opens is not null
        || Recall.Moves(fact) && fact.Event.Effects().Any();

    /// <summary>
    /// True where its own subject may read otherwise: besides by what it is called, by what was expected and what became of it, and in an agreement by
    /// whatever links and conditions it.
    /// </summary>
    public static bool IntoItsOwn(Fact fact) => IntoOthers(fact) || fact.Event.SubjectTitle() is not null || Expected.Reads(fact.Event)
        || EventCatalogue.Of(fact.Event).On.Contains(SubjectKind.Agreement);
}
