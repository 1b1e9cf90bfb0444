using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The item in which two worlds differ.</summary>
/// <param name="Item">The item.</param>
/// <param name="Claim">
/// The claim that a contested matter has in both, where its place in the day differs; null where its claim does.
/// </param>
internal sealed record GroupDifference(WorldItem Item, int? Claim);

/// <summary>Two worlds that differ in one thing alone, on their way.</summary>
/// <param name="Came">
/// How often the item has come in which they differ: of one that has two places, in one world and then in the other.
/// </param>
internal readonly record struct GroupPair(GroupState One, GroupState Other, int Came);

/// <summary>Walks every two worlds that differ in one thing alone.</summary>
internal sealed class PairWalk
{
    private readonly ConditionGroup group;
    private readonly GroupWalk one;
    private readonly GroupWalk other;
    private readonly GroupDifference? difference;
    private readonly bool byClaim;
    private readonly bool oneFrame;

    /// <summary>Before any gate.</summary>
    /// <param name="group">The conditions.</param>
    /// <param name="difference">The item in which they differ; null where that is in the frames alone.</param>
    public PairWalk(ConditionGroup group, GroupDifference? difference)
    {
        (this.group, this.difference, oneFrame) = (group, difference, true);
        byClaim = difference is { Claim: null } && group.IsContested(difference.Item);
        one = other = new GroupWalk(group, null, null, told: false);
        Order = byClaim || difference is null ? group.Order : new GroupOrder(group, difference.Item);
    }

    private PairWalk(PairWalk before, Gate gate, Frame frameOfOne, Frame frameOfOther)
    {
        (group, difference, byClaim) = (before.group, before.difference, before.byClaim);
        oneFrame = frameOfOne.IsSame(frameOfOther);
        one = new GroupWalk(group, gate, frameOfOne, told: false);
        other = new GroupWalk(group, gate, frameOfOther, told: false);
        Order = oneFrame ? before.Order.With(gate, (frameOfOne, 0)) : before.Order.With(gate, (frameOfOne, 1), (frameOfOther, 2));
    }

    /// <summary>The same to a gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="frameOfOne">Its frame in the first world.</param>
    /// <param name="frameOfOther">Its frame in the second.</param>
    public PairWalk To(Gate gate, Frame frameOfOne, Frame frameOfOther) => new(this, gate, frameOfOne, frameOfOther);

    public GroupOrder Order { get; }

    /// <summary>The state in which both begin.</summary>
    public GroupPair Start => new(one.Start, other.Start, 0);

    /// <summary>The states of both after an item has come on a day; none where no two worlds have it there, or where they are alike again
    /// for good.</summary>
    public IEnumerable<GroupPair> Place(GroupPair pair, int item, DateOnly day) =>
        Placed(pair, item, day).Where(next => !oneFrame || !IsOver(next) || !next.One.Equals(next.Other));

    /// <summary>The pair without what lies before a baseline.</summary>
    public static GroupPair BeforeBaseline(GroupPair pair) =>
        pair with { One = pair.One.BeforeBaseline(), Other = pair.Other.BeforeBaseline() };

    /// <summary>True where they are alike, and have nothing left in which they differ.</summary>
    public bool IsAlike(GroupPair pair) => IsOver(pair) && pair.One.Equals(pair.Other);

    private bool IsOver(GroupPair pair) => difference is not null && pair.Came == (byClaim ? 1 : 2);

    private IEnumerable<GroupPair> Placed(GroupPair pair, int item, DateOnly day)
    {
        var side = Order.SideOf(item);
        var differs = difference is not null && Order.IsOf(item, difference.Item);
        if (differs && byClaim) return Claims(pair, item, day);
        // Of the items of one day only those dated to it change places: what the day of another brings is no difference of its own.
        var between = pair.Came == 1 && !byClaim;
        if (between && !differs && difference!.Item.IsDated && !Order.Items[item].IsDated) return [];
        var option = differs ? difference!.Claim : null;
        var came = differs ? pair.Came + 1 : pair.Came;
        if (side == 1) return one.Place(pair.One, Order, item, day, 1, option).Select(next => new GroupPair(next, pair.Other, came));
        if (side == 2) return other.Place(pair.Other, Order, item, day, 2, option).Select(next => new GroupPair(pair.One, next, came));
        if (oneFrame && pair.One.Equals(pair.Other))
            return one.Place(pair.One, Order, item, day, 0, null).Select(next => new GroupPair(next, next, came));
        return Enumerable.Range(0, Order.ClaimsOf(item)).SelectMany(each =>
            one.Place(pair.One, Order, item, day, 1, each).SelectMany(first =>
                other.Place(pair.Other, Order, item, day, 2, each).Select(second => new GroupPair(first, second, came))));
    }

    private IEnumerable<GroupPair> Claims(GroupPair pair, int item, DateOnly day)
    {
        for (var first = 0; first < Order.ClaimsOf(item); first++)
        {
            for (var second = 0; second < Order.ClaimsOf(item); second++)
            {
                if (first == second) continue;
                foreach (var next in one.Place(pair.One, Order, item, day, 1, first))
                {
                    foreach (var others in other.Place(pair.Other, Order, item, day, 2, second)) yield return new(next, others, 1);
                }
            }
        }
    }
}
