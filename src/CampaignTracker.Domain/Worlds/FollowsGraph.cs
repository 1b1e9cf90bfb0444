using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Worlds;

/// <summary>
/// Which item comes before which, because events say that they follow others; and the days that are left to each by what no world has.
/// Statements that stand in a ring say nothing; one that with those before it leaves no world is ignored.
/// </summary>
internal sealed class FollowsGraph
{
    private readonly Dictionary<WorldItem, HashSet<WorldItem>> before = [];
    private readonly Dictionary<WorldItem, HashSet<WorldItem>> onOneDay = [];

    /// <summary>Follows nothing.</summary>
    public FollowsGraph()
    {
    }

    /// <param name="state">The state, for events that are followed or follow and are no items themselves.</param>
    /// <param name="items">Everything dated that a verdict rests on; each is left only the days that some world has.</param>
    /// <param name="notBefore">What no world has before all of some others, in the order in which that is taken.</param>
    public FollowsGraph(CampaignState state, IReadOnlyCollection<WorldItem> items, IEnumerable<NotBefore> notBefore)
    {
        List<NotBefore> bounds = [];
        var (first, last) = (new Dictionary<WorldItem, DateOnly>(), new Dictionary<WorldItem, DateOnly>());
        bool IsTaken(NotBefore bound)
        {
            var (firsts, lasts) = (new Dictionary<WorldItem, DateOnly>(first), new Dictionary<WorldItem, DateOnly>(last));
            if (!Bound([.. bounds, bound], firsts, lasts)) return false;
            bounds.Add(bound);
            (first, last) = (firsts, lasts);
            return true;
        }

        foreach (var bound in notBefore) IsTaken(bound);
        var byId = new Dictionary<Guid, WorldItem>();
        foreach (var item in items)
        {
            foreach (var fact in item.Recordings) byId.TryAdd(fact.Id, item);
        }
        List<WorldItem> others = [.. Others(state, byId)];
        var said = Said([.. items.Concat(others).Where(item => item.Follows.Count > 0)], byId);
        var reach = Closure(said);
        List<(WorldItem Earlier, WorldItem Later)> taken = [];
        foreach (var pair in said.Where(pair => !IsIn(reach, pair.Later, pair.Earlier)))
        {
            // What a contested matter follows orders it within its day, and says nothing of days.
            if (pair.Later.IsContested || IsTaken(new([pair.Earlier], pair.Later))) taken.Add(pair);
        }
        foreach (var item in first.Keys.Concat(last.Keys).Distinct())
            item.Narrow(first.GetValueOrDefault(item, item.First), last.GetValueOrDefault(item, item.Last));
        (before, onOneDay) = (Closure(taken.Where(pair => !pair.Later.IsContested)), Closure(taken));
    }

    /// <summary>True where one item comes before another in every world.</summary>
    public bool Precedes(WorldItem earlier, WorldItem later) => IsIn(before, earlier, later);

    /// <summary>True where one item comes before another if both have one day.</summary>
    public bool PrecedesOnOneDay(WorldItem earlier, WorldItem later) => IsIn(onOneDay, earlier, later);

    /// <summary>The pairs of items that are tied.</summary>
    public IEnumerable<(WorldItem Earlier, WorldItem Later)> Ties =>
        onOneDay.SelectMany(pair => pair.Value.Select(later => (pair.Key, later)));

    /// <summary>True where an item is tied to another.</summary>
    public bool IsTied(WorldItem item) => onOneDay.ContainsKey(item) || onOneDay.Values.Any(later => later.Contains(item));

    private static List<(WorldItem Earlier, WorldItem Later)> Said(List<WorldItem> following, Dictionary<Guid, WorldItem> byId) =>
    [
        .. following.Distinct().OrderBy(item => item.Fact.Recorded.Sequence)
            .SelectMany(item => item.Follows.Order().Select(id => byId.GetValueOrDefault(id)).OfType<WorldItem>().Distinct()
                .Where(earlier => earlier != item).Select(earlier => (earlier, item))),
    ];

    // An event that no verdict rests on has its day all the same, and chains run through it.
    private static List<WorldItem> Others(CampaignState state, Dictionary<Guid, WorldItem> byId)
    {
        List<WorldItem> others = [];
        void Add(Guid id)
        {
            if (byId.ContainsKey(id) || state.Knowledge.Fact(id) is not { } known) return;
            if (state.History(known.Event.Subject) is not { } history) return;
            var counted = history.CountedFor(id);
            var recordings = WorldItem.Apart([.. history.Recordings.Where(fact => history.CountedFor(fact.Id) == counted)])
                .FirstOrDefault(facts => facts.Any(fact => fact.Id == id));
            if (recordings is null || recordings.Any(fact => fact.IsKnowledge)) return;
            var e = recordings[0].Event;
            var date = e is DemandIssued or ConditionAttached or MilestoneReached or MilestonePostponed or JustificationGiven
                ? e.Occurred : e.MovesAt();
            if (state.Viewpoint.AsOf is { } v && date.Earliest > v.Latest) return;
            var item = new WorldItem(ItemKind.Other, recordings, date, state.Viewpoint.AsOf);
            others.Add(item);
            foreach (var fact in recordings) byId.TryAdd(fact.Id, item);
        }

        foreach (var fact in state.Knowledge.Histories.Select(history => state.History(history.Name)).OfType<SubjectHistory>()
            .SelectMany(history => history.Recordings).Where(fact => fact.Event.Follows is { Count: > 0 }).ToList())
        {
            foreach (var id in fact.Event.Follows!) Add(id);
            Add(fact.Id);
        }
        return others;
    }

    private static bool IsIn(Dictionary<WorldItem, HashSet<WorldItem>> reach, WorldItem from, WorldItem to) =>
        reach.TryGetValue(from, out var reached) && reached.Contains(to);

    /// <summary>The first and last days that bounds leave; false where they leave something none.</summary>
    private static bool Bound(List<NotBefore> bounds, Dictionary<WorldItem, DateOnly> first, Dictionary<WorldItem, DateOnly> last)
    {
        DateOnly FirstOf(WorldItem item) => first.GetValueOrDefault(item, item.First);
        DateOnly LastOf(WorldItem item) => last.GetValueOrDefault(item, item.Last);

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (all, later) in bounds)
            {
                var earliest = all.Min(FirstOf);
                if (FirstOf(later) < earliest) (first[later], changed) = (earliest, true);
                if (FirstOf(later) > LastOf(later)) return false;
                // Where one alone can be the earlier, it is.
                List<WorldItem> left = [.. all.Where(item => FirstOf(item) <= LastOf(later))];
                if (left is not [var one] || LastOf(one) <= LastOf(later)) continue;
                (last[one], changed) = (LastOf(later), true);
                if (FirstOf(one) > LastOf(one)) return false;
            }
        }
        return true;
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

/// <summary>No world has an item before all of some others.</summary>
/// <param name="All">The others; one at least.</param>
internal sealed record NotBefore(IReadOnlyList<WorldItem> All, WorldItem Item)
{
    /// <summary>The place of the item in the log, by which such bounds are taken in turn.</summary>
    public long Sequence => Item.Recordings.Min(fact => fact.Recorded.Sequence);
}
