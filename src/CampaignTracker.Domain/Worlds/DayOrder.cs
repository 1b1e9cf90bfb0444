using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Worlds;

/// <summary>
/// The order of items within a day (conditionality-2.md, 'Within a day'). What no rule orders has both orders. A stronger rule
/// goes before a weaker one: what contradicts it is void, and statements of one rule that stand in a ring say nothing.
/// </summary>
internal static class DayOrder
{
    /// <summary>Which of the facts of one subject that are dated to one day came before which: by their places in the list.</summary>
    public static bool[,] Of(IReadOnlyList<Fact> facts)
    {
        var items = facts.Select(fact => new WorldItem(ItemKind.Other, [fact], fact.Event.MovesAt(), asOf: null)).ToList();
        return Of(items, [.. Enumerable.Range(0, items.Count)], new OfOneSubject(items));
    }

    /// <summary>Which of the items of one day comes before which, if both have that day: by their places in the list.</summary>
    /// <param name="items">All items.</param>
    /// <param name="here">Those that can have the day.</param>
    /// <param name="relations">How they stand to one another.</param>
    public static bool[,] Of(IReadOnlyList<WorldItem> items, IReadOnlyList<int> here, IItemRelations relations)
    {
        var before = new bool[here.Count, here.Count];
        void Rule(Func<int, int, bool> says) => Add(before, (one, other) => says(here[one], here[other]));

        Rule((one, other) => relations.Precedes(one, other) || relations.PrecedesOnOneDay(one, other));
        Rule((one, other) => items[one].Kind == ItemKind.Demand && items[other].Kind == ItemKind.Other && relations.Concerns(one, other));
        Rule((one, other) => relations.AreOrdered(one, other) && items[one].IsEarlierThan(items[other]));
        Rule((one, other) => items[one].Kind == ItemKind.Gate && items[other].Kind == ItemKind.Other && relations.AreOrdered(one, other));
        Rule((one, other) => items[one].Kind == ItemKind.Demand && items[other].Kind == ItemKind.Gate && relations.AreOrdered(one, other));
        Rule((one, other) => relations.AreOrdered(one, other) && items[one].IsLineBefore(items[other]));
        return before;
    }

    /// <summary>Adds what a rule says to what stronger rules say together.</summary>
    private static void Add(bool[,] before, Func<int, int, bool> says)
    {
        var count = before.GetLength(0);
        var said = new bool[count, count];
        var any = false;
        for (var one = 0; one < count; one++)
        {
            for (var other = 0; other < count; other++)
            {
                if (one != other && !before[one, other] && !before[other, one] && says(one, other)) any = said[one, other] = true;
            }
        }
        if (!any) return;
        var together = (bool[,])before.Clone();
        Join(together, said);
        Close(together);
        for (var one = 0; one < count; one++)
        {
            for (var other = 0; other < count; other++)
            {
                if (said[one, other] && !together[other, one]) before[one, other] = true;
            }
        }
        Close(before);
    }

    private static void Join(bool[,] some, bool[,] others)
    {
        for (var i = 0; i < some.GetLength(0); i++)
        {
            for (var j = 0; j < some.GetLength(1); j++) some[i, j] |= others[i, j];
        }
    }

    /// <summary>Whatever leads to something leads to what that leads to.</summary>
    internal static void Close(bool[,] before)
    {
        var count = before.GetLength(0);
        for (var through = 0; through < count; through++)
        {
            for (var from = 0; from < count; from++)
            {
                if (!before[from, through]) continue;
                for (var to = 0; to < count; to++) before[from, to] |= before[through, to];
            }
        }
    }
}

/// <summary>Facts of one subject: each can move its status.</summary>
internal sealed class OfOneSubject(IReadOnlyList<WorldItem> items) : IItemRelations
{
    public bool Precedes(int earlier, int later) => false;

    public bool PrecedesOnOneDay(int earlier, int later) => items[later].Follows.Contains(items[earlier].Fact.Id);

    public bool Concerns(int demand, int item) => false;

    public bool AreOrdered(int one, int other) => true;
}

/// <summary>How items stand to one another, by their places in a list.</summary>
internal interface IItemRelations
{
    /// <summary>True where the first comes before the second in every world, on whatever days; closed under itself.</summary>
    bool Precedes(int earlier, int later);

    /// <summary>True where the first comes before the second if both have one day.</summary>
    bool PrecedesOnOneDay(int earlier, int later);

    /// <summary>True where the first is a demand, and the second can move its condition.</summary>
    bool Concerns(int demand, int item);

    /// <summary>True where times and lines put two in order: both can move one condition, or one is a gate.</summary>
    bool AreOrdered(int one, int other);
}
