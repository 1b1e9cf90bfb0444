using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>The facts that a verdict rests on, and what part each plays.</summary>
internal static class GateEvidence
{
    /// <summary>Every fact that has a part in the verdict.</summary>
    public static IReadOnlyList<Evidence> Of(CampaignState state, Judgement gate, Memo memo) =>
    [
        .. Inputs(state, gate, memo).Select(fact => (fact, Role: RoleOf(gate, fact)))
            .Where(part => part.Role is not null).Select(part => new Evidence(part.fact, part.Role!.Value)),
    ];

    /// <summary>
    /// Everything that the verdict rests on, also what withdraws a linkage, detaches or closes a demand, or was overtaken by a later fact.
    /// </summary>
    public static IReadOnlyList<Fact> Inputs(CampaignState state, Judgement gate, Memo memo)
    {
        var agreement = state.History(gate.Agreement)!;
        List<Fact> inputs = [.. gate.Terms.Gate.Recordings, .. gate.Terms.Gate.Justifications, agreement.Opening!];
        if (state.Campaign?.Opening is { } campaign) inputs.Add(campaign);
        inputs.AddRange(agreement.Facts.Where(fact => fact.Event is LinkageDeclared or LinkageWithdrawn
            && MayPrecede(gate, fact.Event.MovesAt())));
        inputs.AddRange(gate.Conditions.Select(condition => condition.BaselineGate).OfType<Gate>().Distinct()
            .SelectMany(baseline => baseline.Recordings));
        foreach (var attached in agreement.Facts.Where(fact => fact.Event.Condition() is not null
            && MayPrecede(gate, AttachedDemand.CountsFrom(fact))))
        {
            inputs.Add(attached);
            if (state.History(attached.Event.Condition()!) is not { } demand) continue;
            inputs.AddRange(demand.Facts.Where(fact => fact.Id == demand.Opening?.Id || fact.Event is SubjectMerged
                || demand.Closings.Contains(fact)));
        }
        foreach (var condition in gate.Conditions)
        {
            if (state.Knowledge.History(condition.Criterion.History.Name)?.Opening is { } opening) inputs.Add(opening);
            foreach (var history in new[] { condition.Criterion.History.Name, condition.Name }.Distinct().Select(state.History)
                .OfType<SubjectHistory>())
            {
                if (history.Name == condition.Criterion.History.Name) inputs.AddRange(history.Facts.Where(
                    fact => fact.Event is SubjectMerged));
                inputs.AddRange(MoveTimeline.MovesOf(state, history, memo).Where(move => MayPrecede(gate, move.At))
                    .SelectMany(move => move.Evidence));

                // Also one that chose a claim which moves nothing: without it the others would.
                inputs.AddRange(history.Facts.Where(fact => fact.Event is ClaimsReconciled));
            }
        }
        return DuplicateFacts.FirstOf(inputs.DistinctBy(fact => fact.Id));
    }

    private static Role? RoleOf(Judgement gate, Fact fact) =>
        gate.Recordings.Any(recording => recording.Id == fact.Id) ? Role.IsTheGate
        : gate.Terms.Gate.Justifications.Any(justification => justification.Id == fact.Id) ? Role.StatesGrounds
        : fact.Event is LinkageDeclared or LinkageWithdrawn ? Role.Links
        : fact.Event is ConditionAttached or ConditionDetached ? Role.Attaches
        : fact.Event is MilestoneReached or MilestonePostponed ? Role.IsTheBaseline
        : fact.Event is DemandIssued ? Role.IssuesDemand
        : EventCatalogue.Of(fact.Event).Opens is not null ? Role.OpensSubject
        : Sets(gate, condition => condition.StatusesAtGate, fact) ? Role.SetsStatus
        : Sets(gate, condition => condition.StatusesAtBaseline, fact) ? Role.SetsBaseline
        : Evidence.RoleInStatus(fact);

    private static bool Sets(Judgement gate, Func<GateCondition, IReadOnlyList<Status>> statuses, Fact fact) =>
        gate.Conditions.Any(condition => statuses(condition).Any(status => status.By?.Fact.Id == fact.Id));

    private static bool MayPrecede(Judgement gate, EdtfDate date) => gate.Terms.Gate.Point.Place(date) != Placing.NotBefore;
}
