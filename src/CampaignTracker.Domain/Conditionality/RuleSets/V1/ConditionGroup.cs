using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// Conditions whose status follows from the same facts, so that they must be read together. Readings that come to the same are kept once as
/// the fold goes on, so that it walks over the few states that they lead to and does not enumerate every combination.
/// </summary>
internal sealed class ConditionGroup
{
    private ConditionGroup(IReadOnlyList<GateCondition> conditions, List<Step> steps, List<HashSet<Together<Reading>>> states)
    {
        Conditions = conditions;
        Outcomes = [.. states[^1].Select(Come)];
        OutcomesOf = [.. conditions.Select((_, i) => Outcomes.Select(together => together.Parts[i]).ToHashSet())];
        Undecided = [.. steps.Select((step, at) => (step, at)).Where(entry => entry.step.Choices.Count > 1)
            .Select(entry => new UndecidedMatter(entry.step.Move, Differing(conditions, steps, states, entry.at)))];
    }

    public IReadOnlyList<GateCondition> Conditions { get; }

    /// <summary>What the conditions come to together, in every combination of readings.</summary>
    public HashSet<Together<Outcome>> Outcomes { get; }

    /// <summary>What each of the conditions comes to, in every reading.</summary>
    public IReadOnlyList<HashSet<Outcome>> OutcomesOf { get; }

    /// <summary>The moves that have more than one reading.</summary>
    public IReadOnlyList<UndecidedMatter> Undecided { get; }

    /// <summary>Conditions with one criterion, read together.</summary>
    public static ConditionGroup Of(IReadOnlyList<GateCondition> conditions)
    {
        var steps = StepsOf(conditions);
        return new(conditions, steps, StatesOf(conditions, steps, int.MaxValue)!);
    }

    /// <summary>
    /// What conditions with one criterion come to together, at one gate or several; null when there are more combinations than the limit.
    /// </summary>
    public static HashSet<Together<Outcome>>? OutcomesTogether(IReadOnlyList<GateCondition> conditions, int limit) =>
        StatesOf(conditions, StepsOf(conditions), limit) is { } states ? [.. states[^1].Select(Come)] : null;

    private static List<Step> StepsOf(IReadOnlyList<GateCondition> conditions)
    {
        var points = conditions.SelectMany(condition => condition.Points).Distinct().ToList();
        var concerns = conditions.Select(condition => condition.Moves.Where(condition.IsMovedBy).ToList()).ToList();
        List<Step> steps = [];
        IEnumerable<StatusMove> inOrder = concerns is [var only]
            ? only
            : concerns.SelectMany(moves => moves).Distinct().OrderBy(move => move.Fact);
        foreach (var move in inOrder)
        {
            if (Choice.Of(move, points) is { Count: > 0 } choices) steps.Add(new Step(move, choices,
                [.. concerns.Select(moves => moves.Contains(move))]));
        }
        return steps;
    }

    // The states before each move, and after the last; null when there are more than the limit.
    private static List<HashSet<Together<Reading>>>? StatesOf(IReadOnlyList<GateCondition> conditions, List<Step> steps, int limit)
    {
        List<HashSet<Together<Reading>>> states = [[new Together<Reading>(new Reading[conditions.Count])]];
        foreach (var step in steps)
        {
            if (states[^1].Count > limit) return null;
            HashSet<Together<Reading>> next = new(states[^1].Count * step.Choices.Count);
            foreach (var state in states[^1])
            {
                foreach (var choice in step.Choices) next.Add(After(conditions, state, step, choice));
            }
            states.Add(next);
        }
        return states[^1].Count > limit ? null : states;
    }

    // What the conditions come to in every two combinations that differ in one undecided matter alone, where that is not the same.
    private static HashSet<(Together<Outcome> One, Together<Outcome> Other)> Differing(
        IReadOnlyList<GateCondition> conditions, List<Step> steps, List<HashSet<Together<Reading>>> states, int at)
    {
        var choices = steps[at].Choices;
        HashSet<(Together<Reading> One, Together<Reading> Other)> pairs = [.. states[at].SelectMany(state => choices.SelectMany(one =>
            choices.Select(other => (After(conditions, state, steps[at], one), After(conditions, state, steps[at], other)))))];
        foreach (var step in steps.Skip(at + 1))
        {
            // What has come to the same stays the same.
            pairs.RemoveWhere(pair => pair.One == pair.Other);
            if (pairs.Count == 0) break;
            pairs = [.. pairs.SelectMany(pair => step.Choices.Select(choice =>
                (After(conditions, pair.One, step, choice), After(conditions, pair.Other, step, choice))))];
        }
        return [.. pairs.Select(pair => (Come(pair.One), Come(pair.Other))).Where(pair => pair.Item1 != pair.Item2)];
    }

    private static Together<Outcome> Come(Together<Reading> state) => new([.. state.Parts.Select(reading => reading.Outcome)]);

    private static Together<Reading> After(IReadOnlyList<GateCondition> conditions, Together<Reading> state, Step step, Choice choice)
    {
        var parts = new Reading[conditions.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = step.Concerns[i]
                ? state.Parts[i].After(conditions[i], step.Move, choice)
                : state.Parts[i];
        }
        return new Together<Reading>(parts);
    }

    private sealed record Step(StatusMove Move, List<Choice> Choices, bool[] Concerns);
}

/// <summary>
/// A move that has more than one reading, and what the conditions come to in every two combinations that differ in it alone.
/// </summary>
internal sealed record UndecidedMatter(StatusMove Move, HashSet<(Together<Outcome> One, Together<Outcome> Other)> Differing);

/// <summary>Values side by side; equal when each is.</summary>
internal sealed record Together<T>(IReadOnlyList<T> Parts)
{
    public bool Equals(Together<T>? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part));
}
