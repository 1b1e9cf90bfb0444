using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The facts that a verdict rests on, and what part each plays.</summary>
internal static class GateEvidence
{
    /// <summary>Every fact that has a part in the verdict.</summary>
    public static IReadOnlyList<Evidence> Of(CampaignState state, Judgement gate)
    {
        var (now, then) = (Setters(gate, sample => sample.Setter), Setters(gate, sample => sample.BaselineSetter));
        return [.. Inputs(state, gate).Select(fact => (fact, Role: RoleOf(gate, fact, now, then)))
            .Where(part => part.Role is not null).Select(part => new Evidence(part.fact, part.Role!.Value))];
    }

    /// <summary>
    /// Everything that the verdict rests on, also what withdraws a linkage, detaches or closes a demand, or was overtaken by a later fact.
    /// </summary>
    public static IReadOnlyList<Fact> Inputs(CampaignState state, Judgement gate)
    {
        var agreement = state.History(gate.Agreement)!;
        bool MayPrecede(Fact fact) => fact.Event.Occurred.Earliest <= gate.Step.Item.Last
            || fact.Event.MovesAt().Earliest <= gate.Step.Item.Last;
        List<Fact> inputs = [.. gate.Recordings, .. gate.Step.Justifications, agreement.Opening!];
        if (state.Knowledge.Campaign?.Opening is { } campaign) inputs.Add(campaign);
        inputs.AddRange(agreement.Facts.Where(fact =>
            fact.Event is LinkageDeclared or LinkageWithdrawn or ConditionAttached or ConditionDetached
            or SubjectMerged && MayPrecede(fact)));
        inputs.AddRange(gate.Frames.SelectMany(frame => frame.BaselineGates).Distinct().SelectMany(baseline => baseline.Recordings));
        foreach (var condition in gate.Conditions)
        {
            inputs.Add(condition.Demand.Opening!);
            inputs.AddRange(condition.Demand.Closings.Where(MayPrecede));
            if (state.Knowledge.History(condition.Subject)?.Opening is { } opening) inputs.Add(opening);
            foreach (var history in new[] { condition.Subject, condition.Name }.Distinct().Select(state.History).OfType<SubjectHistory>())
                inputs.AddRange(history.Facts.Where(fact => fact.Event is SubjectMerged or ClaimsReconciled));
            inputs.AddRange(condition.Moves.Where(move => move.Item.First <= gate.Step.Item.Last).Select(move => move.Item.Fact));
            inputs.AddRange(condition.Deaths.Select(death => death.Fact).Where(MayPrecede));
        }
        return DuplicateFacts.FirstOf(inputs.DistinctBy(fact => fact.Id));
    }

    /// <summary>The facts that set a status in some world.</summary>
    /// <param name="which">Which of a sample's setters.</param>
    public static HashSet<Guid> Setters(Judgement gate, Func<Sample, int> which) =>
    [
        .. gate.Groups.SelectMany((group, n) => gate.Samples[n].SelectMany(frame => frame.Samples).SelectMany(samples => samples)
            .Select(which)
            .Where(setter => setter > 0).Select(setter => group.Items[setter - 1].Fact.Id)),
    ];

    private static Role? RoleOf(Judgement gate, Fact fact, HashSet<Guid> now, HashSet<Guid> then) =>
        gate.Recordings.Any(recording => recording.Id == fact.Id) ? Role.IsTheGate
        : gate.Step.Justifications.Any(justification => justification.Id == fact.Id) ? Role.StatesGrounds
        : fact.Event is LinkageDeclared or LinkageWithdrawn ? Role.Links
        : fact.Event is ConditionAttached or ConditionDetached ? Role.Attaches
        : fact.Event is MilestoneReached or MilestonePostponed ? Role.IsTheBaseline
        : fact.Event is DemandIssued ? Role.IssuesDemand
        : EventCatalogue.Of(fact.Event).Opens is not null ? Role.OpensSubject
        : now.Contains(fact.Id) ? Role.SetsStatus
        : then.Contains(fact.Id) ? Role.SetsBaseline
        : Evidence.RoleInStatus(fact);
}
