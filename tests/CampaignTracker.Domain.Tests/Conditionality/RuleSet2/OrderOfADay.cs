using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>What the rules say of the order of the items that one world has on one day, and every order that they leave open.</summary>
internal sealed class OrderOfADay
{
    private readonly Timetable table;
    private readonly List<DatedItem> day;
    private readonly Dictionary<DatedItem, HashSet<DatedItem>> before = [];
    private readonly Sayings said;

    /// <param name="table">The items and what each is for.</param>
    /// <param name="day">Those of the day.</param>
    public OrderOfADay(Timetable table, IEnumerable<DatedItem> day)
    {
        (this.table, this.day) = (table, [.. day]);
        foreach (var gate in this.day.Where(item => item.IsGate)) before[gate] = BeforeGate(gate);
        said = OfTheOthers();
        Orders = EveryOrder();
    }

    /// <summary>Every order of the items that count, the gates left out: each gives every item its place.</summary>
    public IReadOnlyList<IReadOnlyDictionary<DatedItem, int>> Orders { get; }

    /// <summary>The items that come before a gate of the day.</summary>
    public IReadOnlySet<DatedItem> Before(DatedItem gate) => before[gate];

    /// <summary>True where the rules say that one item comes before another.</summary>
    public bool Say(DatedItem earlier, DatedItem later) => said.Say(earlier, later);

    private IEnumerable<DatedItem> Others => day.Where(item => item.Counts && !item.IsGate);

    // A gate is put in order as if it were the only one of its day; chains of follows run through the others too.
    private HashSet<DatedItem> BeforeGate(DatedItem gate)
    {
        var rules = AboveTheGates();
        List<DatedItem> together = [.. Others, gate];
        rules.Add(Times(together));
        rules.Add(Others.Where(item => item.Event is not DemandIssued).Select(item => (gate, item)));
        rules.Add(Others.Where(item => item.Event is DemandIssued).Select(demand => (demand, gate)));
        rules.Add(Lines(together));
        return [.. Others.Where(item => rules.Say(item, gate))];
    }

    private Sayings OfTheOthers()
    {
        var rules = AboveTheGates();
        rules.Add(Times([.. Others]));
        // What comes before a gate comes before what comes after it, where no other gate says the contrary.
        rules.Add(before.Keys.SelectMany(gate => Others.Where(before[gate].Contains).SelectMany(earlier =>
            Others.Where(later => !before[gate].Contains(later)).Select(later => (earlier, later))))
            .Where(pair => !before.Keys.Any(other => before[other].Contains(pair.later) && !before[other].Contains(pair.earlier))));
        rules.Add(Lines([.. Others]));
        return rules;
    }

    private Sayings AboveTheGates()
    {
        var rules = new Sayings(day);
        rules.Add(day.SelectMany(item => item.Follows.Where(day.Contains).Select(earlier => (earlier, item))));
        // A demand stands at the start of its day.
        rules.Add(table.Conditions.Where(condition => day.Contains(condition.Issued))
            .SelectMany(condition => condition.CanMove.Where(day.Contains).Select(item => (condition.Issued, item))));
        return rules;
    }

    private IEnumerable<(DatedItem, DatedItem)> Times(List<DatedItem> items) =>
        Pairs(items).Where(pair => pair.Item1.Time is { } one && pair.Item2.Time is { } other && IsEarlier(one, other));

    private static bool IsEarlier(TimeOfDay one, TimeOfDay other) => (one.Offset, other.Offset) switch
    {
        (null, null) => one.Minutes < other.Minutes,
        ({ } ahead, { } otherAhead) => one.Minutes - ahead < other.Minutes - otherAhead,
        _ => false,
    };

    private IEnumerable<(DatedItem, DatedItem)> Lines(List<DatedItem> items) =>
        Pairs(items).Where(pair => pair.Item1.Line is { } one && pair.Item2.Line is { } other && one.Batch == other.Batch && one.Line < other.Line);

    private IEnumerable<(DatedItem, DatedItem)> Pairs(List<DatedItem> items) =>
        items.SelectMany(one => items.Where(other => one != other && (one.IsGate || other.IsGate || table.AreOrdered(one, other))).Select(other => (one, other)));

    /// <summary>Each order of those that are put in order with one another, combined with each of the others'.</summary>
    private List<Dictionary<DatedItem, int>> EveryOrder()
    {
        List<Dictionary<DatedItem, int>> orders = [[]];
        foreach (var group in Groups())
        {
            var own = OrdersOf([], group).DistinctBy(order => Signature(group, order)).ToList();
            orders = [.. orders.SelectMany(order => own.Select(places => order.Concat(places.Select((item, i) => KeyValuePair.Create(item, i))).ToDictionary()))];
        }
        return orders;
    }

    private IEnumerable<List<DatedItem>> OrdersOf(List<DatedItem> placed, List<DatedItem> left)
    {
        if (left.Count == 0) yield return placed;
        foreach (var next in left.Where(item => !left.Exists(other => Say(other, item))).ToList())
            foreach (var order in OrdersOf([.. placed, next], left.FindAll(item => item != next))) yield return order;
    }

    // Orders that differ only between items that are not put in order with one another are one.
    private string Signature(List<DatedItem> group, List<DatedItem> order) => string.Concat(group.SelectMany(one => group
        .Where(other => one.Index < other.Index && table.AreOrdered(one, other)).Select(other => order.IndexOf(one) < order.IndexOf(other) ? '<' : '>')));

    private List<List<DatedItem>> Groups()
    {
        List<List<DatedItem>> groups = [];
        foreach (var item in Others)
        {
            var near = groups.FindAll(group => group.Exists(other => table.AreOrdered(item, other) || Say(item, other) || Say(other, item)));
            groups.RemoveAll(near.Contains);
            groups.Add([.. near.SelectMany(group => group), item]);
        }
        return groups;
    }

    /// <summary>What the rules say together, the stronger first.</summary>
    private sealed class Sayings(List<DatedItem> day)
    {
        private readonly HashSet<(DatedItem, DatedItem)> all = [];

        public bool Say(DatedItem earlier, DatedItem later) => all.Contains((earlier, later));

        /// <summary>Adds a rule: what contradicts the stronger ones together is void, and what stands in a ring says nothing.</summary>
        public void Add(IEnumerable<(DatedItem Earlier, DatedItem Later)> rule)
        {
            var fresh = rule.Where(one => !Say(one.Later, one.Earlier)).ToList();
            var together = Closed(all.Concat(fresh));
            foreach (var pair in Closed(all.Concat(fresh.Where(one => !together.Contains((one.Later, one.Earlier)))))) all.Add(pair);
        }

        private HashSet<(DatedItem, DatedItem)> Closed(IEnumerable<(DatedItem, DatedItem)> pairs)
        {
            HashSet<(DatedItem, DatedItem)> closed = [.. pairs];
            foreach (var middle in day)
            {
                var (to, from) = (day.FindAll(item => closed.Contains((item, middle))), day.FindAll(item => closed.Contains((middle, item))));
                foreach (var earlier in to) foreach (var later in from) closed.Add((earlier, later));
            }
            return closed;
        }
    }
}
