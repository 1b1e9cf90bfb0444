using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The matters for which two worlds that differ in one of them alone give different verdicts.</summary>
internal static class Deciding
{
    public static IReadOnlyList<Fact> Of(Judgement gate, AgreementFrames all)
    {
        List<Fact> deciding = [.. OfConditions(gate), .. OfFrames(gate, all)];
        // Where no single matter decides, everything that is open does together.
        return deciding.Count > 0 ? deciding : [.. Open(gate, all).Select(item => item.Fact)];
    }

    private static IEnumerable<Fact> OfConditions(Judgement gate)
    {
        for (var i = 0; i < gate.Groups.Count; i++)
        {
            var group = gate.Groups[i];
            foreach (var item in group.Items.Where(item => IsOpen(group, item)))
            {
                if (Enumerable.Range(0, gate.Frames.Count).Any(at => Differ(gate, group, i, at, item))) yield return item.Fact;
            }
        }
    }

    private static bool Differ(Judgement gate, ConditionGroup group, int index, int at, WorldItem item)
    {
        var frame = gate.Frames[at];
        var rest = gate.Together(at, index).ToList();
        // A contested matter differs in its claim, or like any other in its place.
        var claims = group.IsContested(item) ? Enumerable.Range(0, group.ClaimsOf(item)).Select(claim => (int?)claim).Append(null) : [null];
        return claims.SelectMany(claim => PairsOf(group, frame, frame, item, claim)).Any(pair => rest.Any(other =>
            gate.VerdictOf(frame, pair.One | other) != gate.VerdictOf(frame, pair.Other | other)));
    }

    private static IEnumerable<Fact> OfFrames(Judgement gate, AgreementFrames all)
    {
        var vague = all.Vague;
        for (var i = 0; i < vague.Count; i++)
        {
            if (gate.Frames.Select(frame => frame.Days[i]).Distinct().Count() < 2) continue;
            var sets = gate.Frames.GroupBy(frame => string.Join(' ', frame.Days.Where((_, n) => n != i))).Where(group => group.Count() > 1);
            if (sets.Any(some => Decides(gate, [.. some]))) yield return vague[i].Fact;
        }
    }

    private static bool Decides(Judgement gate, IReadOnlyList<Frame> frames)
    {
        for (var one = 0; one < frames.Count; one++)
        {
            for (var other = one + 1; other < frames.Count; other++)
            {
                var (first, second) = (frames[one], frames[other]);
                HashSet<(Tally One, Tally Other)> sums = [(Tally.None, Tally.None)];
                foreach (var group in gate.Groups)
                {
                    var pairs = PairsOf(group, first, second, differs: null, claim: null).ToList();
                    sums = [.. sums.SelectMany(sum => pairs.Select(pair => (sum.One | pair.One, sum.Other | pair.Other)))];
                }
                if (sums.Any(sum => gate.VerdictOf(first, sum.One) != gate.VerdictOf(second, sum.Other))) return true;
            }
        }
        return false;
    }

    private static IReadOnlyCollection<(Tally One, Tally Other)> PairsOf(ConditionGroup group, Frame one, Frame other, WorldItem? differs,
        int? claim)
    {
        try
        {
            return group.Pairs(one, other, differs, claim);
        }
        catch (TooManyWorldsException)
        {
            return [];
        }
    }

    // Partly dated, contested, or in no certain order among the items of its day.
    private static bool IsOpen(ConditionGroup group, WorldItem item) => !item.IsDated || group.IsContested(item)
        || group.Items.Any(other => other != item && other.IsDated && other.First == item.First);

    private static IEnumerable<WorldItem> Open(Judgement gate, AgreementFrames all) =>
        gate.Groups.SelectMany(group => group.Items.Where(item => (!item.IsDated || group.IsContested(item))
            && item.First <= gate.Occurred.Latest))
            .Concat(all.Vague.Where(item => item == gate.Step.Item));
}
