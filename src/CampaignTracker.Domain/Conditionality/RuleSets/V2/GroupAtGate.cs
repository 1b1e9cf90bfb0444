using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>What the conditions of a group come to at one gate.</summary>
/// <param name="group">The conditions.</param>
/// <param name="gate">The gate.</param>
/// <param name="named">The demands that its stated grounds name, after merges.</param>
internal sealed class GroupAtGate(ConditionGroup group, Gate gate, IReadOnlySet<string> named)
{
    private const int MostStates = 20_000;
    private const int MostStatesOfPairs = 60_000;
    private const int MostDaysAfter = 365;

    /// <summary>A fact counts as just before a gate up to so many days.</summary>
    public const int JustBefore = 30;

    public IReadOnlyList<Condition> Conditions => group.Conditions;

    /// <summary>Everything dated of the conditions, in order.</summary>
    public IReadOnlyList<WorldItem> Items => group.Items;

    /// <summary>True where an item has several claims of which none is settled.</summary>
    public bool IsContested(WorldItem item) => group.IsContested(item);

    /// <summary>How many claims of a matter compete; one of what is not contested.</summary>
    public int ClaimsOf(WorldItem item) => group.ClaimsOf(item);

    /// <summary>
    /// The partly dated items of which too many have a day in common before the gate's last day; none where that is not so.
    /// </summary>
    public List<WorldItem> TooMany(Frame frame) => group.TooMany(frame);

    /// <summary>What the conditions come to at the gate, in every world of a frame.</summary>
    /// <param name="asOf">The last day of V; null is open.</param>
    /// <param name="told">True where annotations and evidence are asked for; false for what a verdict needs alone.</param>
    /// <param name="beginnings">How the walks begin.</param>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public IReadOnlyCollection<Sample[]> Samples(Frame frame, DateOnly? asOf, bool told, GroupBeginnings beginnings)
    {
        DateOnly? end = !told ? frame.Day
            : frame.NextDay is { } next ? next.AddDays(-1)
            : frame.Day.DayNumber > DateOnly.MaxValue.DayNumber - MostDaysAfter ? null : frame.Day.AddDays(MostDaysAfter);
        if (asOf < end) end = asOf;
        var (after, start) = beginnings.Of(frame, told);
        var (walk, order) = (new GroupWalk(group, gate, frame, told), group.Order.With(gate, (frame, 0)));
        return [.. new Sweep(order.Items, order, after, end, Ends(frame))
            .Run(start, (state, item, day) => walk.Place(state, order, item, day, 0, null), walk.EndDay, MostStates)
            .Select(reached => reached.State.Samples!).Distinct(SampleComparer.Instance)];
    }

    /// <summary>What the conditions come to in every two worlds that differ in one thing alone: an item, or the frame.</summary>
    /// <param name="one">The frame of the first.</param>
    /// <param name="other">The frame of the second.</param>
    /// <param name="difference">The item in which they differ; null where that is in the frames alone.</param>
    /// <param name="beginnings">How the walks begin.</param>
    /// <exception cref="TooManyWorldsException">There are too many worlds.</exception>
    public IReadOnlyCollection<(Tally One, Tally Other)> Pairs(
        Frame one, Frame other, GroupDifference? difference, GroupBeginnings beginnings)
    {
        var (walk, after, start) = beginnings.OfPairs(one, other, difference);
        if (start.Count == 0) return [];
        var pairs = walk.To(gate, one, other);
        var end = one.Day > other.Day ? one.Day : other.Day;
        return [.. new Sweep(pairs.Order.Items, pairs.Order, after, end, [.. Ends(one), .. Ends(other)])
            .Run(start, pairs.Place, (state, _) => state, MostStatesOfPairs)
            .Select(reached => reached.State).Where(state => state.One.Samples is not null && state.Other.Samples is not null)
            .Select(state => (TallyOf(state.One.Samples!), TallyOf(state.Other.Samples!)))
            .Distinct()];
    }

    /// <summary>
    /// What the conditions may say where their worlds are too many: each that may count has any status that its recorded facts could set
    /// before the gate, without a step Away or, where a fact could be one or lower the rank, with one; or it does not count.
    /// </summary>
    public TallySet Unknown(Frame frame) =>
        Conditions.Aggregate(TallySet.Nothing, (sum, condition) => sum + TallySet.Of(Unknown(condition, frame).Append(Tally.None)));

    private IEnumerable<Tally> Unknown(Condition condition, Frame frame)
    {
        if (condition.DemandItem.First > frame.Day) yield break;
        var moves = condition.Moves.Where(move => move.Item.First <= frame.Day).ToList();
        List<Change> changes = [.. moves.SelectMany(move => move.Move.Options).SelectMany(option => option)];
        HashSet<Rank> ranks = [.. changes.Where(change => change.Kind == ChangeKind.Sets).Select(change => change.Rank)];
        // Nothing may have come yet.
        if (!moves.Exists(move => move.Item.Last < frame.Day && move.Move.Options.All(option => option.Any(IsSet)))) ranks.Add(Rank.Open);
        var mayBeAway = ranks.Count > 1 || changes.Exists(change => change.Kind is ChangeKind.Away or ChangeKind.AwayWhileHeld);
        foreach (var attachment in condition.Attachments.Where(item => item.First <= frame.Day))
        {
            var attached = (ConditionAttached)attachment.Fact.Event;
            var need = attached.Enough == Enough.Met ? Rank.Met : Rank.MetConditionally;
            foreach (var rank in ranks)
            {
                var tally = rank < need && Names(condition) ? Tally.NamedUnmet : Tally.None;
                if (attached.Requirement != Requirement.Necessary)
                {
                    yield return tally;
                    continue;
                }
                tally |= rank < need ? Tally.Any | Tally.Unmet : Tally.Any;
                foreach (var baseline in ranks)
                {
                    var since = tally | (rank > baseline ? Tally.Improved : Tally.None);
                    yield return rank < baseline ? since | Tally.Regressed : since;
                    if (mayBeAway && rank < need) yield return since | Tally.Regressed;
                }
            }
        }
    }

    private static bool IsSet(Change change) => change is { Kind: ChangeKind.Sets, Place: not Standing.Requested };

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
    public bool Names(Condition condition) => named.Contains(condition.Name);

    private static IEnumerable<DateOnly> Ends(Frame frame) =>
    [
        frame.Day, .. frame.BaselineDay is { } baseline ? [baseline] : Array.Empty<DateOnly>(),
        .. frame.Day.DayNumber > JustBefore ? [frame.Day.AddDays(-JustBefore)] : Array.Empty<DateOnly>(),
    ];

    private sealed class SampleComparer : IEqualityComparer<Sample[]>
    {
        public static SampleComparer Instance { get; } = new();

        public bool Equals(Sample[]? one, Sample[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(Sample[] samples) => samples.Aggregate(0, HashCode.Combine);
    }
}
