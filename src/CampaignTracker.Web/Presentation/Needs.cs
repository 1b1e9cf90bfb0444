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
    /// <summary>All of a campaign: those that decide, those that a step depends on, what is overdue, the rest; each once.</summary>
    public static IReadOnlyList<Need> Of(PageContext context)
    {
        var judged = context.Ledger.Agreements.SelectMany(agreement =>
            agreement.Gates.Where(GateWords.IsJudged).Select((gate, i) => (Gate: gate, Number: i + 1))).ToList();
        List<int> Where(Func<GateVerdict, bool> holds) => [.. judged.Where(one => holds(one.Gate)).Select(one => one.Number).Distinct()];
        List<Need> needs = [];
        foreach (var matter in ContestedQueue.Of(context.State, context.Rules, context.Memo).Matters)
        {
            if (matter.State != ContestState.Open) continue;
            var decides = Where(gate => gate.Deciding.Contains(matter.Event));
            needs.Add(new(NeedKind.Contested, matter.Subject, matter.Event, decides.Count > 0,
                decides.Count > 0 ? decides : Where(gate => gate.Inputs.Contains(matter.Event))));
        }
        foreach (var fact in context.State.Knowledge.Facts)
        {
            if (fact.Retracted || !context.State.Viewpoint.Reaches(fact.Event.Occurred) || KindOf(fact) is not { } kind) continue;
            var decides = Where(gate => gate.Deciding.Contains(fact.Id));
            needs.Add(new(kind, fact.Event.Subject, fact.Id, decides.Count > 0,
                decides.Count > 0 ? decides : Where(gate => RestsOn(gate, fact.Id))));
        }
        needs.AddRange(Expectations.Of(context.State).Matters.Where(matter => matter.State == DueState.Overdue)
            .Select(matter => new Need(NeedKind.Overdue, matter.Subject, matter.Event, Decides: false, [], matter)));
        return [.. needs.DistinctBy(need => (need.Event, need.Kind)).OrderBy(need => !need.Decides).ThenBy(need => need.Steps.Count == 0)
            .ThenBy(need => need.Kind)];
    }

    // Contested matters are told as such; what is recorded of the record itself needs no source.
    private static NeedKind? KindOf(Fact fact) =>
        fact.Event is Domain.Amendments.StatusContested || fact.IsKnowledge ? null
        : fact.Event.Sources.Count == 0 ? NeedKind.NoSource
        : fact.Event.Confidence is Confidence.Unverified or Confidence.Disputed ? NeedKind.NotConfirmed
        : fact.Recorded.Warnings.Count > 0 ? NeedKind.Warning
        : null;

    private static bool RestsOn(GateVerdict gate, Guid id) => gate.Event == id
        || gate.Conditions.Any(condition => condition.Evidence.Contains(id) || condition.BaselineEvidence.Contains(id));
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
