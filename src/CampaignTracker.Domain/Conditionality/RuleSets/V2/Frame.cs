using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>What the worlds around one gate have in common: the days of gates and linkages, and what follows from them.</summary>
/// <param name="Day">The day of the gate.</param>
/// <param name="Linkages">The linkages that cover it.</param>
/// <param name="BaselineGates">The latest earlier gates that advanced and are covered: several where they have one day.</param>
/// <param name="BaselineDay">Their day; null where there is none.</param>
/// <param name="NextDay">The day of the next covered gate; null where there is none.</param>
/// <param name="WasWithdrawn">A linkage that named the gate had been withdrawn before it; null for none.</param>
/// <param name="NamesOthers">True where a linkage was declared, but names other steps.</param>
/// <param name="Tied">The day of each gate, linkage and withdrawal that has several and is tied to something by what follows what.</param>
/// <param name="Days">The day of each gate and linkage that has several, in the order of the agreement.</param>
internal sealed record Frame(
    DateOnly Day, IReadOnlyList<Linkage> Linkages, IReadOnlyList<Gate> BaselineGates, DateOnly? BaselineDay, DateOnly? NextDay,
    DateOnly? WasWithdrawn, bool NamesOthers, IReadOnlyList<(WorldItem Item, DateOnly Day)> Tied,
    IReadOnlyList<DateOnly> Days)
{
    /// <summary>True where the same worlds of the conditions belong to it.</summary>
    public bool IsSame(Frame other) => Day == other.Day && BaselineDay == other.BaselineDay && NextDay == other.NextDay
        && BaselineGates.SequenceEqual(other.BaselineGates) && Tied.SequenceEqual(other.Tied);
}

/// <summary>A linkage that covers a gate.</summary>
/// <param name="Fact">Its declaration.</param>
/// <param name="Strength">Its strength at the gate: Committed only where it comes from who holds the gate.</param>
internal sealed record Linkage(Fact Fact, LinkageStrength Strength, string IssueArea)
{
    /// <summary>True when a ground names this linkage's issue area.</summary>
    public bool IsNamedBy(Ground ground) => string.Equals(ground.IssueArea?.Trim(), IssueArea.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The gates and linkages of an agreement, and every choice of days for them that makes a difference.</summary>
internal sealed class AgreementFrames
{
    private const int MostFrames = 2_000;

    private readonly Parties parties;
    private readonly FollowsGraph follows;
    private readonly List<(WorldItem Item, LinkageDeclared Declared)> linkages;
    private readonly List<(WorldItem Item, Guid Of)> withdrawals;

    public AgreementFrames(CampaignState state, SubjectHistory agreement, Parties parties, FollowsGraph follows)
    {
        (this.parties, this.follows) = (parties, follows);
        Gates = Gate.Of(state, agreement);
        IEnumerable<WorldItem> Items(Fact fact) => WorldItem.Apart([fact, .. agreement.Recordings.Where(other => other.Id != fact.Id
            && agreement.CountedFor(other.Id) == fact.Id)])
            .Select(recordings => new WorldItem(ItemKind.Other, recordings, fact.Event.MovesAt(), state.AsOf(fact)));
        linkages = [.. agreement.Facts.Where(fact => fact.Event is LinkageDeclared declared && state.MayMove(fact) && Counts(declared))
            .SelectMany(fact => Items(fact).Select(item => (item, (LinkageDeclared)fact.Event)))];
        withdrawals = [.. agreement.Facts.Where(fact => fact.Event is LinkageWithdrawn && state.MayMove(fact))
            .SelectMany(fact => Items(fact).Select(item => (item, ((LinkageWithdrawn)fact.Event).Linkage)))];
    }

    private AgreementFrames(AgreementFrames other, FollowsGraph follows)
    {
        (parties, linkages, withdrawals, Gates) = (other.parties, other.linkages, other.withdrawals, other.Gates);
        this.follows = follows;
    }

    public List<Gate> Gates { get; }

    /// <summary>The same with what follows what.</summary>
    public AgreementFrames With(FollowsGraph follows) => new(this, follows);

    /// <summary>One frame, in which everything has its first day.</summary>
    public List<Frame> AtTheirFirst(Gate gate) => [Of(gate, [.. Vague.Select(item => item.First)])];

    /// <summary>Everything dated of the agreement itself.</summary>
    public IEnumerable<WorldItem> Items =>
        [.. Gates.Select(gate => gate.Item), .. linkages.Select(one => one.Item), .. withdrawals.Select(one => one.Item)];

    /// <summary>The withdrawals, each with what it takes back.</summary>
    public IEnumerable<NotBefore> NotBefore => withdrawals
        .Select(one => new NotBefore([.. linkages.Select(linkage => linkage.Item).Where(linkage => linkage.Is(one.Of))], one.Item))
        .Where(bound => bound.All.Count > 0);

    /// <summary>The items that have several days, in the order in which a frame gives them theirs.</summary>
    public List<WorldItem> Vague => [.. Items.Where(item => !item.IsDay)];

    /// <summary>The frames of a gate.</summary>
    /// <param name="ends">The days at which something of its conditions begins or ends.</param>
    /// <exception cref="TooManyWorldsException">There are too many.</exception>
    public List<Frame> Of(Gate gate, IReadOnlyCollection<DateOnly> ends)
    {
        List<DateOnly[]> choices = [[]];
        foreach (var item in Vague)
        {
            // Who lies wholly on one side of the gate, and decides nothing there, has one day for all.
            var days = Matters(item, gate) ? DaysOf(item, ends) : [item.Last < gate.Item.First ? item.Last : item.First];
            choices = [.. choices.SelectMany(chosen => days.Select(day => (DateOnly[])[.. chosen, day]))];
            if (choices.Count > MostFrames) throw new TooManyWorldsException();
        }
        return [.. choices.Where(IsWorld).Select(days => Of(gate, days))];
    }

    private bool Matters(WorldItem item, Gate gate) => item == gate.Item
        || item.Last >= gate.Item.First && item.First <= gate.Item.Last
        || Gates.Exists(other => other.Item == item)
        || withdrawals.Exists(one => one.Item == item || linkages.Exists(linkage => linkage.Item == item && item.Is(one.Of)))
        || Gates.Exists(other => other.Item.Last >= item.First && other.Item.First <= item.Last);

    private List<DateOnly> DaysOf(WorldItem item, IReadOnlyCollection<DateOnly> ends)
    {
        SortedSet<DateOnly> days = [item.First, item.Last];
        foreach (var end in ends.Concat(Items.Where(other => other != item).SelectMany(other => new[] { other.First, other.Last })))
        {
            for (var around = -1; around <= 1; around++)
            {
                var number = end.DayNumber + around;
                if (number >= item.First.DayNumber && number <= item.Last.DayNumber) days.Add(DateOnly.FromDayNumber(number));
            }
        }
        return [.. days];
    }

    // A withdrawal comes after what it takes back, unless that leaves it no day; an event after those that it follows.
    private bool IsWorld(DateOnly[] days)
    {
        var vague = Vague;
        DateOnly On(WorldItem item) => item.IsDay ? item.First : days[vague.IndexOf(item)];

        foreach (var (item, of) in withdrawals)
        {
            var taken = linkages.Where(one => one.Item.Is(of)).ToList();
            if (taken.Count > 0 && taken.TrueForAll(one => On(one.Item) > On(item)) && taken.Exists(one => one.Item.First <= item.Last))
                return false;
        }
        var all = Items.ToList();
        return all.TrueForAll(one => all.TrueForAll(other => one == other || !follows.Precedes(one, other) || On(one) <= On(other)));
    }

    private Frame Of(Gate gate, DateOnly[] days)
    {
        var vague = Vague;
        DateOnly On(WorldItem item) => item.IsDay ? item.First : days[vague.IndexOf(item)];
        bool IsBefore(WorldItem item, WorldItem of) => On(item) < On(of) || On(item) == On(of) && OnOneDay(item, of);
        List<Linkage> Covering(Gate one) =>
        [
            .. linkages.Where(linkage => linkage.Declared.Names(one.Milestone) && IsBefore(linkage.Item, one.Item)
                    && !withdrawals.Exists(withdrawn => linkage.Item.Is(withdrawn.Of) && IsBefore(withdrawn.Item, one.Item)))
                .Select(linkage => new Linkage(linkage.Item.Fact, StrengthAt(linkage.Declared, one.Milestone), linkage.Declared.IssueArea)),
        ];

        var day = On(gate.Item);
        var before = Gates.Where(other => other != gate && !other.HoldsBack && On(other.Item) < day && Covering(other).Count > 0).ToList();
        var baseline = before.Count == 0 ? (DateOnly?)null : before.Max(other => On(other.Item));
        var after = Gates.Where(other => On(other.Item) > day && Covering(other).Count > 0).Select(other => On(other.Item)).ToList();
        var covering = Covering(gate);
        var named = linkages.Where(linkage => IsBefore(linkage.Item, gate.Item)).ToList();
        var withdrawn = withdrawals.Where(one => IsBefore(one.Item, gate.Item)
            && named.Exists(linkage => linkage.Item.Is(one.Of) && linkage.Declared.Names(gate.Milestone))).Select(one => On(one.Item))
                .ToList();
        return new Frame(
            day, covering, [.. before.Where(other => On(other.Item) == baseline)], baseline, after.Count == 0 ? null : after.Min(),
            withdrawn.Count == 0 ? null : withdrawn.Max(), named.Exists(linkage => !linkage.Declared.Names(gate.Milestone)
                && !withdrawals.Exists(one => linkage.Item.Is(one.Of) && IsBefore(one.Item, gate.Item))),
            [.. vague.Where(follows.IsTied).Select(item => (item, On(item)))], days);
    }

    private bool OnOneDay(WorldItem item, WorldItem gate)
    {
        var order = DayOrder.Of([item, gate], [0, 1], new WithAGate(follows, [item, gate]));
        return order[0, 1];
    }

    private sealed class WithAGate(FollowsGraph follows, WorldItem[] items) : IItemRelations
    {
        public bool Precedes(int earlier, int later) => false;

        public bool PrecedesOnOneDay(int earlier, int later) => follows.PrecedesOnOneDay(items[earlier], items[later]);

        public bool Concerns(int demand, int item) => false;

        public bool AreOrdered(int one, int other) => true;
    }

    // A clause of the benefit itself needs nobody to declare it.
    private bool Counts(LinkageDeclared declared) => declared.By is { } by
        ? parties.IsPromising(by) || AgreementDefined.AreBothParties(by)
        : declared.Strength == LinkageStrength.Codified;

    private LinkageStrength StrengthAt(LinkageDeclared declared, Milestone milestone) =>
        declared is { Strength: LinkageStrength.Committed, By: { } by } && !parties.Holds(by, milestone)
        && !AgreementDefined.AreBothParties(by)
            ? LinkageStrength.Political
            : declared.Strength;
}
