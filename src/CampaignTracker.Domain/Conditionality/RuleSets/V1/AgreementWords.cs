using CampaignTracker.Domain.Agreements;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>The one word for an agreement, in every reading (conditionality.md, 'The one word for an agreement').</summary>
internal static class AgreementWords
{
    // Above this the gates are read one by one, which can only add words, never lose one.
    private const int MaxTogether = 4_096;

    /// <summary>The words that the readings of the Indeterminate gates lead to; one where they agree.</summary>
    public static IReadOnlyList<Word> Of(IReadOnlyList<Judgement> gates)
    {
        var settled = gates.Where(gate => gate.Read.Count == 1).Select(gate => gate.Read[0].Say()).Aggregate(default((bool, bool)), Both);
        var open = gates.Where(gate => gate.Read.Count > 1).ToList();
        // Where the others say both, the open ones can add nothing.
        if (open.Count == 0 || settled == (true, true)) return [Verdicts.Word(settled)];
        var said = Together(open) ?? OneByOne(open);
        return [.. said.Select(one => Verdicts.Word(Both(settled, one))).Distinct().Order()];
    }

    /// <summary>One reading of a matter holds at every gate; null where there are too many to follow.</summary>
    private static HashSet<(bool, bool)>? Together(List<Judgement> gates)
    {
        HashSet<Together<Tally>> sums = [new(new Tally[gates.Count])];
        foreach (var group in gates.SelectMany(gate => gate.Conditions)
            .GroupBy(condition => condition.Criterion.History.Name, StringComparer.Ordinal))
        {
            List<GateCondition> conditions = [.. group];
            if (ConditionGroup.OutcomesTogether(conditions, MaxTogether) is not { } outcomes) return null;
            var tallies = outcomes.Select(outcome => TalliesOf(gates, conditions, outcome)).ToHashSet();
            sums = [.. sums.SelectMany(sum => tallies.Select(tally => new Together<Tally>([.. sum.Parts.Zip(tally.Parts, (
                one, other) => one + other)])))];
            if (sums.Count > MaxTogether) return null;
        }
        return [.. sums.Select(sum => sum.Parts.Select((tally, i) => gates[i].VerdictOf(tally).Say())
            .Aggregate(default((bool, bool)), Both))];
    }

    private static Together<Tally> TalliesOf(List<Judgement> gates, List<GateCondition> conditions, Together<Outcome> outcomes)
    {
        var tallies = new Tally[gates.Count];
        for (var i = 0; i < outcomes.Parts.Count; i++)
        {
            var condition = conditions[i];
            var gate = gates.FindIndex(gate => gate.Gate == condition.Gate.Id);
            tallies[gate] += Tally.Of(condition, outcomes.Parts[i], gates[gate].IsNamed(condition));
        }
        return new(tallies);
    }

    private static HashSet<(bool, bool)> OneByOne(List<Judgement> gates) => gates.Aggregate(
        new HashSet<(bool, bool)> { default },
        (sums, gate) => [.. sums.SelectMany(sum => gate.Read.Select(verdict => Both(sum, verdict.Say())))]);

    private static (bool, bool) Both((bool, bool) one, (bool, bool) other) => (one.Item1 || other.Item1, one.Item2 || other.Item2);
}
