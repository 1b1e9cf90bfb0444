using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>
/// Rule set 1 a second time, slow and plain: every combination of readings is folded on its own, from the first fact to the last. Nothing
/// is left out, shared or kept. Which linkages, conditions and baseline a gate has is taken from the rule set.
/// </summary>
internal static class PlainRuleSet
{
    private const int MaxReadings = 2_000;

    /// <summary>What is to be said of a gate; null where it has too many readings to fold one by one.</summary>
    public static PlainVerdict? Of(CampaignState state, GateTerms terms)
    {
        List<Condition> conditions = [.. terms.Demands.Select(demand => new Condition(state, terms, demand))];
        List<List<Reading>> groups = [];
        foreach (var group in conditions.GroupBy(condition => condition.Criterion.History.Name))
        {
            if (ReadingsOf([.. group]) is not { } readings) return null;
            groups.Add(readings);
        }
        List<HashSet<Tally>> sums = [.. groups.Select(readings => readings.Select(reading => TallyOf(terms, reading)).ToHashSet())];
        List<Verdict> possible = [.. Sums(sums).Select(tally => VerdictOf(terms, tally)).Distinct().Order()];
        List<Guid> deciding = [];
        for (var i = 0; i < groups.Count; i++)
        {
            HashSet<Tally> rest = Sums(sums.Where((_, other) => other != i));
            deciding.AddRange(Deciding(terms, groups[i], rest));
        }
        var outcomes = groups.SelectMany(readings => readings.SelectMany(reading => reading.Outcomes)).ToLookup(outcome => outcome.Of);
        var annotations = Annotations(state, terms, conditions, outcomes, possible, Sums(sums));
        return new PlainVerdict(possible, deciding, [.. annotations.Select(annotation => annotation.Text)]);
    }

    /// <summary>Every combination of the readings of every fact that conditions with one criterion rest on.</summary>
    private static List<Reading>? ReadingsOf(List<Condition> conditions)
    {
        Point[] points = [.. conditions.SelectMany(condition => new[] { condition.Issued, condition.Baseline, condition.At })];
        List<List<Placed>> all = [[]];
        foreach (var move in conditions.SelectMany(condition => condition.Moves).Distinct().OrderBy(move => move.Fact))
        {
            // A fact lies before all points that begin on some day or later, and before no other.
            var unknown = points.Where(point => point.Place(move.At) == Placing.Unknown);
            DateOnly?[] starts = [.. unknown.Select(point => (DateOnly?)point.Start).Distinct(), null];
            List<Placed> placed = [.. move.Options.SelectMany(option => starts.Select(start => new Placed(move, option, start)))];
            all = [.. all.SelectMany(reading => placed.Select(one => reading.Append(one).ToList()))];
            if (all.Count > MaxReadings) return null;
        }
        return [.. all.Select(facts => new Reading(facts, [.. conditions.Select(condition => condition.Fold(facts))]))];
    }

    /// <summary>The facts for which two readings that differ in them alone lead to different verdicts.</summary>
    private static IEnumerable<Guid> Deciding(GateTerms terms, List<Reading> readings, HashSet<Tally> rest)
    {
        for (var i = 0; i < readings[0].Facts.Count; i++)
        {
            var alike = readings.GroupBy(reading => string.Join('|', reading.Facts.Where((_, j) => j != i).Select(fact => fact.Key)));
            var tallies = alike.Select(group => group.Select(reading => TallyOf(terms, reading)).ToHashSet());
            if (tallies.Any(group => rest.Any(other => group.Select(tally => VerdictOf(terms, tally + other)).Distinct().Count() > 1)))
                yield return readings[0].Facts[i].Move.Fact.Id;
        }
    }

    private static HashSet<Tally> Sums(IEnumerable<HashSet<Tally>> groups) => groups.Aggregate(
        new HashSet<Tally> { default }, (sums, group) => [.. sums.SelectMany(sum => group.Select(tally => sum + tally))]);

    private static Tally TallyOf(GateTerms terms, Reading reading)
    {
        List<Outcome> counting = reading.Outcomes.FindAll(outcome => outcome.Counts);
        List<Outcome> necessary = counting.FindAll(outcome => outcome.Of.IsNecessary);
        return new Tally(
            necessary.Count > 0,
            necessary.Exists(outcome => !outcome.Rank.IsMetEnough()),
            necessary.Exists(outcome => outcome.Rank > outcome.Before),
            necessary.Exists(outcome => outcome.Rank < outcome.Before || !outcome.Rank.IsMetEnough() && outcome.Away),
            counting.Exists(outcome => !outcome.Rank.IsMetEnough() && terms.Grounds.Any(ground => ground.Demand == outcome.Of.Name)));
    }

    private static Verdict VerdictOf(GateTerms terms, Tally tally)
    {
        if (terms.Linkages.Count == 0) return Verdict.NotLinked;
        if (!tally.Any) return Verdict.LinkedWithoutConditions;
        if (terms.Gate.HoldsBack) return tally.NamedUnmet || NamesArea() ? Verdict.Withheld : Verdict.StalledOtherGrounds;
        if (!tally.AnyUnmet) return Verdict.Rewarded;
        if (tally.AnyRegressed) return Verdict.AdvancedDespiteRegression;
        return tally.AnyImproved ? Verdict.PartlyConditioned : Verdict.AdvancedUnmet;

        bool NamesArea() => terms.Grounds.Any(ground => terms.Linkages.Exists(linkage => linkage.IsNamedBy(ground.Ground)));
    }

    private static IEnumerable<Annotation> Annotations(
        CampaignState state, GateTerms terms, List<Condition> conditions, ILookup<Condition, Outcome> outcomes, List<Verdict> possible,
        HashSet<Tally> tallies)
    {
        var gate = terms.Gate;
        List<Condition> counting = [];
        if (possible.TrueForAll(verdict => verdict is not (Verdict.NotLinked or Verdict.LinkedWithoutConditions)))
            counting = conditions.FindAll(condition => condition.IsNecessary && outcomes[condition].All(outcome => outcome.Counts));
        if (counting.Exists(condition => condition.HasStep(Direction.Refusal))) yield return new(AnnotationKind.RefusedSince);
        if (possible is [Verdict.AdvancedUnmet] && counting.Exists(condition => condition.HasStep(Direction.Toward)))
            yield return new(AnnotationKind.MovementOnly);
        foreach (var condition in counting)
        {
            if (MetAfterwards(state, terms, condition, outcomes[condition]) is { } afterwards) yield return afterwards;
            if (outcomes[condition].All(outcome => outcome.Rank.IsMetEnough() && outcome.Before.IsMetEnough()))
                yield return new(AnnotationKind.MetEarlier, condition.Name);
            if (MovedJustBefore(gate, condition, outcomes[condition]) is { } moved) yield return moved;
        }

        var others = terms.Grounds.Where(ground => !conditions.Exists(condition => condition.Name == ground.Demand)
            && !terms.Linkages.Exists(linkage => linkage.IsNamedBy(ground.Ground))).ToList();
        foreach (var ground in others.Select(other => other.Ground))
            yield return new(AnnotationKind.OtherConditionHonoured, Detail: ground.Words ?? ground.IssueArea ?? ground.Demand);
        if (!gate.HoldsBack && terms.Linkages.Count > 0 && others.Count > 0 && others.Count == terms.Grounds.Count
            && tallies.All(tally => tally.AnyUnmet))
            yield return new(AnnotationKind.CriterionSubstitution);
        if (gate.HoldsBack && terms.Grounds.Count == 0) yield return new(AnnotationKind.NoGroundsStated);

        var setters = outcomes.SelectMany(of => of).SelectMany(outcome => outcome.Setters).ToList();
        if (gate.Recordings.All(fact => fact.Event.Confidence != Confidence.Confirmed)
            || setters.Exists(setter => setter.Fact.Event.Confidence != Confidence.Confirmed))
            yield return new(AnnotationKind.UnverifiedInputs);
        if (setters.Exists(setter => setter.Fact.Event is FulfilmentAssessed
            && IsUnreviewed(state, setter.Fact)))
            yield return new(AnnotationKind.UnreviewedInputs);
        if (terms.Linkages.Count > 0 && terms.Linkages.TrueForAll(linkage => linkage.Strength == LinkageStrength.Political))
            yield return new(AnnotationKind.LinkageOnlyPolitical);
        if (terms.EndAssumed || terms.Linkages.Exists(linkage => linkage.OrderAssumed)
            || conditions.Exists(condition => (condition.OrderAssumed || condition.Overlaps(outcomes[condition]))
                && outcomes[condition].Any(outcome => outcome.Counts)))
            yield return new(AnnotationKind.OrderAssumed);
        if (terms.Demands.Exists(demand => demand.Attachments.All(
            fact => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime) > gate.Occurred.Latest)))
            yield return new(AnnotationKind.ChosenInHindsight);
    }

    private static bool IsUnreviewed(CampaignState state, Fact fact)
    {
        var assessed = (FulfilmentAssessed)fact.Event;
        List<string> by = [fact.Recorded.RecordedBy, .. fact.Amendments.Select(amendment => amendment.RecordedBy)];
        return assessed.Fulfilment is Fulfilment.Met or Fulfilment.MetConditionally
            && assessed.Evidence?.Any(id => state.Knowledge.Fact(id) is { } evidence && by.Contains(evidence.Recorded.RecordedBy)) == true;
    }

    private static Annotation? MetAfterwards(CampaignState state, GateTerms terms, Condition condition, IEnumerable<Outcome> outcomes)
    {
        if (outcomes.Any(outcome => outcome.Rank.IsMetEnough() || IsDeath(outcome.SetBy?.Options[0]))) return null;
        DateOnly? first = null;
        foreach (var move in condition.Moves.Where(move => condition.At.Place(move.At) == Placing.NotBefore))
        {
            List<bool> met = [.. move.Options.Where(option => option.Any(condition.Criterion.IsSetBy))
                .Select(option => Ranks.Of(option.Last(condition.Criterion.IsSetBy)).IsMetEnough())];
            if (met.Count == 0) continue;
            var end = terms.Next?.Point ?? Point.After(state.AsOf(move.Fact));
            if (IsDeath(move.Options[0]) || end?.Place(move.At) == Placing.NotBefore) return null;
            if (met.Contains(true)) first ??= move.At.Earliest;
            if (met.Contains(false) || end?.Place(move.At) == Placing.Unknown) continue;
            var (gate, from) = (condition.At, first!.Value);
            return new(AnnotationKind.MetAfterwards, condition.Name, Math.Max(0, Days(gate.End, from)), Days(gate.Start, move.At.Latest));
        }
        return null;
    }

    private static Annotation? MovedJustBefore(Gate gate, Condition condition, IEnumerable<Outcome> outcomes)
    {
        List<Outcome> all = [.. outcomes];
        if (!all.TrueForAll(outcome => outcome.Rank > outcome.Before && outcome.SetBy is not null)) return null;
        var least = all.Min(outcome => Days(outcome.SetBy!.At.Latest, gate.Occurred.Earliest));
        var most = all.Max(outcome => Days(outcome.SetBy!.At.Earliest, gate.Occurred.Latest));
        return most > 30 ? null : new(AnnotationKind.MovedJustBefore, condition.Name, Math.Max(0, least), most);
    }

    private static bool IsDeath(Effect[]? option) => option?.Any(effect => effect is SetsCustody { Custody: Custody.Died }) == true;

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    /// <summary>One fact in one reading: which of its claims holds, and from which day on it is past.</summary>
    private sealed record Placed(StatusMove Move, Effect[] Option, DateOnly? Past)
    {
        public string Key => $"{Array.IndexOf(Move.Options, Option)} {Past:O}";

        public bool IsBefore(Point point) => point.Place(Move.At) switch
        {
            Placing.Before => true,
            Placing.NotBefore => false,
            _ => point.Start >= Past,
        };
    }

    private sealed record Reading(List<Placed> Facts, List<Outcome> Outcomes);

    /// <summary>What becomes of a condition in one reading.</summary>
    private sealed record Outcome(
        Condition Of, bool Counts, Rank Before, Rank Rank, bool Away, StatusMove? SetBeforeBy, StatusMove? SetBy)
    {
        public IEnumerable<StatusMove> Setters => new[] { SetBeforeBy, SetBy }.OfType<StatusMove>();
    }

    private sealed class Condition(CampaignState state, GateTerms terms, AttachedDemand demand)
    {
        private readonly Gate? baseline = demand.Issued.Occurred.Earliest > terms.Baseline?.Point.Start ? null : terms.Baseline;

        public string Name => demand.History.Name;

        public bool OrderAssumed => demand.OrderAssumed;

        public bool IsNecessary => demand.Requirement == Requirement.Necessary;

        public Criterion Criterion { get; } = Criterion.Of(state, demand.History);

        public IReadOnlyList<StatusMove> Moves { get; } = [.. new[] { Criterion.Of(state, demand.History).History, demand.History }
            .DistinctBy(history => history.Name).SelectMany(history => StatusMove.Of(state, history)).OrderBy(move => move.Fact)];

        public Point Issued => Point.Of(demand.Issued.Occurred.Earliest);

        public Point Baseline => baseline is null ? Issued : Point.Of(baseline.Point.Start);

        public Point At => terms.Gate.Point;

        public bool HasStep(Direction direction) => Moves.Any(move =>
            Baseline.Place(move.At) == Placing.NotBefore && At.Place(move.At) == Placing.Before
            && move.Has(effect => effect is TakesStep step && step.Direction == direction));

        public bool Overlaps(IEnumerable<Outcome> outcomes)
        {
            var others = Moves.Where(other => other.Has(Criterion.IsSetBy) && At.Place(other.At) != Placing.NotBefore).ToList();
            return outcomes.SelectMany(outcome => outcome.Setters).Any(setter => others.Exists(other =>
                other.Fact.Id != setter.Fact.Id && other.At.Overlaps(setter.At) && !(other.At.IsDay && setter.At.IsDay)));
        }

        public Outcome Fold(List<Placed> facts)
        {
            List<Placed> own = facts.FindAll(fact => Moves.Contains(fact.Move));
            var (status, undone) = (default(Effect), false);
            HashSet<StepKind> away = [];
            foreach (var fact in own.Where(fact => fact.IsBefore(At)))
            {
                foreach (var effect in fact.Option)
                {
                    if (Criterion.IsSetBy(effect))
                    {
                        status = After(status, effect);
                        if (Ranks.Of(status).IsMetEnough()) away.Clear();
                        else undone |= !fact.IsBefore(Issued);
                    }
                    else if (effect is TakesStep step && !(step.OnlyWhileHeld && status is not SetsCustody { Custody: Custody.Held }))
                    {
                        if (step.Direction == Direction.Away && !fact.IsBefore(Baseline)) away.Add(step.Kind);
                        if (step.Direction == Direction.Toward && step.Kind is (StepKind.Regime or StepKind.Sentence or StepKind.Measure))
                            away.Remove(step.Kind);
                    }
                }
            }
            var (issue, before, now) = (StatusAt(own, Issued), StatusAt(own, Baseline), StatusAt(own, At));
            var counts = !Ranks.Of(issue.Status).IsMetEnough() || undone;
            return new Outcome(this, counts, Ranks.Of(before.Status), Ranks.Of(now.Status), away.Count > 0, before.By, now.By);
        }

        private (Effect? Status, StatusMove? By) StatusAt(List<Placed> facts, Point point)
        {
            var (status, by) = (default(Effect), default(StatusMove));
            foreach (var fact in facts.Where(fact => fact.IsBefore(point)))
            {
                foreach (var effect in fact.Option.Where(Criterion.IsSetBy))
                {
                    var next = After(status, effect);
                    if (ReferenceEquals(next, effect)) by = fact.Move;
                    status = next;
                }
            }
            return (status, by);
        }

        // Death is final, and asking for a ban changes nothing where there was one.
        private static Effect After(Effect? now, Effect effect) => (now, effect) switch
        {
            (SetsCustody { Custody: Custody.Died }, _) => now,
            (not null, SetsRestriction { State: RestrictionState.Requested }) => now,
            _ => effect,
        };
    }
}

/// <summary>What the plain rule set says of a gate.</summary>
internal sealed record PlainVerdict(IReadOnlyList<Verdict> Possible, IReadOnlyList<Guid> Deciding, IReadOnlyList<string> Annotations);
