namespace CampaignTracker.Domain.Worlds;

/// <summary>What the worlds come to at the end of each day: many walks that go on differently share how they begin.</summary>
internal sealed class Beginning<T>
{
    private readonly IReadOnlyCollection<(UInt128 Placed, T State)> start;
    private readonly List<DateOnly> days = [];
    private readonly List<IReadOnlyCollection<(UInt128 Placed, T State)>> states = [];
    private readonly bool tooMany;

    /// <param name="start">The states in which the walk begins.</param>
    /// <param name="walk">Walks, and tells the states at the end of each day.</param>
    public Beginning(
        IReadOnlyCollection<(UInt128 Placed, T State)> start, Action<Action<DateOnly, HashSet<(UInt128 Placed, T State)>>> walk)
    {
        this.start = start;
        try
        {
            walk((day, reached) =>
            {
                days.Add(day);
                states.Add(reached);
            });
        }
        catch (TooManyWorldsException)
        {
            tooMany = true;
        }
    }

    /// <summary>The last day before another that was walked, and the states at its end; null and those at the start for none.</summary>
    /// <exception cref="TooManyWorldsException">There were too many before that.</exception>
    public (DateOnly? After, IReadOnlyCollection<(UInt128 Placed, T State)> States) Before(DateOnly day)
    {
        var at = days.BinarySearch(day);
        if (at < 0) at = ~at;
        if (at == days.Count && tooMany) throw new TooManyWorldsException();
        return at == 0 ? (null, start) : (days[at - 1], states[at - 1]);
    }
}
