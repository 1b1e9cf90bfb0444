using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A gate with everything that its verdict is made of.</summary>
internal sealed class GateJudgement
{
    private readonly List<Component> components;
    private List<Annotation?> metAfterwards;

    // Of which moves and V it was last seen that all of this holds: under the lock of Recall.
    private IReadOnlyList<MoveTimeline> tracks;
    private EdtfDate? asOf;

    /// <param name="tracks">For each of the conditions the moves that its status follows from, those after the gate among them.</param>
    public GateJudgement(CampaignState state, SubjectHistory agreement, GateTerms terms, IReadOnlyList<Condition> conditions, IReadOnlyList<MoveTimeline> tracks)
    {
        (State, Agreement, Terms, Conditions, this.tracks, asOf) = (state, agreement, terms, conditions, tracks, state.Viewpoint.AsOf);
        components = state.Recall.ComponentsOf(agreement.Name, Gate.Id, conditions);
        var outcomes = components.ConvertAll(component => component.Outcomes()!);
        var tallies = components.Select((component, i) => outcomes[i].Select(outcome => TallyOf(component.Conditions, outcome.Parts)).ToHashSet()).ToList();
        Outcomes = components.SelectMany(component => component.Conditions.Select((condition, j) => (condition, Set: component.OutcomesOf(j))))
            .ToDictionary(entry => entry.condition, entry => entry.Set);
        Tallies = tallies.Aggregate(new HashSet<Tally> { default }, Combine);
        Possible = [.. Tallies.Select(VerdictOf).Distinct().Order()];
        FindDeciding(tallies);
        TooManyUnknowns = Linkages.Count > 0 && Touching > RuleSet1.MaxUnknowns;
        Verdict = Possible.Count > 1 || TooManyUnknowns ? Verdict.Indeterminate : Possible[0];
        metAfterwards = [.. conditions.Select((condition, i) => MetAfterwards(condition, tracks[i], state))];
    }

    /// <summary>The gate in a later state of a replay: itself, where nothing bears anew on it.</summary>
    /// <param name="state">A state in which the gate stands on the same terms.</param>
    /// <param name="now">For each of the conditions the moves that its status follows from there.</param>
    public GateJudgement In(CampaignState state, IReadOnlyList<MoveTimeline> now)
    {
        var sameEnd = Terms.Next is not null || asOf == state.Viewpoint.AsOf;
        if (sameEnd && now.SequenceEqual(tracks)) return this;
        List<Condition> conditions = [.. Conditions.Select((condition, i) =>
            ReferenceEquals(now[i], tracks[i]) ? condition : state.Recall.ConditionOf(condition.Demand, now[i], Terms))];
        if (!conditions.SequenceEqual(Conditions)) return new GateJudgement(state, Agreement, Terms, conditions, now);
        List<Annotation?> met = [.. Conditions.Select((condition, i) =>
            sameEnd && ReferenceEquals(now[i], tracks[i]) ? metAfterwards[i] : MetAfterwards(condition, now[i], state))];
        if (met.SequenceEqual(metAfterwards))
        {
            (tracks, asOf) = (now, state.Viewpoint.AsOf);
            return this;
        }
        var then = (GateJudgement)MemberwiseClone();
        (then.State, then.tracks, then.asOf, then.metAfterwards) = (state, now, state.Viewpoint.AsOf, met);
        return then;
    }

    public CampaignState State { get; private set; }

    public SubjectHistory Agreement { get; }

    public GateTerms Terms { get; }

    public JudgedGate Gate => Terms.Gate;

    public IReadOnlyList<Linkage> Linkages => Terms.Linkages;

    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>What each condition comes to, in every reading.</summary>
    public IReadOnlyDictionary<Condition, HashSet<Outcome>> Outcomes { get; }

    /// <summary>What the conditions say together, in every reading.</summary>
    public HashSet<Tally> Tallies { get; }

    public Verdict Verdict { get; }

    public IReadOnlyList<Verdict> Possible { get; }

    /// <summary>The matters for which two combinations that differ in them alone give different verdicts.</summary>
    public List<StatusMove> Deciding { get; } = [];

    /// <summary>How many undecided matters make a difference to a condition at the gate.</summary>
    public int Touching { get; private set; }

    public bool TooManyUnknowns { get; }

    /// <summary>True when the stated grounds name the demand.</summary>
    public bool IsNamed(Condition condition) => Terms.Named.Contains(condition.Name);

    /// <summary>True when a ground names a condition here, or the issue area of a covering linkage.</summary>
    public bool NamesCondition(Ground ground) =>
        ground.Demand is { } demand && Conditions.Any(condition => condition.Name == State.Knowledge.Canonical(demand))
        || Linkages.Any(linkage => linkage.IsNamedBy(ground));

    /// <summary>Where a condition was not met enough at the gate: the first fact after it that met it; null where there is none.</summary>
    public Annotation? MetAfterwards(Condition condition)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (ReferenceEquals(Conditions[i], condition)) return metAfterwards[i];
        }
        return null;
    }

    /// <summary>In how many readings something holds of a condition.</summary>
    public InReadings Hold(Condition condition, Func<Outcome, bool> holds)
    {
        var count = Outcomes[condition].Count(holds);
        return count == 0 ? InReadings.None : count == Outcomes[condition].Count ? InReadings.All : InReadings.Some;
    }

    /// <summary>What the conditions say together in one reading.</summary>
    public Tally TallyOf(IReadOnlyList<Condition> conditions, IReadOnlyList<Outcome> outcomes) =>
        conditions.Select((condition, i) => Tally.Of(condition, outcomes[i], IsNamed(condition))).Aggregate(default(Tally), (sum, tally) => sum + tally);

    /// <summary>The first rule that holds (conditionality.md, 'The verdict').</summary>
    public Verdict VerdictOf(Tally tally) =>
        Linkages.Count == 0 ? Verdict.NotLinked
        : !tally.Any ? Verdict.LinkedWithoutConditions
        : Gate.HoldsBack ? tally.NamedUnmet || Gate.Grounds.Any(ground => Linkages.Any(linkage => linkage.IsNamedBy(ground))) ? Verdict.Withheld : Verdict.StalledOtherGrounds
        : !tally.AnyUnmet ? Verdict.Rewarded
        : tally.AnyRegressed ? Verdict.AdvancedDespiteRegression
        : tally.AnyImproved ? Verdict.PartlyConditioned
        : Verdict.AdvancedUnmet;

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

    private Annotation? MetAfterwards(Condition condition, MoveTimeline track, CampaignState state) =>
        Hold(condition, outcome => outcome.MetEnough) == InReadings.None ? Aftermath.Of(condition, track, Terms.Next, state) : null;

    private void FindDeciding(List<HashSet<Tally>> tallies)
    {
        for (var i = 0; i < components.Count; i++)
        {
            var component = components[i];
            HashSet<Tally>? rest = null;
            foreach (var matter in component.Undecided)
            {
                var differing = component.Differing(matter);
                if (differing.Count == 0) continue;
                Touching++;
                rest ??= tallies.Where((_, other) => other != i).Aggregate(new HashSet<Tally> { default }, Combine);
                var tallied = differing.Select(pair => (TallyOf(component.Conditions, pair.One.Parts), TallyOf(component.Conditions, pair.Other.Parts))).Distinct();
                if (tallied.Any(pair => rest.Any(other => VerdictOf(pair.Item1 + other) != VerdictOf(pair.Item2 + other)))) Deciding.Add(matter);
            }
        }
    }
}
