using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// How the walks of a group begin: what lies before the baseline of a gate is walked once for all gates. It lives as long as an agreement
/// is being judged.
/// </summary>
/// <param name="until">The last day of the last gate.</param>
internal sealed class GroupBeginnings(ConditionGroup group, DateOnly until)
{
    private const int MostStates = 20_000;

    private readonly Dictionary<bool, Beginning<GroupState>> ofOne = [];
    private readonly Dictionary<GroupDifference, (PairWalk Walk, Beginning<GroupPair>? Beginning)> ofTwo = [];
    private readonly PairWalk byFrames = new(group, null);

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

    /// <summary>The same for every two worlds that differ in one item, or in their frames alone, with how they are walked.</summary>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public (PairWalk Walk, DateOnly? After, IReadOnlyCollection<(UInt128 Placed, GroupPair State)> States) OfPairs(
        Frame one, Frame other, GroupDifference? difference)
    {
        if (difference is null) return (byFrames, null, [(0, byFrames.Start)]);
        if (!ofTwo.TryGetValue(difference, out var known)) ofTwo.Add(difference, known = new(new PairWalk(group, difference), null));
        if (!one.IsSame(other) || Shared(one) is not { } baseline) return (known.Walk, null, [(0, known.Walk.Start)]);
        if (known.Beginning is not { } beginning) ofTwo[difference] = (known.Walk, beginning = BeginningOf(known.Walk));
        var (after, states) = beginning.Before(baseline);
        return (known.Walk, after, states);
    }

    private Beginning<GroupPair> BeginningOf(PairWalk walk) => new([(0, walk.Start)], reached =>
        new Sweep(walk.Order.Items, walk.Order, null, until).Run(
            [(0, walk.Start)], walk.Place, (state, _) => PairWalk.BeforeBaseline(state), MostStates, (day, states) =>
            {
                states.RemoveWhere(state => walk.IsAlike(state.State));
                reached(day, states);
            }));

    // What a gate follows, or what follows it, is walked with the gate.
    private DateOnly? Shared(Frame frame) => group.IsTiedToFrames ? null : frame.BaselineDay;
}
