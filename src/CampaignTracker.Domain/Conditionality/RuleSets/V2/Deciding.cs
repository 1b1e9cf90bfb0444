using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The matters for which two worlds that differ in one of them alone give different verdicts.</summary>
internal static class Deciding
{
    /// <param name="gate">The gate.</param>
    /// <param name="all">The gates and linkages of the agreement.</param>
    /// <param name="beginnings">How the walks of each group begin.</param>
    public static IReadOnlyList<Fact> Of(Judgement gate, AgreementFrames all, IReadOnlyList<GroupBeginnings> beginnings)
    {
        List<Fact> deciding = [.. OfConditions(gate, beginnings), .. OfFrames(gate, all, beginnings)];
        // Where no single matter decides, everything that is open does together.
        return deciding.Count > 0 ? deciding : [.. Open(gate, all).Select(item => item.Fact)];
    }

    private static IEnumerable<Fact> OfConditions(Judgement gate, IReadOnlyList<GroupBeginnings> beginnings)
    {
        for (var i = 0; i < gate.Groups.Count; i++)
        {
            var group = gate.Groups[i];
            var frames = Enumerable.Range(0, gate.Frames.Count).Where(at => MayDecide(gate, i, at)).ToList();
            if (frames.Count == 0) continue;
            foreach (var item in group.Items.Where(item => item.First <= gate.Step.Item.Last && IsOpen(group, item)))
            {
                if (frames.Exists(at => Differ(gate, i, at, item, beginnings[i]))) yield return item.Fact;
            }
        }
    }

    // Where a group says one thing in all its worlds, or any of what it says leads to one verdict, nothing of it decides.
    private static bool MayDecide(Judgement gate, int index, int at) => gate.Tallies[at].Without(index).Any(other =>
        gate.Tallies[at].Of(index).Select(tally => gate.VerdictOf(gate.Frames[at], tally | other)).Distinct().Skip(1).Any());

    private static bool Differ(Judgement gate, int index, int at, WorldItem item, GroupBeginnings beginnings)
    {
        var (group, frame) = (gate.Groups[index], gate.Frames[at]);
        var rest = gate.Tallies[at].Without(index);
        // A contested matter differs in its claim, or like any other in its place.
        var claims = group.IsContested(item) && SharesItsDay(group, item)
            ? Enumerable.Range(0, group.ClaimsOf(item)).Select(claim => (int?)claim).Append(null) : [null];
        return claims.SelectMany(claim => PairsOf(group, frame, frame, new(item, claim), beginnings)).Any(pair => rest.Any(other =>
            gate.VerdictOf(frame, pair.One | other) != gate.VerdictOf(frame, pair.Other | other)));
    }

    private static IEnumerable<Fact> OfFrames(Judgement gate, AgreementFrames all, IReadOnlyList<GroupBeginnings> beginnings)
    {
        var vague = all.Vague;
        for (var i = 0; i < vague.Count; i++)
        {
            if (gate.Frames.Select(frame => frame.Days[i]).Distinct().Count() < 2) continue;
            var sets = gate.Frames.GroupBy(frame => string.Join(' ', frame.Days.Where((_, n) => n != i))).Where(group => group.Count() > 1);
            if (sets.Any(some => Decides(gate, [.. some], beginnings))) yield return vague[i].Fact;
        }
    }

    private static bool Decides(Judgement gate, IReadOnlyList<Frame> frames, IReadOnlyList<GroupBeginnings> beginnings)
    {
        for (var one = 0; one < frames.Count; one++)
        {
            for (var other = one + 1; other < frames.Count; other++)
            {
                var (first, second) = (frames[one], frames[other]);
                HashSet<(Tally One, Tally Other)> sums = [(Tally.None, Tally.None)];
                for (var i = 0; i < gate.Groups.Count; i++)
                {
                    var pairs = PairsOf(gate.Groups[i], first, second, null, beginnings[i]);
                    sums = [.. sums.SelectMany(sum => pairs.Select(pair => (sum.One | pair.One, sum.Other | pair.Other)))];
                }
                if (sums.Any(sum => gate.VerdictOf(first, sum.One) != gate.VerdictOf(second, sum.Other))) return true;
            }
        }
        return false;
    }

    private static IReadOnlyCollection<(Tally One, Tally Other)> PairsOf(
        GroupAtGate group, Frame one, Frame other, GroupDifference? difference, GroupBeginnings beginnings)
    {
        try
        {
            return group.Pairs(one, other, difference, beginnings);
        }
        catch (TooManyWorldsException)
        {
            return [];
        }
    }

    // Partly dated, contested, or in no certain order among the items of its day.
    private static bool IsOpen(GroupAtGate group, WorldItem item) =>
        !item.IsDated || group.IsContested(item) || SharesItsDay(group, item);

    private static bool SharesItsDay(GroupAtGate group, WorldItem item) =>
        group.Items.Any(other => other != item && other.IsDated && other.First == item.First);

    private static IEnumerable<WorldItem> Open(Judgement gate, AgreementFrames all) =>
        gate.Groups.SelectMany(group => group.Items.Where(item => (!item.IsDated || group.IsContested(item))
            && item.First <= gate.Occurred.Latest))
            .Concat(all.Vague.Where(item => item == gate.Step.Item));
}
