using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// Conditions with one subject, or tied by what follows what: their worlds are walked together. Groups share no item, and so any world of
/// one goes with any world of another.
/// </summary>
internal sealed class ConditionGroup
{
    /// <summary>How many partly dated items may have a day in common (conditionality-2.md, 'Too many').</summary>
    public const int MostAtOnce = 6;

    private readonly Dictionary<WorldItem, List<(int Condition, Part Part)>> parts = [];

    /// <param name="conditions">The conditions.</param>
    /// <param name="follows">What follows what.</param>
    /// <param name="ofAgreement">Everything dated of the agreement itself: its gates, linkages and withdrawals.</param>
    public ConditionGroup(IReadOnlyList<Condition> conditions, FollowsGraph follows, IReadOnlySet<WorldItem> ofAgreement)
    {
        (Conditions, Follows) = (conditions, follows);
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
        List<WorldItem> others = [.. follows.Ties.Where(tie => parts.ContainsKey(tie.Earlier) != parts.ContainsKey(tie.Later))
            .Select(tie => parts.ContainsKey(tie.Earlier) ? tie.Later : tie.Earlier).Where(ofAgreement.Contains)
            // What came earlier in the day than a gate came before all that has no time.
            .Concat(ofAgreement.Where(gate => gate.Kind == ItemKind.Gate
                && parts.Keys.Any(item => item.First == gate.First && item.IsEarlierThan(gate)))).Distinct()];
        Tied = others;
        IsTiedToFrames = others.Exists(item => item.Kind == ItemKind.Gate || !item.IsDay);
        Order = new GroupOrder(this, null);
        TakesBack = [.. conditions.SelectMany((condition, i) => condition.Detachments
            .Where(item => condition.Attachments.Any(attachment => Order.MayPrecede(attachment, item))).Select(item => (i, item)))];
    }

    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Everything dated of the conditions, in order.</summary>
    public IReadOnlyList<WorldItem> Items { get; }

    /// <summary>What follows what.</summary>
    public FollowsGraph Follows { get; }

    /// <summary>What of the agreement orders what is here, since it follows it or is followed: gates, linkages and withdrawals.</summary>
    public IReadOnlyList<WorldItem> Tied { get; }

    /// <summary>True where something of the conditions is tied to a gate, or to a linkage of which frames fix the day.</summary>
    public bool IsTiedToFrames { get; }

    /// <summary>The items in their order.</summary>
    public GroupOrder Order { get; }

    /// <summary>The detachments that some world has after an attachment: no world has them before all of these.</summary>
    public HashSet<(int Condition, WorldItem Detachment)> TakesBack { get; }

    /// <summary>True where an item has several claims of which none is settled.</summary>
    public bool IsContested(WorldItem item) => ClaimsOf(item) > 1;

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

    /// <summary>How many claims of a matter compete; one of what is not contested.</summary>
    public int ClaimsOf(WorldItem item) => parts.TryGetValue(item, out var all)
        ? all.Max(part => part.Part is Part.Moved moved ? moved.Move.Options.Count : 1)
        : 1;

    /// <summary>What an item is to the conditions.</summary>
    public List<(int Condition, Part Part)> PartsOf(WorldItem item) => parts.GetValueOrDefault(item, []);
}
