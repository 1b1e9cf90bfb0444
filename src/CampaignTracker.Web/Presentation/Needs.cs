using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Presentation;

/// <summary>What somebody should look at: first what decides a step, then what a step depends on, then the rest.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Subject">Short name of whom or what it is about.</param>
/// <param name="Event">The event that it is about.</param>
/// <param name="Decides">True where a step cannot be told because of it.</param>
/// <param name="Steps">The numbers of the judged steps that depend on it, from 1.</param>
/// <param name="Expected">What did not come; null for another kind.</param>
public sealed record Need(NeedKind Kind, string Subject, Guid Event, bool Decides, IReadOnlyList<int> Steps,
    ExpectedMatter? Expected = null)
{
    /// <summary>
    /// All of a campaign, each once: what decides a step, what a step depends on, what is overdue, the rest.
    /// </summary>
    public static IReadOnlyList<Need> Of(PageContext context)
    {
        var judged = context.Ledger.Agreements.SelectMany(agreement =>
            agreement.Gates.Where(GateWords.IsJudged).Select((gate, i) => (Gate: gate, Number: i + 1))).ToList();
        var deciding = judged.SelectMany(one => one.Gate.Deciding.Select(id => (id, one.Number)))
            .ToLookup(pair => pair.id, pair => pair.Number);
        var resting = judged.SelectMany(one => RestsOn(one.Gate).Distinct().Select(id => (id, one.Number)))
            .ToLookup(pair => pair.id, pair => pair.Number);
        Need About(NeedKind kind, string subject, Guid id) => deciding.Contains(id)
            ? new(kind, subject, id, Decides: true, [.. deciding[id].Distinct()])
            : new(kind, subject, id, Decides: false, [.. resting[id].Distinct()]);

        var open = context.Contested.Matters.Where(matter => matter.State == ContestState.Open)
            .Select(matter => About(NeedKind.Contested, matter.Subject, matter.Event));
        var doubtful = context.State.Knowledge.Facts
            .Where(fact => !fact.Retracted && context.State.Viewpoint.Reaches(fact.Event.Occurred))
            .Select(fact => (fact, Kind: KindOf(fact))).Where(pair => pair.Kind is not null)
            .Select(pair => (pair.fact, Need: About(pair.Kind!.Value, pair.fact.Event.Subject, pair.fact.Id)))
            // What is only probable matters where a step depends on it.
            .Where(pair => pair.Need.Steps.Count > 0
                || pair is not { Need.Kind: NeedKind.NotConfirmed, fact.Event.Confidence: Confidence.Probable })
            .Select(pair => pair.Need);
        var overdue = context.Expected.Matters.Where(matter => matter.State == DueState.Overdue)
            .Select(matter => new Need(NeedKind.Overdue, matter.Subject, matter.Event, Decides: false, [], matter));
        return [.. open.Concat(doubtful).Concat(overdue).OrderBy(need => !need.Decides).ThenBy(need => need.Steps.Count == 0)
            .ThenBy(need => need.Kind != NeedKind.Overdue).ThenBy(need => need.Kind)];
    }

    /// <summary>True where a step depends on it, or it did not come: what is shown before all else.</summary>
    public bool IsPressing => Steps.Count > 0 || Kind == NeedKind.Overdue;

    // Contested matters are told as such; what is recorded of the record itself needs no source.
    private static NeedKind? KindOf(Fact fact) =>
        fact.Event is Domain.Amendments.StatusContested or Domain.Campaigns.CampaignOpened || fact.IsKnowledge ? null
        : fact.Event.Sources.Count == 0 ? NeedKind.NoSource
        : fact.Event.Confidence != Confidence.Confirmed ? NeedKind.NotConfirmed
        : fact.Recorded.Warnings.Count > 0 ? NeedKind.Warning
        : null;

    // The step itself, and what sets the status of a condition at it and before it.
    private static IEnumerable<Guid> RestsOn(GateVerdict gate) =>
        gate.Conditions.SelectMany(condition => condition.Evidence.Concat(condition.BaselineEvidence)).Prepend(gate.Event);
}

/// <summary>Why somebody should look at it.</summary>
public enum NeedKind
{
    Contested,
    NotConfirmed,
    NoSource,
    Overdue,
    Warning,
}
