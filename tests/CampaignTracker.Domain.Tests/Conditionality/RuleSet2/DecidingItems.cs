using CampaignTracker.Domain.Agreements;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>The items that decide between the possible verdicts on a gate.</summary>
internal sealed class DecidingItems
{
    private readonly List<DatedItem> items;
    private readonly List<(DatedItem One, DatedItem Other)> pairs;
    private readonly Timetable table;

    private DecidingItems(Timetable table)
    {
        this.table = table;
        items = [.. table.Items.Where(item => item.Counts)];
        pairs = [.. items.SelectMany(one => items.Where(other => one.Index < other.Index && !one.IsGate && !other.IsGate && table.AreOrdered(one, other)).Select(other => (one, other)))];
    }

    public static IReadOnlyCollection<DatedItem> Of(Timetable table, IReadOnlyList<(World World, Verdict Verdict)> judged)
    {
        var deciding = new DecidingItems(table);
        // Worlds that differ only in what no verdict rests on are one.
        List<(World World, Verdict Verdict)> worlds = [.. judged.DistinctBy(one => (deciding.Key(one.World, without: null), one.Verdict))];
        HashSet<DatedItem> found = [.. deciding.items.Where(item => deciding.DecidesAlone(item, worlds)), .. deciding.DecidingByOrder(worlds)];
        return found.Count > 0 ? found : deciding.Fewest(worlds);
    }

    private static bool IsOpen(DatedItem item) => item.Days.Count > 1 || item.Claims.Count > 1;

    /// <summary>A partly dated item, or a contested matter: two worlds that differ in it alone give different verdicts.</summary>
    private bool DecidesAlone(DatedItem item, List<(World World, Verdict Verdict)> worlds) => IsOpen(item)
        && worlds.GroupBy(one => Days(one.World, item)).Any(group =>
        {
            List<(World World, Verdict Verdict)> alike = [.. group];
            return alike.Exists(one => alike.Exists(other => one.Verdict < other.Verdict && SameOrder(one.World, other.World, item)));
        });

    // An order that follows from the day of the item itself is no difference of its own.
    private bool SameOrder(World one, World other, DatedItem but) => pairs.TrueForAll(pair => pair.One == but || pair.Other == but
        || one.DayOf(pair.One) != one.DayOf(pair.Other) || one.IsBefore(pair.One, pair.Other) == other.IsBefore(pair.One, pair.Other)
        || FollowsFrom(one, pair, but) || FollowsFrom(other, pair, but));

    private bool FollowsFrom(World world, (DatedItem One, DatedItem Other) pair, DatedItem item)
    {
        var day = world.DayOf(pair.One);
        if (world.DayOf(item) != day) return false;
        var without = new OrderOfADay(table, table.Items.Where(other => other != item && world.DayOf(other) == day));
        return (world.OrderOn[day].Say(pair.One, pair.Other) || world.OrderOn[day].Say(pair.Other, pair.One))
            && !without.Say(pair.One, pair.Other) && !without.Say(pair.Other, pair.One);
    }

    /// <summary>Of items dated to one day, those of two of which the order alone gives different verdicts.</summary>
    private IEnumerable<DatedItem> DecidingByOrder(List<(World World, Verdict Verdict)> worlds) =>
        worlds.GroupBy(one => Days(one.World, without: null)).SelectMany(group =>
        {
            List<(World World, Verdict Verdict)> alike = [.. group];
            return alike.SelectMany(one => alike.Where(other => one.Verdict < other.Verdict).Select(other => Differing(one.World, other.World)))
                .Where(differing => differing is [var (first, second)] && first.Days.Count == 1 && second.Days.Count == 1)
                .SelectMany(differing => new[] { differing[0].One, differing[0].Other });
        });

    private List<(DatedItem One, DatedItem Other)> Differing(World one, World other) => pairs.FindAll(pair =>
        one.DayOf(pair.One) == one.DayOf(pair.Other) && other.DayOf(pair.One) == other.DayOf(pair.Other)
        && one.IsBefore(pair.One, pair.Other) != other.IsBefore(pair.One, pair.Other));

    /// <summary>Where nothing decides alone: the items in which two worlds of different verdicts differ that differ in fewest.</summary>
    private HashSet<DatedItem> Fewest(List<(World World, Verdict Verdict)> worlds)
    {
        var (fewest, found) = (int.MaxValue, new HashSet<DatedItem>());
        for (var i = 0; i < worlds.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (worlds[i].Verdict == worlds[j].Verdict) continue;
                var differing = DifferingItems(worlds[i].World, worlds[j].World);
                if (differing.Count > fewest) continue;
                if (differing.Count < fewest) found.Clear();
                fewest = differing.Count;
                found.UnionWith(differing);
            }
        }
        return found;
    }

    private HashSet<DatedItem> DifferingItems(World one, World other)
    {
        HashSet<DatedItem> differing = [.. items.Where(item => one.DayOf(item) != other.DayOf(item) || one.Claim[item.Index] != other.Claim[item.Index])];
        foreach (var pair in Differing(one, other))
        {
            if (differing.Any(item => FollowsFrom(one, pair, item) || FollowsFrom(other, pair, item))) continue;
            var open = new[] { pair.One, pair.Other }.Where(item => item.Days.Count > 1).ToList();
            differing.UnionWith(open.Count > 0 ? open : [pair.One, pair.Other]);
        }
        return differing;
    }

    private string Days(World world, DatedItem? without) => string.Join(' ', items.Where(item => item != without)
        .Select(item => $"{world.DayOf(item)}.{world.Claim[item.Index]}"));

    private string Key(World world, DatedItem? without) => $"{Days(world, without)} {string.Concat(pairs.Select(pair => world.IsBefore(pair.One, pair.Other) ? '<' : '>'))}";
}
