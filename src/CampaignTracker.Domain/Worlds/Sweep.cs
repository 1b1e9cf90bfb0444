using System.Diagnostics.Metrics;

namespace CampaignTracker.Domain.Worlds;

/// <summary>
/// Walks every world of some items at once: day by day, item by item, and keeps one of all states that come to the same. Only days at, just
/// before and just after the ends of dates are tried; on the days between them nothing can come otherwise.
/// </summary>
internal sealed class Sweep
{
    /// <summary>The name under which it is counted how many states are walked.</summary>
    public const string MeterName = "CampaignTracker.Worlds";

    private const int MostAtOnce = 120;

    private static readonly Counter<long> Walked = new Meter(MeterName)
        .CreateCounter<long>("states", description: "States of worlds that were walked.");

    private readonly IReadOnlyList<WorldItem> items;
    private readonly int[][] needs;
    private readonly List<Day> days = [];

    /// <param name="items">The items.</param>
    /// <param name="relations">How they stand to one another.</param>
    /// <param name="after">The walk goes on after this day; null for the beginning.</param>
    /// <param name="until">The last day to be walked; null for the end.</param>
    /// <param name="alsoOn">Further days that are told apart from those around them.</param>
    public Sweep(
        IReadOnlyList<WorldItem> items, IItemRelations relations, DateOnly? after, DateOnly? until, params IEnumerable<DateOnly> alsoOn)
    {
        this.items = items;
        needs = [.. Enumerable.Range(0, items.Count).Select(item =>
            Enumerable.Range(0, items.Count).Where(other => relations.Precedes(other, item)).ToArray())];
        var bits = BitsOf(items);
        foreach (var on in DaysOf(items, alsoOn))
        {
            if (on <= after) continue;
            if (on > until) break;
            int[] here = [.. Enumerable.Range(0, items.Count).Where(item => items[item].First <= on && items[item].Last >= on)];
            if (here.Length == 0) continue;
            if (here.Length > 63) throw new TooManyWorldsException();
            var gone = here.Where(item => !items[item].IsDay && items[item].Last == on);
            days.Add(new Day(on, here, DayOrder.Of(items, here, relations), bits, gone));
        }
    }

    /// <summary>The states that the worlds lead to, each with the items that have come and have later days too.</summary>
    /// <param name="start">The states in which the walk begins.</param>
    /// <param name="place">The states after an item has come on a day; none where no world has it there.</param>
    /// <param name="endDay">The state at the end of a day.</param>
    /// <param name="most">The most states that are followed.</param>
    /// <param name="reached">Told the states at the end of each day.</param>
    /// <exception cref="TooManyWorldsException">There were more.</exception>
    public HashSet<(UInt128 Placed, T State)> Run<T>(
        IEnumerable<(UInt128 Placed, T State)> start, Func<T, int, DateOnly, IEnumerable<T>> place, Func<T, DateOnly, T> endDay, int most,
        Action<DateOnly, HashSet<(UInt128 Placed, T State)>>? reached = null)
        where T : notnull
    {
        HashSet<(UInt128 Placed, T State)> states = [.. start];
        foreach (var day in days)
        {
            if (states.Count == 0) break;
            HashSet<(UInt128 Placed, T State, ulong Today)> seen = [.. states.Select(state => (state.Placed, state.State, 0UL))];
            var pending = new Stack<(UInt128 Placed, T State, ulong Today)>(seen);
            states = [];
            while (pending.TryPop(out var at))
            {
                if (day.IsOver(at.Placed, at.Today)) states.Add((at.Placed & ~day.Gone, endDay(at.State, day.On)));
                for (var here = 0; here < day.Items.Length; here++)
                {
                    if (!MayCome(day, here, at.Placed, at.Today)) continue;
                    foreach (var next in place(at.State, day.Items[here], day.On))
                    {
                        var after = (at.Placed | day.Bits[here], next, at.Today | 1UL << here);
                        if (seen.Add(after)) pending.Push(after);
                    }
                }
                if (seen.Count > most) throw new TooManyWorldsException();
            }
            Walked.Add(seen.Count);
            reached?.Invoke(day.On, states);
        }
        return states;
    }

    private bool MayCome(Day day, int here, UInt128 placed, ulong today)
    {
        if ((today & 1UL << here) != 0 || (placed & day.Bits[here]) != 0) return false;
        for (var other = 0; other < day.Items.Length; other++)
        {
            var came = (today & 1UL << other) != 0;
            // Who comes first has to have come, if it is of this day for certain; who comes later must not have.
            if (!came && day.Bits[other] == 0 && day.Before[other, here]) return false;
            if (came && day.Before[here, other]) return false;
        }
        foreach (var need in needs[day.Items[here]])
        {
            if (items[need].Last < day.On) continue;
            var at = Array.IndexOf(day.Items, need);
            if (at < 0 || (today & 1UL << at) == 0 && (placed & day.Bits[at]) == 0) return false;
        }
        return true;
    }

    /// <summary>A bit for each item that has more than one day, free again when its last day is over.</summary>
    private static UInt128[] BitsOf(IReadOnlyList<WorldItem> items)
    {
        var bits = new UInt128[items.Count];
        var freeFrom = new List<DateOnly>();
        foreach (var item in Enumerable.Range(0, items.Count).Where(item => !items[item].IsDay).OrderBy(item => items[item].First))
        {
            var bit = freeFrom.FindIndex(free => free < items[item].First);
            if (bit < 0) bit = freeFrom.Count;
            if (bit >= MostAtOnce) throw new TooManyWorldsException();
            if (bit == freeFrom.Count) freeFrom.Add(items[item].Last);
            else freeFrom[bit] = items[item].Last;
            bits[item] = UInt128.One << bit;
        }
        return bits;
    }

    private static SortedSet<DateOnly> DaysOf(IReadOnlyList<WorldItem> items, IEnumerable<DateOnly> alsoOn)
    {
        SortedSet<DateOnly> days = [];
        foreach (var day in items.SelectMany(item => new[] { item.First, item.Last }).Concat(alsoOn).Distinct())
        {
            if (day > DateOnly.MinValue) days.Add(day.AddDays(-1));
            days.Add(day);
            if (day < DateOnly.MaxValue) days.Add(day.AddDays(1));
        }
        return days;
    }

    /// <summary>A day, and the items that can have it.</summary>
    private sealed class Day
    {
        private readonly ulong required;

        public Day(DateOnly on, int[] here, bool[,] before, UInt128[] bits, IEnumerable<int> gone)
        {
            (On, Items, Before, Bits) = (on, here, before, [.. here.Select(item => bits[item])]);
            Gone = gone.Aggregate(UInt128.Zero, (all, item) => all | bits[item]);
            for (var i = 0; i < here.Length; i++)
            {
                if (Bits[i] == 0) required |= 1UL << i;
            }
        }

        public DateOnly On { get; }

        public int[] Items { get; }

        /// <summary>By their places in this day: which comes before which.</summary>
        public bool[,] Before { get; }

        /// <summary>The bit of each that has more than one day; 0 for one that has this day alone.</summary>
        public UInt128[] Bits { get; }

        /// <summary>The bits of those that have no later day.</summary>
        public UInt128 Gone { get; }

        /// <summary>True where all have come that have no later day.</summary>
        public bool IsOver(UInt128 placed, ulong today) => (today & required) == required && (placed & Gone) == Gone;
    }
}

/// <summary>There are more worlds than can be followed.</summary>
internal sealed class TooManyWorldsException() : Exception("There are more worlds than can be followed.");
