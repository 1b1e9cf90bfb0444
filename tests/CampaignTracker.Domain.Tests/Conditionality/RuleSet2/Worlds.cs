using CampaignTracker.Domain.Amendments;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Every world of a timetable, one after the other.</summary>
internal static class Worlds
{
    /// <summary>The worlds; null where there are more than can be walked.</summary>
    public static IReadOnlyList<World>? Of(Timetable table, int most)
    {
        var (count, items) = (1L, table.Items);
        foreach (var item in items)
        {
            count *= item.Days.Count * Math.Max(1, item.Claims.Count);
            if (count > most) return null;
        }
        Dictionary<string, OrderOfADay> known = [];
        List<World> worlds = [];
        foreach (var (days, claims) in Choices(table))
        {
            var orders = items.GroupBy(item => days[item.Index]).ToDictionary(day => day.Key, day =>
            {
                var key = string.Join(' ', day.Select(item => item.Index));
                return known.TryGetValue(key, out var same) ? same : known[key] = new OrderOfADay(table, day);
            });
            List<Dictionary<int, IReadOnlyDictionary<DatedItem, int>>> placed = [[]];
            foreach (var (day, order) in orders)
                placed = [.. placed.SelectMany(before => order.Orders.Select(places => new Dictionary<int, IReadOnlyDictionary<DatedItem, int>>(before) { [day] = places }))];
            worlds.AddRange(placed.Select(places => new World(days, claims, orders, places)));
            if (worlds.Count > most) return null;
        }
        return WithoutImpossible(table, worlds);
    }

    private static List<(int[] Days, int[] Claims)> Choices(Timetable table)
    {
        List<(int[] Days, int[] Claims)> choices = [(new int[table.Size], new int[table.Size])];
        foreach (var item in table.Items)
        {
            choices = [.. choices.SelectMany(choice => item.Days.SelectMany(day => Enumerable.Range(0, Math.Max(1, item.Claims.Count)).Select(claim =>
            {
                var (days, claims) = ((int[])choice.Days.Clone(), (int[])choice.Claims.Clone());
                (days[item.Index], claims[item.Index]) = (day, claim);
                return (days, claims);
            })))];
        }
        return choices;
    }

    /// <summary>
    /// What no world has is taken one by one: attachments before their demand, what takes back before all that it could take back, events before
    /// those that they follow. One that would leave no world is ignored.
    /// </summary>
    private static List<World> WithoutImpossible(Timetable table, List<World> worlds)
    {
        foreach (var isImpossible in Impossible(table))
        {
            var left = worlds.FindAll(world => !isImpossible(world));
            if (left.Count > 0) worlds = left;
        }
        return worlds;
    }

    private static IEnumerable<Func<World, bool>> Impossible(Timetable table)
    {
        foreach (var (attachment, condition) in table.Conditions.SelectMany(condition => condition.Attachments.Select(item => (item, condition))).OrderBy(pair => pair.item.Sequence))
            yield return world => world.IsBefore(attachment, condition.Issued);

        var takingBack = table.Conditions.SelectMany(condition =>
                condition.Detachments.Select(item => (item, All: condition.Attachments))
                .Concat(condition.Closings.Select(item => (item, All: (IReadOnlyList<DatedItem>)[condition.Issued]))))
            .Concat(table.Linkages.SelectMany(linkage => linkage.Withdrawals.Select(item => (item, All: (IReadOnlyList<DatedItem>)[linkage.Item]))));
        foreach (var (item, takenBack) in takingBack.OrderBy(pair => pair.item.Sequence))
            yield return world => takenBack.All(other => world.IsBefore(item, other));

        // What a contested matter follows orders it within its first day, and says nothing of days.
        foreach (var item in table.Items.Where(item => item.Event is not StatusContested).OrderBy(item => item.Sequence))
        {
            // On one day it comes after them by the rules.
            foreach (var earlier in item.Follows) yield return world => world.DayOf(item) < world.DayOf(earlier);
        }
    }
}
