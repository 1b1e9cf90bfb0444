using System.Collections;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>Some of the values of a tally, as bits.</summary>
internal readonly record struct TallySet : IEnumerable<Tally>
{
    private readonly uint bits;

    private TallySet(uint bits) => this.bits = bits;

    /// <summary>The tally of no conditions alone.</summary>
    public static TallySet Nothing { get; } = new(1);

    public static TallySet Of(IEnumerable<Tally> tallies) => new(tallies.Aggregate(0U, (all, tally) => all | 1U << (int)tally));

    /// <summary>Every sum of one tally of each.</summary>
    public static TallySet operator +(TallySet some, TallySet others)
    {
        if (some == Nothing) return others;
        if (others == Nothing) return some;
        var sums = 0U;
        foreach (var one in some)
        {
            foreach (var other in others) sums |= 1U << (int)(one | other);
        }
        return new(sums);
    }

    public IEnumerator<Tally> GetEnumerator()
    {
        for (var tally = Tally.None; tally <= Tally.Everything; tally++)
        {
            if ((bits & 1U << (int)tally) != 0) yield return tally;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What the conditions of several groups say together: any world of one goes with any of another.</summary>
internal sealed class TalliesTogether
{
    private readonly IReadOnlyList<TallySet> groups;
    private readonly TallySet[] before;
    private readonly TallySet[] after;

    /// <param name="groups">What each group says.</param>
    public TalliesTogether(IReadOnlyList<TallySet> groups)
    {
        this.groups = groups;
        (before, after) = (new TallySet[groups.Count + 1], new TallySet[groups.Count + 1]);
        (before[0], after[groups.Count]) = (TallySet.Nothing, TallySet.Nothing);
        for (var i = 0; i < groups.Count; i++) before[i + 1] = before[i] + groups[i];
        for (var i = groups.Count - 1; i >= 0; i--) after[i] = after[i + 1] + groups[i];
    }

    /// <summary>The tallies of one group.</summary>
    public TallySet Of(int group) => groups[group];

    /// <summary>Every sum of one tally from each group.</summary>
    public TallySet All => after[0];

    /// <summary>Every sum of one tally from each other group.</summary>
    public TallySet Without(int group) => before[group] + after[group + 1];
}
