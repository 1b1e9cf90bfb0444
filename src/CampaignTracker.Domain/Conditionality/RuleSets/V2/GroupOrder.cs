using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>The items of a sweep and their order: those of the conditions, the gate and its baseline, one that differs twice.</summary>
internal sealed class GroupOrder : IItemRelations
{
    private readonly ConditionGroup group;
    private readonly List<(WorldItem Item, WorldItem Of, int Side)> items = [];
    private readonly bool[,] always;

    /// <param name="group">The conditions.</param>
    /// <param name="differs">The item that stands twice: once for each of two worlds; null for none.</param>
    public GroupOrder(ConditionGroup group, WorldItem? differs)
    {
        this.group = group;
        foreach (var item in group.Items)
        {
            if (item != differs) items.Add((item, item, 0));
            else items.AddRange([(item, item, 1), (item, item, 2)]);
        }
        items.AddRange(group.Tied.Where(item => item.IsDay && item.Kind == ItemKind.Other).Select(item => (item, item, 0)));
        Items = [.. items.Select(one => one.Item)];
        always = Always();
    }

    private GroupOrder(GroupOrder other, IEnumerable<(WorldItem Item, WorldItem Of, int Side)> gates)
    {
        group = other.group;
        items = [.. other.items, .. gates];
        Items = [.. items.Select(one => one.Item)];
        always = group.IsTiedToFrames ? Always() : other.always;
    }

    /// <summary>The same with a gate, its baseline and what else of the agreement is tied, for one world of each frame.</summary>
    public GroupOrder With(Gate gate, params IEnumerable<(Frame Frame, int Side)> frames) =>
        new(this, frames.SelectMany(one => Of(gate, one.Frame).Select(item => (item.Item, item.Of, one.Side))));

    private IEnumerable<(WorldItem Item, WorldItem Of)> Of(Gate gate, Frame frame)
    {
        yield return (gate.Item.On(frame.Day), gate.Item);
        foreach (var baseline in frame.BaselineGates) yield return (baseline.Item.On(frame.BaselineDay!.Value), baseline.Item);
        foreach (var item in group.Tied.Where(item => item != gate.Item && !frame.BaselineGates.Any(baseline => baseline.Item == item)))
        {
            if (!item.IsDay) yield return (item.On(frame.Tied.First(tied => tied.Item == item).Day), item);
            else if (item.Kind == ItemKind.Gate) yield return (item, item);
        }
    }

    public IReadOnlyList<WorldItem> Items { get; }

    public int SideOf(int item) => items[item].Side;

    public bool IsOf(int item, WorldItem of) => items[item].Of == of;

    public WorldItem Of(int item) => items[item].Of;

    public int ClaimsOf(int item) => group.ClaimsOf(items[item].Of);

    public bool Precedes(int earlier, int later) =>
        earlier < always.GetLength(0) && later < always.GetLength(0) && always[earlier, later];

    public bool PrecedesOnOneDay(int earlier, int later) =>
        MayBeTogether(earlier, later) && group.Follows.PrecedesOnOneDay(items[earlier].Of, items[later].Of);

    public bool AreOrdered(int one, int other) => MayBeTogether(one, other) && (items[one].Of.Kind == ItemKind.Gate
        || items[other].Of.Kind == ItemKind.Gate
        || group.PartsOf(items[one].Of).Exists(part => group.PartsOf(items[other].Of).Exists(its => its.Condition == part.Condition)));

    public bool Concerns(int demand, int item) => MayBeTogether(demand, item)
        && group.PartsOf(items[demand].Of).Exists(part => part.Part is Part.Issue
            && group.PartsOf(items[item].Of).Exists(other => other.Condition == part.Condition
            && other.Part is not Part.Issue));

    /// <summary>True where some world has one item before another.</summary>
    public bool MayPrecede(WorldItem earlier, WorldItem later)
    {
        if (earlier.First < later.Last) return true;
        if (earlier.First > later.Last) return false;
        int[] here = [.. Enumerable.Range(0, items.Count).Where(item => items[item].Item == earlier || items[item].Item == later
            || items[item].Item.IsDay && items[item].Item.First == later.Last)];
        return !DayOrder.Of(Items, here, this)[
            Array.FindIndex(here, item => items[item].Item == later), Array.FindIndex(here, item => items[item].Item == earlier)];
    }

    private bool[,] Always()
    {
        var count = items.Count;
        var precedes = new bool[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (i != j && MayBeTogether(i, j)) precedes[i, j] = group.Follows.Precedes(items[i].Of, items[j].Of) || IsDemandOf(i, j);
            }
        }
        DayOrder.Close(precedes);
        return precedes;
    }

    // The two places of what differs are of two worlds.
    private bool MayBeTogether(int one, int other) => items[one].Side == 0 || items[other].Side == 0
        || items[one].Side == items[other].Side;

    // No world has an attachment or a closing before its demand, unless the demand follows it.
    private bool IsDemandOf(int demand, int item) => items[item].Item.Last >= items[demand].Item.First
        && !PrecedesOnOneDay(item, demand)
        && group.PartsOf(items[demand].Of).Exists(part => part.Part is Part.Issue
            && group.PartsOf(items[item].Of).Exists(other => other.Condition == part.Condition && other.Part is Part.Attach or Part.Close));
}
