using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// How far a fact reaches that is new or reads otherwise: into statuses of other subjects, into gates, into its own subject alone, or into
/// nothing.
/// </summary>
internal static class InvalidationScope
{
    /// <summary>
    /// True where the status of another subject may read otherwise: of a subject others read that it was opened, and what sets its status.
    /// </summary>
    public static bool IntoStatuses(Fact fact) =>
        fact.Event is StatusContested or ClaimsReconciled || EventCatalogue.Of(fact.Event).Opens is not null
        || EventCatalogue.Of(fact.Event).MovesStatus && fact.Event.Effects().Any(effect => effect is not TakesStep);

    /// <summary>True where a gate may read otherwise: also by a step, which sets no status.</summary>
    public static bool IntoGates(Fact fact) => EventCatalogue.Of(fact.Event).MovesStatus && fact.Event.Effects().Any();

    /// <summary>
    /// True where its own subject may read otherwise: besides by its status and what it is called, by what was expected and what became of
    /// it, and in an agreement by whatever links and conditions it.
    /// </summary>
    public static bool IntoItsOwn(Fact fact) => IntoStatuses(fact) || fact.Event.SubjectTitle() is not null || Expected.Reads(fact.Event)
        || EventCatalogue.Of(fact.Event).On.Contains(SubjectKind.Agreement);
}
