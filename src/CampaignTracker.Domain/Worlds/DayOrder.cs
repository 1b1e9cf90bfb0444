namespace CampaignTracker.Domain.Worlds;

/// <summary>
/// The order of items within a day (conditionality-2.md, 'Within a day'). What no rule orders has both orders. A stronger rule goes before
/// a
/// weaker one: what contradicts it is void, and statements of one rule that stand in a ring say nothing.
/// </summary>
internal static class DayOrder
{
    /// <summary>Which of the items of one day comes before which, if both have that day.</summary>
    /// <param name="items">The items that can have the day.</param>
    /// <param name="always">Whether the first always comes before the second, on whatever days.</param>
    /// <param name="concerns">Whether a demand has what an item can move.</param>
    public static bool[,] Of(IReadOnlyList<WorldItem> items, Func<int, int, bool> always, Func<int, int, bool> concerns)
    {
        var before = new bool[items.Count, items.Count];
        Add(before, always);
        Add(before, (one, other) => items[one].Kind == ItemKind.Demand && items[other].Kind == ItemKind.Other && concerns(one, other));
        Add(before, (one, other) => items[one].IsDay && items[other].IsDay && items[one].IsEarlierThan(items[other]));
        Add(before, (one, other) => items[one].Kind == ItemKind.Gate && items[other].Kind == ItemKind.Other);
        Add(before, (one, other) => items[one].Kind == ItemKind.Demand && items[other].Kind == ItemKind.Gate);
        Add(before, (one, other) => items[one].IsDay && items[other].IsDay && items[one].IsLineBefore(items[other]));
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
