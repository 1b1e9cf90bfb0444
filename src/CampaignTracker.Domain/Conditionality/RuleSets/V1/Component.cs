using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// Conditions whose status follows from the same facts, so that they must be read together. Readings that come to the same are kept once,
/// as the fold goes on: what would be an enumeration of every combination is a walk over the few states that they lead to.
/// </summary>
internal sealed class Component
{
    private readonly IReadOnlyList<Condition> conditions;
    private readonly List<Step> moves = [];

    // The states before each move, and after the last.
    private readonly List<HashSet<Together<Reading>>> states;
    private readonly Dictionary<StatusMove, HashSet<(Together<Outcome> One, Together<Outcome> Other)>> differing = [];
    private HashSet<Together<Outcome>>? outcomes;
    private HashSet<Outcome>?[]? each;
    private List<StatusMove>? undecided;

    private sealed record Step(StatusMove Move, List<Choice> Choices, bool[] Concerns);

    /// <param name="conditions">Conditions with one criterion, at one gate or several.</param>
    public Component(IEnumerable<Condition> conditions)
    {
        this.conditions = [.. conditions];
        var points = this.conditions.SelectMany(condition => condition.Points).Distinct().ToList();
        var concerns = this.conditions.Select(condition => condition.Moves.Where(condition.IsMovedBy).ToHashSet()).ToList();
        foreach (var move in concerns.SelectMany(moves => moves).Distinct().OrderBy(move => move.Fact))
        {
            if (Choice.Of(move, points) is { Count: > 0 } choices) moves.Add(new Step(move, choices, [.. concerns.Select(moves => moves.Contains(move))]));
        }
        states = [[new Together<Reading>(new Reading[this.conditions.Count])]];
    }

    public IReadOnlyList<Condition> Conditions => conditions;

    /// <summary>The moves that have more than one reading.</summary>
    public IReadOnlyList<StatusMove> Undecided => undecided ??= [.. moves.Where(entry => entry.Choices.Count > 1).Select(entry => entry.Move)];

    /// <summary>What the conditions come to together, in every combination of readings; null when there are more than the limit.</summary>
    public HashSet<Together<Outcome>>? Outcomes(int limit = int.MaxValue)
    {
        if (outcomes is not null) return outcomes;
        for (var i = states.Count - 1; i < moves.Count; i++)
        {
            if (states[i].Count > limit) return null;
            states.Add([.. states[i].SelectMany(state => moves[i].Choices.Select(choice => After(state, moves[i], choice)))]);
        }
        return states[^1].Count > limit ? null : outcomes = [.. states[^1].Select(Come)];
    }

    /// <summary>What one of the conditions comes to, in every reading.</summary>
    public HashSet<Outcome> OutcomesOf(int condition)
    {
        each ??= new HashSet<Outcome>?[conditions.Count];
        return each[condition] ??= [.. Outcomes()!.Select(together => together.Parts[condition])];
    }

    /// <summary>What the conditions come to in every two combinations that differ in one undecided matter alone, where that is not the same.</summary>
    public HashSet<(Together<Outcome> One, Together<Outcome> Other)> Differing(StatusMove matter) =>
        differing.TryGetValue(matter, out var known) ? known : differing[matter] = FindDiffering(matter);

    private HashSet<(Together<Outcome> One, Together<Outcome> Other)> FindDiffering(StatusMove matter)
    {
        var at = moves.FindIndex(step => step.Move == matter);
        HashSet<(Together<Reading> One, Together<Reading> Other)> pairs = [.. states[at].SelectMany(state =>
            moves[at].Choices.SelectMany(one => moves[at].Choices.Select(other => (After(state, moves[at], one), After(state, moves[at], other)))))];
        foreach (var step in moves.Skip(at + 1))
        {
            // What has come to the same stays the same.
            pairs.RemoveWhere(pair => pair.One == pair.Other);
            if (pairs.Count == 0) break;
            pairs = [.. pairs.SelectMany(pair => step.Choices.Select(choice => (After(pair.One, step, choice), After(pair.Other, step, choice))))];
        }
        return [.. pairs.Select(pair => (Come(pair.One), Come(pair.Other))).Where(pair => pair.Item1 != pair.Item2)];
    }

    private static Together<Outcome> Come(Together<Reading> state) => new([.. state.Parts.Select(reading => reading.Outcome)]);

    private Together<Reading> After(Together<Reading> state, Step step, Choice choice)
    {
        var parts = new Reading[conditions.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = step.Concerns[i] ? state.Parts[i].After(conditions[i], choice.Option, point => choice.IsBefore(step.Move, point)) : state.Parts[i];
        return new Together<Reading>(parts);
    }
}

/// <summary>Values side by side; equal when each is.</summary>
internal sealed record Together<T>(IReadOnlyList<T> Parts)
{
    public bool Equals(Together<T>? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part));
}
