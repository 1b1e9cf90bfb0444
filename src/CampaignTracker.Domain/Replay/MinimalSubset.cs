namespace CampaignTracker.Domain.Replay;

/// <summary>Finds a smallest set of which something holds, by halving (Junker's QuickXplain, 2004): few trials where few matter.</summary>
internal static class MinimalSubset
{
    /// <summary>A subset of which it holds, and of no subset with one member less; members early in the list are preferred.</summary>
    /// <param name="all">The members, of all of which it holds.</param>
    /// <param name="tries">Whether it holds of some; null where no more can be tried: what is left is then kept.</param>
    public static List<T> Set<T>(List<T> all, Func<IEnumerable<T>, bool?> tries)
    {
        bool holds(IEnumerable<T> some) => tries(some) ?? false;
        if (holds([])) return [];
        var found = Needed([], hasNew: false, all, holds);
        for (var i = found.Count - 1; i >= 0 && found.Count > 1; i--)
        {
            List<T> less = [.. found.Where((_, j) => j != i)];
            if (!holds(less)) continue;
            // Facts can undo one another: without this one, one that was needed may not be.
            (found, i) = (less, less.Count);
        }
        return found;
    }

    // Whatever is left out, it holds of what was given and what is returned together: also where facts undo one another.
    private static List<T> Needed<T>(List<T> given, bool hasNew, List<T> among, Func<IEnumerable<T>, bool> holds)
    {
        if (hasNew && holds(given)) return [];
        // None are left where no more can be tried.
        if (among.Count <= 1) return among;
        var half = among.Count / 2;
        var (first, second) = (among[..half], among[half..]);
        var late = Needed([.. given, .. first], true, second, holds);
        var early = Needed([.. given, .. late], late.Count > 0, first, holds);
        return [.. early, .. late];
    }
}
