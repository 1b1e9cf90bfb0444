using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>Lays a judged gate out for whoever reads it: the verdict, its sentence, and the events behind each cell.</summary>
internal static class GateTable
{
    public static GateVerdict Of(CampaignState state, Judgement gate, Memo memo)
    {
        var inputs = GateEvidence.Inputs(state, gate, memo);
        return new GateVerdict(
            gate.Gate,
            gate.Milestone,
            gate.Postponed,
            gate.HoldsBack,
            gate.Occurred,
            gate.Verdict,
            gate.Possible,
            [.. gate.Deciding.OrderBy(move => move.Fact).Select(move => move.Fact.Id)],
            gate.Annotations,
            GateSentence.Of(state, gate),
            [.. gate.Linkages.Select(linkage => new CoveringLinkage(
            linkage.Fact.Id, ((LinkageDeclared)linkage.Fact.Event).By ?? "", linkage.Strength, linkage.IssueArea))],
            [.. gate.Conditions.Select(condition => Row(state, gate, condition))],
            [.. DuplicateFacts.FirstOf(gate.Terms.Gate.Recordings.Concat(gate.Terms.Gate.Justifications).Where(Gate.StatesGrounds))
            .Select(fact => fact.Id)],
            [.. inputs.Select(fact => fact.Id).Order()],
            Fingerprints.Of(inputs, memo))
        {
            RuleSet = RuleSet1.Instance.Version,
        };
    }

    private static ConditionAtGate Row(CampaignState state, Judgement gate, GateCondition condition)
    {
        var (now, then) = (condition.StatusesAtGate, condition.StatusesAtBaseline);
        return new ConditionAtGate(
            condition.Name,
            state.TitleOf(condition.Name),
            condition.Demand.Requirement,
            gate.Hold(condition, outcome => outcome.Counts),
            RanksOf(now),
            EvidenceOf(now),
            RanksOf(then),
            EvidenceOf(then),
            condition.BaselineGate?.Occurred ?? EdtfDate.Of(condition.Issued.Start),
            condition.BaselineGate?.Id,
            gate.Hold(condition, outcome => outcome.MetEnough),
            gate.Hold(condition, outcome => outcome.Improved),
            gate.Hold(condition, outcome => outcome.Regressed),
            [.. condition.Moves
                .Where(move => condition.Baseline.Place(move.At) != Placing.Before && condition.At.Place(move.At) != Placing.NotBefore)
                .SelectMany(move => move.Options.SelectMany(option => option).OfType<TakesStep>()
                .Select(step => new StepSince(move.Fact.Id, step.Direction, step.Kind)))],
            [.. DuplicateFacts.FirstOf(condition.Demand.Attachments).Select(fact => fact.Id)],
            condition.Demand.History.Opening!.Id);
    }

    private static List<Rank> RanksOf(IReadOnlyList<Status> statuses) =>
        [.. statuses.Select(status => Ranks.Of(status.Value)).Distinct().Order()];

    private static List<Guid> EvidenceOf(IReadOnlyList<Status> statuses) =>
        [.. statuses.Select(status => status.By).OfType<StatusMove>().Distinct().OrderBy(move => move.Fact)
        .SelectMany(move => move.Evidence).Select(fact => fact.Id)];
}
