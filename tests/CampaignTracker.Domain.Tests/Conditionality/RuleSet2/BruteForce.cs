using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>
/// Rule set 2 a second time, slow and plain, from its text (conditionality-2.md): every world is made and walked on its own, from the first day to
/// the last. Of the program only what is recorded is used: events, their effects, dates, and what is known with corrections and merges.
/// </summary>
internal static class BruteForce
{
    /// <summary>The most worlds that are walked.</summary>
    public const int MostWorlds = 20_000;

    /// <summary>The judged gates of an agreement; null where it has too many worlds.</summary>
    public static Answer? Judge(CampaignState state, string agreement, int most = MostWorlds)
    {
        var table = new Timetable(state, agreement);
        return Worlds.Of(table, most) is not { } worlds ? null
            : new Answer([.. table.Gates.OrderBy(gate => gate.Item.First).ThenBy(gate => gate.Item.Last).ThenBy(gate => gate.Milestone).ThenBy(gate => gate.Item.Id)
                .Select(gate => Judge(state, table, worlds, gate))]);
    }

    private static GateAnswer Judge(CampaignState state, Timetable table, IReadOnlyList<World> worlds, Timetable.Gate gate)
    {
        var seen = worlds.Select(world => (World: world, Gate: new GateInAWorld(state, table, world, gate))).ToList();
        List<Verdict> possible = [.. seen.Select(one => one.Gate.Verdict).Distinct().Order()];
        return new GateAnswer(
            gate.Item.Id, gate.Milestone, gate.Postponed, gate.HoldsBack, gate.Item.Event.Occurred.Text, possible,
            possible.Count == 1 ? [] : [.. DecidingItems.Of(table, [.. seen.Select(one => (one.World, one.Gate.Verdict))]).Select(item => item.Id).Order()],
            [.. Told([.. seen.Select(one => one.Gate.Remarks().ToList())])],
            [.. table.Conditions.Select((condition, i) => new ConditionAnswer(
                condition.Demand,
                [.. seen.Where(one => one.Gate.Conditions[i].IsHere).Select(one => one.Gate.Conditions[i].AtGate.Rank).Distinct().Order()],
                [.. seen.Where(one => one.Gate.Conditions[i].IsHere).Select(one => one.Gate.Conditions[i].AtBaseline.Rank).Distinct().Order()],
                seen.TrueForAll(one => one.Gate.Conditions[i].Counts), seen.Exists(one => one.Gate.Conditions[i].Counts)))
                .Where(condition => condition.AtGate.Count > 0)]);
    }

    /// <summary>What holds in every world; what is said of inputs where it holds in one.</summary>
    private static IEnumerable<Said> Told(List<List<Remark>> worlds)
    {
        foreach (var group in worlds.SelectMany(remarks => remarks).GroupBy(remark => (remark.Kind, remark.Condition, remark.Detail)))
        {
            var inOne = group.Key.Kind is "UnverifiedInputs" or "UnreviewedInputs" or "ReviewedByASide";
            if (!inOne && !worlds.TrueForAll(remarks => remarks.Exists(remark => (remark.Kind, remark.Condition, remark.Detail) == group.Key))) continue;
            var told = !group.Any(remark => remark.RestsOnContest);
            yield return new Said(group.Key.Kind, group.Key.Condition, told ? group.Min(remark => remark.Days) : null, told ? group.Max(remark => remark.Days) : null, group.Key.Detail);
        }
    }
}

/// <summary>What the rule set says of an agreement.</summary>
internal sealed record Answer(IReadOnlyList<GateAnswer> Gates)
{
    /// <summary>The words that the choices of one possible verdict at each gate lead to.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            HashSet<(bool AllRewarded, bool AllRewardedOrPartly, bool AnyPartly, bool AnyConditioned, bool AnyAdvanced, bool AnyRewardedOrWithheld)> sums =
                [(true, true, false, false, false, false)];
            foreach (var gate in Gates)
            {
                sums = [.. sums.SelectMany(sum => gate.Possible.Select(verdict =>
                {
                    var judged = verdict is not (Verdict.NotLinked or Verdict.LinkedWithoutConditions);
                    if (!judged) return sum;
                    var advanced = !gate.HoldsBack;
                    return (
                        sum.AllRewarded && (!advanced || verdict == Verdict.Rewarded),
                        sum.AllRewardedOrPartly && (!advanced || verdict is Verdict.Rewarded or Verdict.PartlyConditioned),
                        sum.AnyPartly || verdict == Verdict.PartlyConditioned,
                        sum.AnyConditioned || verdict is Verdict.Rewarded or Verdict.PartlyConditioned or Verdict.Withheld,
                        sum.AnyAdvanced || advanced,
                        sum.AnyRewardedOrWithheld || verdict is Verdict.Rewarded or Verdict.Withheld);
                }))];
            }
            return [.. sums.Select(sum =>
                sum.AllRewarded && sum.AnyRewardedOrWithheld ? "Yes"
                : sum.AllRewardedOrPartly && sum.AnyPartly ? "Partly"
                : !sum.AnyConditioned && sum.AnyAdvanced ? "No"
                : !sum.AnyConditioned ? "NotAssessable"
                : "Mixed").Distinct().Order(StringComparer.Ordinal)];
        }
    }

    public string Word => Words is [var one] ? one : "Indeterminate";
}

/// <summary>What the rule set says of a gate.</summary>
/// <param name="Gate">The recording that stands for it: the one with the lowest id.</param>
/// <param name="Possible">The verdict, or several where worlds differ.</param>
/// <param name="Deciding">The items that decide between them, by id.</param>
/// <param name="Annotations">What else is to be said.</param>
/// <param name="Conditions">The conditions that are there in some world.</param>
internal sealed record GateAnswer(
    Guid Gate, Milestone Milestone, bool Postponed, bool HoldsBack, string Occurred, IReadOnlyList<Verdict> Possible, IReadOnlyList<Guid> Deciding,
    IReadOnlyList<Said> Annotations, IReadOnlyList<ConditionAnswer> Conditions)
{
    public string Verdict => Possible is [var one] ? one.ToString() : $"Indeterminate: {string.Join(" or ", Possible)}";
}

/// <summary>What the rule set says of a condition at a gate.</summary>
/// <param name="AtGate">Every rank that a world in which it is a condition here gives.</param>
/// <param name="AtBaseline">Every rank at the baseline.</param>
internal sealed record ConditionAnswer(
    string Demand, IReadOnlyList<Rank> AtGate, IReadOnlyList<Rank> AtBaseline, bool CountsInAll, bool CountsInSome);

/// <summary>An annotation.</summary>
internal sealed record Said(string Kind, string? Condition, int? FromDays, int? ToDays, string? Detail)
{
    public string Text
    {
        get
        {
            string[] parts = [.. new[] { Condition, Span, Detail }.OfType<string>()];
            return parts.Length == 0 ? Kind : $"{Kind} ({string.Join(", ", parts)})";
        }
    }

    private string? Span => FromDays is null ? null : FromDays == ToDays ? $"{FromDays} {(FromDays == 1 ? "day" : "days")}" : $"{FromDays} to {ToDays} days";
}
