using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A gate as version 1 judges it, with everything that its verdict is made of.</summary>
internal sealed class Judgement : GateJudgement
{
    private readonly IReadOnlyList<ConditionGroup> groups;
    private readonly Dictionary<GateCondition, HashSet<Outcome>> outcomes;
    private readonly IReadOnlyList<Annotation?> metAfterwards;

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private Judgement(
        string agreement, GateTerms terms, IReadOnlyList<GateCondition> conditions, IReadOnlyList<MoveTimeline> timelines,
        IReadOnlyList<ConditionGroup> groups, CampaignState state)
    {
        (Terms, Conditions, this.groups, Knowledge) = (terms, conditions, groups, state.Knowledge);
        outcomes = groups.SelectMany(group => group.Conditions.Select((condition, i) => (condition, Set: group.OutcomesOf[i])))
            .ToDictionary(entry => entry.condition, entry => entry.Set);
        var tallies = groups.Select(group => group.Outcomes.Select(outcome => TallyOf(group.Conditions, outcome.Parts)).ToHashSet())
            .ToList();
        Tallies = tallies.Aggregate(new HashSet<Tally> { default }, Combine);
        Read = [.. Tallies.Select(VerdictOf).Distinct().Order()];
        (Deciding, var touching) = DecidingOf(tallies);
        TooManyUnknowns = Linkages.Count > 0 && touching > RuleSet1.MaxUnknowns;
        metAfterwards = [.. conditions.Select((condition, i) => MetAfterwards(condition, timelines[i], state))];

        (Agreement, Gate, Recordings) = (agreement, terms.Gate.Id, terms.Gate.Recordings);
        (Milestone, Postponed, HoldsBack, Occurred) = (terms.Gate.Milestone, terms.Gate.Postponed, terms.Gate.HoldsBack,
            terms.Gate.Occurred);
        Verdict = Read.Count > 1 || TooManyUnknowns ? Verdict.Indeterminate : Read[0];
        Possible = Read;
        Annotations = V1.Annotations.Of(this);
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private Judgement(Judgement other, IReadOnlyList<Annotation?> metAfterwards)
    {
        (Terms, Conditions, groups, Knowledge) = (other.Terms, other.Conditions, other.groups, other.Knowledge);
        (outcomes, Tallies, Read, Deciding, TooManyUnknowns) = (other.outcomes, other.Tallies, other.Read, other.Deciding,
            other.TooManyUnknowns);
        this.metAfterwards = metAfterwards;
        (Agreement, Gate, Recordings) = (other.Agreement, other.Gate, other.Recordings);
        (Milestone, Postponed, HoldsBack, Occurred) = (other.Milestone, other.Postponed, other.HoldsBack, other.Occurred);
        (Verdict, Possible) = (other.Verdict, other.Possible);
        Annotations = V1.Annotations.Of(this);
    }

    /// <summary>Judges a gate.</summary>
    /// <param name="agreement">The short name of the agreement.</param>
    /// <param name="terms">On what terms the gate stands.</param>
    /// <param name="timelines">For each of the demands the moves that its status follows from, those after the gate among them.</param>
    /// <param name="last">The gate as it was last judged: given again, or its parts, where nothing bears anew on them.</param>
    public static JudgedOn Of(
        CampaignState state, string agreement, GateTerms terms, IReadOnlyList<MoveTimeline> timelines, JudgedOn? last)
    {
        if (last is null || !ReferenceEquals(last.Gate.Terms, terms))
        {
            List<GateCondition> fresh = [.. terms.Demands.Select((demand, i) =>
                GateCondition.Of(demand, timelines[i], terms.Gate, terms.Baseline, last: null))];
            return new(new(agreement, terms, fresh, timelines, GroupsOf(fresh, last: null), state), timelines);
        }
        var before = last.Gate;
        List<GateCondition> conditions = new(before.Conditions.Count);
        for (var i = 0; i < before.Conditions.Count; i++)
        {
            conditions.Add(ReferenceEquals(last.Timelines[i], timelines[i])
                ? before.Conditions[i]
                : GateCondition.Of(terms.Demands[i], timelines[i], terms.Gate, terms.Baseline, before.Conditions[i]));
        }
        if (!conditions.SequenceEqual(before.Conditions))
            return new(new(agreement, terms, conditions, timelines, GroupsOf(conditions, before), state), timelines);
        List<Annotation?> met = new(conditions.Count);
        for (var i = 0; i < conditions.Count; i++)
        {
            // Where another gate follows, V has no part in what came of it.
            met.Add(terms.Next is not null && ReferenceEquals(last.Timelines[i], timelines[i])
                ? before.metAfterwards[i]
                : before.MetAfterwards(conditions[i], timelines[i], state));
        }
        return new(met.SequenceEqual(before.metAfterwards) ? before : new(before, met), timelines);
    }

    private static List<ConditionGroup> GroupsOf(List<GateCondition> conditions, Judgement? last) =>
    [
        .. conditions.GroupBy(condition => condition.Criterion.History.Name, StringComparer.Ordinal)
            .Select(group => last?.groups.FirstOrDefault(known => known.Conditions.SequenceEqual(group)) ?? ConditionGroup.Of([.. group])),
    ];

    public GateTerms Terms { get; }

    /// <summary>What was known when it was judged: who recorded what.</summary>
    public Knowledge Knowledge { get; }

    public IReadOnlyList<Linkage> Linkages => Terms.Linkages;

    public IReadOnlyList<GateCondition> Conditions { get; }

    /// <summary>What the conditions say together, in every reading.</summary>
    public HashSet<Tally> Tallies { get; }

    /// <summary>The verdicts that the readings give.</summary>
    public IReadOnlyList<Verdict> Read { get; }

    /// <summary>The matters for which two combinations that differ in them alone give different verdicts.</summary>
    public IReadOnlyList<StatusMove> Deciding { get; }

    /// <summary>True when the stated grounds name the demand.</summary>
    public bool IsNamed(GateCondition condition) => Terms.Grounds.Any(ground => ground.Demand == condition.Name);

    /// <summary>True when a ground names a condition here, or the issue area of a covering linkage.</summary>
    public bool NamesCondition(NamedGround ground) =>
        ground.Demand is { } demand && Conditions.Any(condition => condition.Name == demand)
        || Linkages.Any(linkage => linkage.IsNamedBy(ground.Ground));

    /// <summary>Where a condition was not met enough at the gate: the first fact after it that met it; null where there is none.</summary>
    public Annotation? MetAfterwards(GateCondition condition)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (ReferenceEquals(Conditions[i], condition)) return metAfterwards[i];
        }
        return null;
    }

    /// <summary>In how many readings something holds of a condition.</summary>
    public InReadings Hold(GateCondition condition, Func<Outcome, bool> holds)
    {
        var count = outcomes[condition].Count(holds);
        return count == 0 ? InReadings.None : count == outcomes[condition].Count ? InReadings.All : InReadings.Some;
    }

    /// <summary>The first rule that holds (conditionality.md, 'The verdict').</summary>
    public Verdict VerdictOf(Tally tally) =>
        Linkages.Count == 0 ? Verdict.NotLinked
        : !tally.Any ? Verdict.LinkedWithoutConditions
        : Terms.Gate.HoldsBack ? tally.NamedUnmet || NamesIssueArea ? Verdict.Withheld : Verdict.StalledOtherGrounds
        : !tally.AnyUnmet ? Verdict.Rewarded
        : tally.AnyRegressed ? Verdict.AdvancedDespiteRegression
        : tally.AnyImproved ? Verdict.PartlyConditioned
        : Verdict.AdvancedUnmet;

    private bool NamesIssueArea => Terms.Grounds.Any(ground => Linkages.Any(linkage => linkage.IsNamedBy(ground.Ground)));

    private Tally TallyOf(IReadOnlyList<GateCondition> conditions, IReadOnlyList<Outcome> outcomes) =>
        conditions.Select((condition, i) => Tally.Of(condition, outcomes[i], IsNamed(condition)))
        .Aggregate(default(Tally), (sum, tally) => sum + tally);

    /// <summary>Every sum of one from each.</summary>
    private static HashSet<Tally> Combine(HashSet<Tally> some, HashSet<Tally> others)
    {
        HashSet<Tally> sums = [];
        foreach (var one in some)
        {
            foreach (var other in others) sums.Add(one + other);
        }
        return sums;
    }

    private Annotation? MetAfterwards(GateCondition condition, MoveTimeline timeline, CampaignState state) =>
        Hold(condition, outcome => outcome.MetEnough) == InReadings.None ? Aftermath.Of(condition, timeline, Terms.Next, state) : null;

    // Also how many undecided matters make a difference to a condition here.
    private (List<StatusMove> Deciding, int Touching) DecidingOf(List<HashSet<Tally>> tallies)
    {
        var (deciding, touching) = (new List<StatusMove>(), 0);
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            HashSet<Tally>? rest = null;
            foreach (var matter in group.Undecided.Where(matter => matter.Differing.Count > 0))
            {
                touching++;
                rest ??= tallies.Where((_, other) => other != i).Aggregate(new HashSet<Tally> { default }, Combine);
                var tallied = matter.Differing
                    .Select(pair => (TallyOf(group.Conditions, pair.One.Parts), TallyOf(group.Conditions, pair.Other.Parts))).Distinct();
                if (tallied.Any(pair => rest.Any(other => VerdictOf(pair.Item1 + other) != VerdictOf(pair.Item2 + other)))) deciding.Add(
                    matter.Move);
            }
        }
        return (deciding, touching);
    }
}

/// <summary>A judged gate, and the moves of which it was last seen that they bear on it in no other way.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Timelines">For each of its demands the moves that its status follows from.</param>
internal sealed record JudgedOn(Judgement Gate, IReadOnlyList<MoveTimeline> Timelines);
