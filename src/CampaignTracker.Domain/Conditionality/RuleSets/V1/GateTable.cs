using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>Lays a judged gate out for whoever reads it: the verdict, its sentence, and the events behind each cell.</summary>
internal static class GateTable
{
    public static GateVerdict Of(GateJudgement gate, Fingerprints fingerprints)
    {
        var inputs = Inputs(gate);
        return new GateVerdict(
            gate.Gate.Id,
            gate.Gate.Milestone,
            gate.Gate.Postponed,
            gate.Gate.HoldsBack,
            gate.Gate.Occurred,
            gate.Verdict,
            gate.Possible,
            [.. gate.Deciding.OrderBy(move => move.Fact).Select(move => move.Fact.Id)],
            Annotations.Of(gate),
            GateSentence.Of(gate),
            [.. gate.Linkages.Select(linkage => new CoveringLinkage(linkage.Fact.Id, ((LinkageDeclared)linkage.Fact.Event).By, linkage.Strength, linkage.IssueArea))],
            [.. gate.Conditions.Select(condition => Row(gate, condition))],
            [.. DuplicateFacts.FirstOf(gate.Gate.Recordings.Concat(gate.Gate.Justifications).Where(JudgedGate.StatesGrounds)).Select(fact => fact.Id)],
            [.. inputs.Select(fact => fact.Id).Order()],
            fingerprints.Of(inputs));
    }

    private static ConditionAtGate Row(GateJudgement gate, Condition condition)
    {
        var (now, then) = (condition.StatusesAtGate, condition.StatusesAtBaseline);
        return new ConditionAtGate(
            condition.Name,
            gate.State.TitleOf(condition.Name),
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
                .SelectMany(move => move.Options.SelectMany(option => option).OfType<TakesStep>().Select(step => new StepSince(move.Fact.Id, step.Direction, step.Kind)))],
            [.. DuplicateFacts.FirstOf(condition.Demand.Attachments).Select(fact => fact.Id)],
            condition.Demand.History.Opening!.Id);
    }

    private static List<Rank> RanksOf(Status[] statuses) => [.. statuses.Select(status => Ranks.Of(status.Value)).Distinct().Order()];

    private static List<Guid> EvidenceOf(Status[] statuses) =>
        [.. statuses.Select(status => status.By).OfType<StatusMove>().Distinct().OrderBy(move => move.Fact).SelectMany(move => move.Evidence).Select(fact => fact.Id)];

    /// <summary>Everything that the verdict rests on, also what withdraws a linkage, detaches or closes a demand, or was overtaken by a later fact.</summary>
    public static IReadOnlyList<Fact> Inputs(GateJudgement gate)
    {
        List<Fact> inputs = [.. gate.Gate.Recordings, .. gate.Gate.Justifications, gate.Agreement.Opening!];
        if (gate.State.Campaign?.Opening is { } campaign) inputs.Add(campaign);
        inputs.AddRange(gate.Agreement.Facts.Where(fact => fact.Event is LinkageDeclared or LinkageWithdrawn && MayPrecede(gate, fact.Event.MovesAt())));
        inputs.AddRange(gate.Conditions.Select(condition => condition.BaselineGate).OfType<JudgedGate>().Distinct().SelectMany(baseline => baseline.Recordings));
        foreach (var attached in gate.Agreement.Facts.Where(fact => AttachedDemand.DemandOf(fact) is not null && MayPrecede(gate, AttachedDemand.CountsFrom(fact))))
        {
            inputs.Add(attached);
            if (gate.State.History(AttachedDemand.DemandOf(attached)!) is not { } demand) continue;
            inputs.AddRange(demand.Facts.Where(fact => fact.Id == demand.Opening?.Id || fact.Event is SubjectMerged || demand.Closings.Contains(fact)));
        }
        foreach (var condition in gate.Conditions)
        {
            if (gate.State.Knowledge.History(condition.Criterion.History.Name)?.Opening is { } opening) inputs.Add(opening);
            foreach (var history in new[] { condition.Criterion.History.Name, condition.Name }.Distinct().Select(gate.State.History).OfType<SubjectHistory>())
            {
                if (history.Name == condition.Criterion.History.Name) inputs.AddRange(history.Facts.Where(fact => fact.Event is SubjectMerged));
                inputs.AddRange(gate.State.MovesOf(history).Where(move => MayPrecede(gate, move.At)).SelectMany(move => move.Evidence));

                // Also one that chose a claim which moves nothing: without it the others would.
                inputs.AddRange(history.Facts.Where(fact => fact.Event is ClaimsReconciled));
            }
        }
        return DuplicateFacts.FirstOf(inputs.DistinctBy(fact => fact.Id));
    }

    private static bool MayPrecede(GateJudgement gate, EdtfDate date) => gate.Gate.Point.Place(date) != Placing.NotBefore;
}
