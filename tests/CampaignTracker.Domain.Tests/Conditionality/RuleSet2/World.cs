namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>One world: a day for each item, one claim for each contested matter, an order for the items of each day.</summary>
/// <param name="Day">The day of each item, by its index.</param>
/// <param name="Claim">Which of its claims each item has, by its index; 0 for what is not contested.</param>
/// <param name="OrderOn">What the rules say of each day.</param>
/// <param name="PlaceOn">The order of each day.</param>
internal sealed record World(
    int[] Day, int[] Claim, IReadOnlyDictionary<int, OrderOfADay> OrderOn, IReadOnlyDictionary<int, IReadOnlyDictionary<DatedItem, int>> PlaceOn)
{
    public int DayOf(DatedItem item) => Day[item.Index];

    /// <summary>True where an item comes before a gate.</summary>
    public bool IsBeforeGate(DatedItem item, DatedItem gate) =>
        DayOf(item) < DayOf(gate) || DayOf(item) == DayOf(gate) && OrderOn[DayOf(gate)].Before(gate).Contains(item);

    /// <summary>True where an item comes before another with which it is put in order.</summary>
    public bool IsBefore(DatedItem item, DatedItem other) =>
        DayOf(item) < DayOf(other) || DayOf(item) == DayOf(other) && PlaceOf(item) < PlaceOf(other);

    /// <summary>Items that are put in order with one another, in their order.</summary>
    public IEnumerable<DatedItem> InOrder(IEnumerable<DatedItem> items) => items.OrderBy(DayOf).ThenBy(PlaceOf);

    private int PlaceOf(DatedItem item) => PlaceOn[DayOf(item)].GetValueOrDefault(item);
}
