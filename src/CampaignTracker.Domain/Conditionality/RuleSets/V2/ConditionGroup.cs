using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// Conditions with one subject, or tied by what follows what: their worlds are walked together. Groups share no item, and so any world of
/// one goes with any world of another.
/// </summary>
internal sealed class ConditionGroup
{
    private const int MostStates = 20_000;
    private const int MostStatesOfPairs = 60_000;

    /// <summary>How many partly dated items may have a day in common (conditionality-2.md, 'Too many').</summary>
    public const int MostAtOnce = 6;

    /// <summary>A fact counts as just before a gate up to so many days.</summary>
    public const int JustBefore = 30;

    private const int MostDaysAfter = 365;

    private readonly FollowsGraph follows;
    private readonly Gate gate;
    private readonly Dictionary<WorldItem, List<(int Condition, Part Part)>> parts = [];
    /// <summary>Items of nobody here that order those of their day, since they follow them or are followed.</summary>
    private readonly List<WorldItem> tied;
    /// <summary>The detachments that some world has after an attachment: no world has them before all of these.</summary>
    private readonly HashSet<(int Condition, WorldItem Detachment)> takesBack;

    public ConditionGroup(IReadOnlyList<Condition> conditions, Gate gate, FollowsGraph follows)
    {
        (Conditions, this.gate, this.follows) = (conditions, gate, follows);
        void Add(WorldItem item, int condition, Part part)
        {
            if (!parts.TryGetValue(item, out var all)) parts.Add(item, all = []);
            all.Add((condition, part));
        }

        for (var i = 0; i < conditions.Count; i++)
        {
            var condition = conditions[i];
            Add(condition.DemandItem, i, new Part.Issue());
            for (var n = 0; n < condition.Attachments.Count; n++) Add(condition.Attachments[n], i, new Part.Attach(n));
            foreach (var item in condition.Detachments) Add(item, i, new Part.Detach());
            foreach (var item in condition.Closings) Add(item, i, new Part.Close());
            foreach (var (item, move) in condition.Moves) Add(item, i, new Part.Moved(move));
        }
        Items = [.. parts.Keys.OrderBy(item => item.Fact)];
        tied = [.. follows.Ties.Where(tie => parts.ContainsKey(tie.Earlier) != parts.ContainsKey(tie.Later))
            .Select(tie => parts.ContainsKey(tie.Earlier) ? tie.Later : tie.Earlier)
            .Where(item => item.Kind == ItemKind.Other && item.IsDay).Distinct()];
        var order = new Order(this, [], null);
        takesBack = [.. conditions.SelectMany((condition, i) => condition.Detachments
            .Where(item => condition.Attachments.Any(attachment => order.MayPrecede(attachment, item))).Select(item => (i, item)))];
    }

    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Everything dated of the conditions, in order.</summary>
    public IReadOnlyList<WorldItem> Items { get; }

    /// <summary>True where an item has several claims of which none is settled.</summary>
    public bool IsContested(WorldItem item) => OptionsOf(item) > 1;

    /// <summary>The partly dated items of which more than six have a day in common before the gate's last day; none where that is not
    /// so.</summary>
    public List<WorldItem> TooMany(Frame frame)
    {
        // What is wholly before a fact that sets the status, itself wholly before the baseline, makes no difference.
        var baseline = frame.BaselineDay;
        List<WorldItem> open = [.. Items.Where(item => !item.IsDay && item.First <= frame.Day && !IsOvertaken(item, baseline))];
        foreach (var day in open.Select(item => item.First).Where(first => first < frame.Day))
        {
            List<WorldItem> here = [.. open.Where(item => item.First <= day && item.Last >= day)];
            if (here.Count > MostAtOnce) return here;
        }
        return [];
    }

    private bool IsOvertaken(WorldItem item, DateOnly? baseline) =>
        parts[item].TrueForAll(part => part.Part is Part.Moved)
        && (Items.Any(setter => !IsContested(setter) && setter.First > item.Last
                && Sets(setter) && Conditions.All(condition => setter.Last < condition.DemandItem.First || setter.Last < baseline))
            || Items.Any(death => Dies(death) && death.Last < item.First));

    private bool Sets(WorldItem item) => parts[item].Exists(part => part.Part is Part.Moved moved
        && moved.Move.Options.All(option => option.Any(change => change.Kind == ChangeKind.Sets && change.Place != Standing.Requested)));

    private bool Dies(WorldItem item) => parts[item].Exists(part => part.Part is Part.Moved moved
        && moved.Move.Options.All(option => option.Any(change => change.Place == Standing.Dead)));

    /// <summary>What the conditions come to at the gate, in every world of a frame.</summary>
    /// <param name="told">True where annotations and evidence are asked for; false for what a verdict needs alone.</param>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public IReadOnlyCollection<Sample[]> Samples(Frame frame, DateOnly? asOf, bool told)
    {
        var walk = new Walk(this, frame, told);
        DateOnly? end = !told ? frame.Day
            : frame.NextDay is { } next ? next.AddDays(-1)
            : frame.Day.DayNumber > DateOnly.MaxValue.DayNumber - MostDaysAfter ? null : frame.Day.AddDays(MostDaysAfter);
        if (asOf < end) end = asOf;
        var order = new Order(this, [(frame, 0)], null);
        return [.. new Sweep(order.Items, order, end, Ends(frame))
            .Run(walk.Start, (state, item, day) => walk.Place(state, order, item, day, 0, null), (state, day) => walk.EndDay(state, day),
                MostStates)
            .Select(state => state.Samples!).Distinct(SampleComparer.Instance)];
    }

    /// <summary>What the conditions come to in every two worlds that differ in one thing alone: an item, or the frame.</summary>
    /// <param name="one">The frame of the first.</param>
    /// <param name="other">The frame of the second.</param>
    /// <param name="differs">The item in which they differ; null where that is in the frames alone.</param>
    /// <param name="claim">The claim that a contested matter has in both, where its place in the day differs; null where its claim
    /// does.</param>
    public IReadOnlyCollection<(Tally One, Tally Other)> Pairs(Frame one, Frame other, WorldItem? differs, int? claim)
    {
        var walks = (One: new Walk(this, one, told: false), Other: new Walk(this, other, told: false));
        var byClaim = differs is not null && IsContested(differs) && claim is null;
        var order = new Order(this, one.IsSame(other) ? [(one, 0)] : [(one, 1), (other, 2)], byClaim ? null : differs);
        var end = one.Day > other.Day ? one.Day : other.Day;
        var sweep = new Sweep(order.Items, order, end, [.. Ends(one), .. Ends(other)]);
        return [.. sweep.Run((One: walks.One.Start, Other: walks.Other.Start, Between: false), (state, item, day) =>
        {
            var side = order.SideOf(item);
            var isDiffering = differs is not null && order.IsOf(item, differs);
            if (isDiffering && byClaim) return Claims(walks, state, order, item, day);
            // Of the items of one day only those dated to it change places: what the day of another brings is no difference of its own.
            if (state.Between && !isDiffering && differs!.IsDated && !order.Items[item].IsDated) return [];
            var option = isDiffering ? claim : null;
            var between = state.Between ^ isDiffering;
            if (side == 1) return walks.One.Place(state.One, order, item, day, 1, option).Select(next => (next, state.Other, between));
            if (side == 2) return walks.Other.Place(state.Other, order, item, day, 2, option).Select(next => (state.One, next, between));
            return Enumerable.Range(0, order.OptionsOf(item)).SelectMany(each =>
                walks.One.Place(state.One, order, item, day, 1, each).SelectMany(first =>
                    walks.Other.Place(state.Other, order, item, day, 2, each).Select(second => (first, second, between))));
        }, (state, _) => state, MostStatesOfPairs).Where(state => state.One.Samples is not null && state.Other.Samples is not null)
            .Select(state => (TallyOf(state.One.Samples!), TallyOf(state.Other.Samples!)))
            .Distinct()];
    }

    /// <summary>How many claims of a matter compete; one of what is not contested.</summary>
    public int ClaimsOf(WorldItem item) => OptionsOf(item);

    private static IEnumerable<(GroupState, GroupState, bool)> Claims(
        (Walk One, Walk Other) walks, (GroupState One, GroupState Other, bool) state, Order order, int item, DateOnly day)
    {
        for (var first = 0; first < order.OptionsOf(item); first++)
        {
            for (var second = 0; second < order.OptionsOf(item); second++)
            {
                if (first == second) continue;
                foreach (var one in walks.One.Place(state.One, order, item, day, 1, first))
                {
                    foreach (var other in walks.Other.Place(state.Other, order, item, day, 2, second)) yield return (one, other, false);
                }
            }
        }
    }

    /// <summary>What samples say together.</summary>
    public Tally TallyOf(Sample[] samples)
    {
        var tally = Tally.None;
        for (var i = 0; i < samples.Length; i++)
        {
            var outcome = samples[i].Outcome;
            if (!outcome.IsAttached || !outcome.Counts) continue;
            if (!outcome.MetEnough && Names(Conditions[i])) tally |= Tally.NamedUnmet;
            if (RequirementOf(i, samples[i]) != Requirement.Necessary) continue;
            tally |= Tally.Any;
            if (!outcome.MetEnough) tally |= Tally.Unmet;
            if (outcome.Improved) tally |= Tally.Improved;
            if (outcome.Regressed) tally |= Tally.Regressed;
        }
        return tally;
    }

    /// <summary>Whether a condition is necessary, by the attachment that held; null where none did.</summary>
    public Requirement? RequirementOf(int condition, Sample sample) => sample.Attachment == 0
        ? null
        : ((ConditionAttached)Conditions[condition].Attachments[sample.Attachment - 1].Fact.Event).Requirement;

    /// <summary>True when the stated grounds name the demand.</summary>
    public bool Names(Condition condition) => Named.Contains(condition.Name);

    /// <summary>The demands that the stated grounds name, after merges.</summary>
    public required IReadOnlySet<string> Named { get; init; }

    private static IEnumerable<DateOnly> Ends(Frame frame) =>
    [
        frame.Day, .. frame.BaselineDay is { } baseline ? [baseline] : Array.Empty<DateOnly>(),
        .. frame.Day.DayNumber > JustBefore ? [frame.Day.AddDays(-JustBefore)] : Array.Empty<DateOnly>(),
    ];

    private List<(int Condition, Part Part)> PartsOf(WorldItem item) => parts.GetValueOrDefault(item, []);

    private int OptionsOf(WorldItem item) => parts.TryGetValue(item, out var all)
        ? all.Max(part => part.Part is Part.Moved moved ? moved.Move.Options.Count : 1)
        : 1;

    /// <summary>What an item is to a condition.</summary>
    private abstract record Part
    {
        public sealed record Issue : Part;

        public sealed record Attach(int Number) : Part;

        public sealed record Detach : Part;

        public sealed record Close : Part;

        public sealed record Moved(Move Move) : Part;
    }

    /// <summary>The items of a sweep and their order: those of the conditions, the gate and its baseline, one that differs twice.</summary>
    private sealed class Order : IItemRelations
    {
        private readonly ConditionGroup group;
        private readonly List<(WorldItem Item, WorldItem Of, int Side)> items = [];
        private readonly bool[,] always;

        public Order(ConditionGroup group, IReadOnlyList<(Frame Frame, int Side)> frames, WorldItem? differs)
        {
            this.group = group;
            foreach (var item in group.Items)
            {
                if (item != differs) items.Add((item, item, 0));
                else items.AddRange([(item, item, 1), (item, item, 2)]);
            }
            items.AddRange(group.tied.Select(item => (item, item, 0)));
            foreach (var (frame, side) in frames)
            {
                items.Add((group.gate.Item.On(frame.Day), group.gate.Item, side));
                foreach (var baseline in frame.BaselineGates) items.Add((baseline.Item.On(frame.BaselineDay!.Value), baseline.Item, side));
            }
            Items = [.. items.Select(one => one.Item)];
            always = new bool[items.Count, items.Count];
            for (var i = 0; i < items.Count; i++)
            {
                for (var j = 0; j < items.Count; j++)
                {
                    if (i != j && MayBeTogether(i, j)) always[i, j] = group.follows.Precedes(items[i].Of, items[j].Of) || IsDemandOf(i, j);
                }
            }
            DayOrder.Close(always);
        }

        public IReadOnlyList<WorldItem> Items { get; }

        public int SideOf(int item) => items[item].Side;

        public bool IsOf(int item, WorldItem of) => items[item].Of == of;

        public WorldItem Of(int item) => items[item].Of;

        public int OptionsOf(int item) => group.OptionsOf(items[item].Of);

        public bool Precedes(int earlier, int later) => always[earlier, later];

        public bool PrecedesOnOneDay(int earlier, int later) =>
            MayBeTogether(earlier, later) && group.follows.PrecedesOnOneDay(items[earlier].Of, items[later].Of);

        public bool AreOrdered(int one, int other) => MayBeTogether(one, other) && (items[one].Of.Kind == ItemKind.Gate
            || items[other].Of.Kind == ItemKind.Gate
            || group.PartsOf(items[one].Of).Exists(part => group.PartsOf(items[other].Of).Exists(its => its.Condition == part.Condition)));

        public bool Concerns(int demand, int item) => MayBeTogether(demand, item)
            && group.PartsOf(items[demand].Of).Exists(part => part.Part is Part.Issue && group.PartsOf(items[item].Of).Exists(other => other.Condition == part.Condition
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

        // The two places of what differs are of two worlds.
        private bool MayBeTogether(int one, int other) => items[one].Side == 0 || items[other].Side == 0
            || items[one].Side == items[other].Side;

        // No world has an attachment or a closing before its demand, unless the demand follows it.
        private bool IsDemandOf(int demand, int item) => items[item].Item.Last >= items[demand].Item.First
            && !PrecedesOnOneDay(item, demand)
            && group.PartsOf(items[demand].Of).Exists(part => part.Part is Part.Issue
                && group.PartsOf(items[item].Of).Exists(other => other.Condition == part.Condition && other.Part is Part.Attach or Part.Close));
    }

    /// <summary>One walk through the worlds of a frame.</summary>
    private sealed class Walk(ConditionGroup group, Frame frame, bool told)
    {
        public GroupState Start { get; } = new(new ConditionState[group.Conditions.Count], null);

        public IEnumerable<GroupState> Place(GroupState state, Order order, int item, DateOnly day, int side, int? option)
        {
            if (side != 0 && order.SideOf(item) != 0 && order.SideOf(item) != side) return [state];
            var of = order.Of(item);
            if (of == group.gate.Item) return [Sampled(state)];
            if (of.Kind == ItemKind.Gate)
            {
                return state.Samples is not null ? [state]
                    : [state with { Parts = [.. state.Parts.Select(part => part.IsIssued ? part.Baseline(isGate: true) : part)] }];
            }
            if (state.Samples is not null && !told) return [state];
            return option is { } chosen ? Moved(state, of, order, item, day, chosen)
                : Enumerable.Range(0, order.OptionsOf(item)).SelectMany(each => Moved(state, of, order, item, day, each));
        }

        private IEnumerable<GroupState> Moved(GroupState state, WorldItem of, Order order, int item, DateOnly day, int option)
        {
            var next = (ConditionState[])state.Parts.Clone();
            foreach (var (condition, part) in group.PartsOf(of))
            {
                var own = next[condition];
                switch (part)
                {
                    case Part.Issue:
                        own = own.Issued();
                        break;
                    case Part.Attach attach:
                        own = own with { Attachment = attach.Number + 1, WasAttached = true, ChosenOn = ChosenOn(own, of) };
                        break;
                    case Part.Detach:
                        if (!own.WasAttached && group.takesBack.Contains((condition, of))) return [];
                        own = own with { Attachment = 0 };
                        break;
                    case Part.Close:
                        if (!own.IsClosed) own = own with { IsClosed = true, WhenClosed = own.Rank, ClosedSetter = own.Setter };
                        break;
                    case Part.Moved moved:
                        foreach (var change in moved.Move.Options[Math.Min(option, moved.Move.Options.Count - 1)])
                            own = own.After(change, told ? item + 1 : 0, told ? SetOn(day) : default);
                        break;
                }
                next[condition] = own;
            }
            return [state with { Parts = next }];
        }

        private DateOnly ChosenOn(ConditionState state, WorldItem attachment)
        {
            if (!told) return default;
            var recorded = attachment.Recordings.Min(fact => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime));
            return state.WasAttached && state.ChosenOn < recorded ? state.ChosenOn : recorded;
        }

        // How long before the gate matters only where that is not long.
        private DateOnly SetOn(DateOnly day) => frame.Day.DayNumber - day.DayNumber > JustBefore ? DateOnly.MinValue : day;

        private GroupState Sampled(GroupState state)
        {
            var samples = new Sample[state.Parts.Length];
            for (var i = 0; i < samples.Length; i++)
            {
                var part = state.Parts[i];
                Enough? enough = part.Attachment == 0
                    ? null
                    : ((ConditionAttached)group.Conditions[i].Attachments[part.Attachment - 1].Fact.Event).Enough;
                samples[i] = new Sample(
                    part.At(enough), part.IsIssued, part.Attachment, told ? part.Place : default, part.Setter,
                    part.Setter == 0 || !told ? 0 : Math.Min(JustBefore + 1, frame.Day.DayNumber - part.SetOn.DayNumber),
                    part.BaselineSetter, part.ClosedSetter, part.FromGate, told && part.RefusedSince, told && part.TowardSince,
                    told && part.WasAttached && part.ChosenOn > frame.Day, null, false);
            }
            return told ? state with { Samples = samples } : new GroupState(new ConditionState[state.Parts.Length], samples);
        }

        public GroupState EndDay(GroupState state, DateOnly day)
        {
            if (!told || state.Samples is not { } samples) return state;
            Sample[]? next = null;
            for (var i = 0; i < samples.Length; i++)
            {
                if (samples[i].After is not null || samples[i].Attachment == 0) continue;
                var need = ((ConditionAttached)group.Conditions[i].Attachments[samples[i].Attachment - 1].Fact.Event).Enough == Enough.Met
                    ? Statuses.Rank.Met : Statuses.Rank.MetConditionally;
                if (state.Parts[i].Rank >= need == samples[i].Outcome.MetEnough) continue;
                next ??= (Sample[])samples.Clone();
                next[i] = samples[i] with
                {
                    After = day.DayNumber - frame.Day.DayNumber,
                    AfterByContest = state.Parts[i].Setter > 0 && group.Items[state.Parts[i].Setter - 1].IsContested,
                };
            }
            return next is null ? state : state with { Samples = next };
        }
    }

    private sealed class SampleComparer : IEqualityComparer<Sample[]>
    {
        public static SampleComparer Instance { get; } = new();

        public bool Equals(Sample[]? one, Sample[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(Sample[] samples) => samples.Aggregate(0, HashCode.Combine);
    }
}
