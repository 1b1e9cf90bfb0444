namespace CampaignTracker.Domain.Worlds;

/// <summary>
/// Which item comes before which in every world, because events say that they follow others. Statements that stand in a ring say nothing;
/// one that with those before it leaves no world is ignored.
/// </summary>
internal sealed class FollowsGraph
{
    private readonly Dictionary<WorldItem, HashSet<WorldItem>> before = [];

    /// <param name="items">Everything dated.</param>
    public FollowsGraph(IReadOnlyCollection<WorldItem> items)
    {
        var following = items.Where(item => item.Follows.Count > 0).ToList();
        if (following.Count == 0) return;
        var byId = new Dictionary<Guid, WorldItem>();
        foreach (var item in items)
        {
            foreach (var fact in item.Recordings) byId.TryAdd(fact.Id, item);
        }
        List<(WorldItem Earlier, WorldItem Later)> said =
        [
            .. following.OrderBy(item => item.Fact.Recorded.Sequence)
                .SelectMany(item => item.Follows.Select(id => byId.GetValueOrDefault(id)).OfType<WorldItem>()
                    .Where(earlier => earlier != item).Select(earlier => (earlier, item))),
        ];
        // Two items of one recording are one event: what is said of it holds for both of its roles.
        var reach = Closure(said);
        var first = new Dictionary<WorldItem, DateOnly>();
        DateOnly FirstOf(WorldItem item) => first.GetValueOrDefault(item, item.First);
        List<(WorldItem Earlier, WorldItem Later)> taken = [];
        foreach (var (earlier, later) in said.Where(pair => !IsIn(reach, pair.Later, pair.Earlier)))
        {
            var bounds = new Dictionary<WorldItem, DateOnly>(first);
            if (!Raise(bounds, [.. taken, (earlier, later)], later, FirstOf(earlier))) continue;
            taken.Add((earlier, later));
            first = bounds;
        }
        before = Closure(taken);
    }

    /// <summary>True where one item comes before another in every world.</summary>
    public bool Precedes(WorldItem earlier, WorldItem later) => before.Count > 0 && IsIn(before, earlier, later);

    /// <summary>The pairs of items that are tied.</summary>
    public IEnumerable<(WorldItem Earlier, WorldItem Later)> Ties => before.SelectMany(pair => pair.Value.Select(later => (pair.Key, later)));

    private static bool IsIn(Dictionary<WorldItem, HashSet<WorldItem>> reach, WorldItem from, WorldItem to) =>
        reach.TryGetValue(from, out var reached) && reached.Contains(to);

    private static bool Raise(
        Dictionary<WorldItem, DateOnly> first, List<(WorldItem Earlier, WorldItem Later)> edges, WorldItem item, DateOnly day)
    {
        if (first.GetValueOrDefault(item, item.First) >= day) return true;
        if (day > item.Last) return false;
        first[item] = day;
        return edges.Where(edge => edge.Earlier == item).All(edge => Raise(first, edges, edge.Later, day));
    }

    private static Dictionary<WorldItem, HashSet<WorldItem>> Closure(IEnumerable<(WorldItem Earlier, WorldItem Later)> edges)
    {
        var next = edges.ToLookup(edge => edge.Earlier, edge => edge.Later);
        Dictionary<WorldItem, HashSet<WorldItem>> reach = [];
        foreach (var start in next.Select(group => group.Key))
        {
            HashSet<WorldItem> reached = [];
            var pending = new Stack<WorldItem>(next[start]);
            while (pending.TryPop(out var item))
            {
                if (!reached.Add(item)) continue;
                foreach (var further in next[item]) pending.Push(further);
            }
            reach[start] = reached;
        }
        return reach;
    }
}
