using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>Lays a judged gate out for whoever reads it: the verdict, its sentence, and the events behind each cell.</summary>
internal static class GateTable
{
    public static GateVerdict Of(CampaignState state, Judgement gate)
    {
        var inputs = GateEvidence.Inputs(state, gate);
        return new GateVerdict(
            gate.Gate,
            gate.Milestone,
            gate.Postponed,
            gate.HoldsBack,
            gate.Occurred,
            gate.Verdict,
            gate.Possible,
            [.. gate.Deciding.Select(fact => fact.Id)],
            gate.Annotations,
            GateSentence.Of(state, gate),
            [.. gate.Frames.SelectMany(frame => frame.Linkages).DistinctBy(linkage => linkage.Fact.Id)
                .Select(linkage => new CoveringLinkage(
                linkage.Fact.Id, ((LinkageDeclared)linkage.Fact.Event).By ?? "", linkage.Strength, linkage.IssueArea))],
            [.. gate.Groups.SelectMany((group, n) => group.Conditions.Select((condition, i) => Row(state, gate, n, i))
                .OfType<ConditionAtGate>())
                .OrderBy(row => row.Demand, StringComparer.Ordinal)],
            [.. DuplicateFacts.FirstOf(gate.Recordings.Concat(gate.Step.Justifications).Where(V2.Gate.StatesGrounds))
                .Select(fact => fact.Id)],
            [.. inputs.Select(fact => fact.Id).Order()],
            HashOf(inputs))
        {
            RuleSet = RuleSet2.Instance.Version,
        };
    }

    /// <summary>A condition at the gate; null where it is one in no world.</summary>
    private static ConditionAtGate? Row(CampaignState state, Judgement gate, int n, int i)
    {
        var (group, condition) = (gate.Groups[n], gate.Groups[n].Conditions[i]);
        List<Sample> samples = [.. gate.Samples[n].SelectMany(frame => frame.Samples.Select(each => each[i])).Distinct()];
        List<Sample> attached = [.. samples.Where(sample => sample.Outcome.IsAttached)];
        if (attached.Count == 0 && gate.IsCounted) return null;
        if (attached.Count == 0) return Unknown(state, condition);
        List<Guid> Facts(Func<Sample, int> which) => [.. attached.Select(which).Where(setter => setter > 0).Distinct()
            .Select(setter => group.Items[setter - 1]).OrderBy(item => item.Fact).SelectMany(item => EvidenceOf(condition, item))];
        InReadings In(Func<Outcome, bool> holds) => attached.TrueForAll(sample => holds(sample.Outcome)) ? InReadings.All
            : attached.Exists(sample => holds(sample.Outcome)) ? InReadings.Some : InReadings.None;
        var baseline = attached.TrueForAll(sample => sample.FromGate)
            ? gate.Frames.SelectMany(frame => frame.BaselineGates).LastOrDefault()
            : null;
        return new ConditionAtGate(
            condition.Name,
            state.TitleOf(condition.Name),
            attached.Select(sample => group.RequirementOf(i, sample)).OfType<Requirement>().Min(),
            In(outcome => outcome.Counts),
            [.. attached.Select(sample => sample.Outcome.Rank).Distinct().Order()],
            Facts(sample => sample.Setter),
            [.. attached.Select(sample => sample.Outcome.Baseline).Distinct().Order()],
            Facts(sample => sample.BaselineSetter),
            baseline?.Occurred ?? EdtfDate.Of(condition.DemandItem.First),
            baseline?.Id,
            In(outcome => outcome.MetEnough),
            In(outcome => outcome.Improved),
            In(outcome => outcome.Regressed),
            [.. StepsOf(gate, condition, baseline)],
            [.. condition.Attachments.Where(item => item.First <= gate.Step.Item.Last).Select(item => item.Fact.Id)],
            condition.Demand.Opening!.Id);
    }

    private static ConditionAtGate Unknown(CampaignState state, Condition condition) => new(
        condition.Name, state.TitleOf(condition.Name), Requirement.Necessary, InReadings.Some, Enum.GetValues<Rank>(), [],
            Enum.GetValues<Rank>(), [],
        EdtfDate.Of(condition.DemandItem.First), null, InReadings.Some, InReadings.Some, InReadings.Some, [],
        [.. condition.Attachments.Select(item => item.Fact.Id)], condition.Demand.Opening!.Id);

    private static IEnumerable<Guid> EvidenceOf(Condition condition, Worlds.WorldItem item) =>
        [item.Fact.Id, .. condition.Moves.Where(move => move.Item == item && move.Move.Settled is not null)
            .Select(move => move.Move.Settled!.Id)];

    /// <summary>The steps that may lie between the baseline and the gate.</summary>
    private static IEnumerable<StepSince> StepsOf(Judgement gate, Condition condition, Gate? baseline)
    {
        var from = baseline?.Item.First ?? condition.DemandItem.First;
        return condition.Moves.Where(move => move.Item.Last >= from && move.Item.First < gate.Step.Item.Last)
            .SelectMany(move => move.Item.Fact.Event.Effects().OfType<TakesStep>()
                .Select(step => new StepSince(move.Item.Fact.Id, step.Direction, step.Kind)));
    }

    // Also what orders events within a day.
    private static string HashOf(IReadOnlyList<Fact> inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            inputs.OrderBy(fact => fact.Id).Select(fact => string.Join(' ',
            fact.Id,
            fact.Recorded.Position.ToString(CultureInfo.InvariantCulture),
            fact.Recorded.File,
            EventCatalogue.Of(fact.Event).Name,
            fact.Event.Confidence,
            fact.Event.At,
            string.Join(',', (fact.Event.Follows ?? []).Order()),
            fact.Event is ConditionAttached ? fact.Recorded.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : "-",
            EventJson.Content(fact.Event)))))));
}
