using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// How the walks of a group begin: what lies before the baseline of a gate is walked once for all gates. It lives as long as an agreement is
/// being judged.
/// </summary>
/// <param name="until">The last day of the last gate.</param>
internal sealed class GroupBeginnings(ConditionGroup group, DateOnly until)
{
    private const int MostStates = 20_000;

    private readonly Dictionary<bool, Beginning<GroupState>> ofOne = [];
    private readonly Dictionary<GroupDifference, Beginning<GroupPair>> ofTwo = [];

    /// <summary>The last day before the baseline of a frame at whose end something is known, and the states then; null and the start for
    /// none.</summary>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public (DateOnly? After, IReadOnlyCollection<(UInt128 Placed, GroupState State)> States) Of(Frame frame, bool told)
    {
        var walk = new GroupWalk(group, null, null, told);
        if (Shared(frame) is not { } baseline) return (null, [(0, walk.Start)]);
        if (!ofOne.TryGetValue(told, out var known))
        {
            ofOne.Add(told, known = new([(0, walk.Start)], reached =>
                new Sweep(group.Order.Items, group.Order, null, until).Run([(0, walk.Start)],
                    (state, item, day) => walk.Place(state, group.Order, item, day, 0, null), (state, _) => state.BeforeBaseline(),
                    MostStates, reached)));
        }
        return known.Before(baseline);
    }

    /// <summary>The same for every two worlds that differ in one item.</summary>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public (DateOnly? After, IReadOnlyCollection<(UInt128 Placed, GroupPair State)> States) OfPairs(
        Frame one, Frame other, GroupDifference? difference)
    {
        var walk = new PairWalk(group, null, null, null, difference);
        if (difference is null || !one.IsSame(other) || Shared(one) is not { } baseline) return (null, [(0, walk.Start)]);
        if (!ofTwo.TryGetValue(difference, out var known))
        {
            ofTwo.Add(difference, known = new([(0, walk.Start)], reached =>
                new Sweep(walk.Order.Items, walk.Order, null, until).Run([(0, walk.Start)], walk.Place, (state, _) => PairWalk.BeforeBaseline(state),
                    MostStates, (day, states) =>
                    {
                        states.RemoveWhere(state => walk.IsAlike(state.State));
                        reached(day, states);
                    })));
        }
        return known.Before(baseline);
    }

    // What a gate follows, or what follows it, is walked with the gate.
    private DateOnly? Shared(Frame frame) => group.IsTiedToFrames ? null : frame.BaselineDay;
}
