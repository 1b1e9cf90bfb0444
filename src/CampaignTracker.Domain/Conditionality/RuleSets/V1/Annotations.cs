using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// The annotations of a gate: those that hold in every reading. What is said of conditions is said of necessary ones, at gates that are
/// judged; what is said of the quality of the inputs is said of all that are shown.
/// </summary>
internal static class Annotations
{
    /// <summary>Within how many days before a gate something has just been delivered.</summary>
    public const int JustBefore = 30;

    public static List<Annotation> Of(Judgement gate)
    {
        List<Annotation> annotations = [];
        if (gate.Possible.All(verdict => verdict.IsJudged())) annotations.AddRange(OnConditions(gate));
        annotations.AddRange(OnGrounds(gate));
        annotations.AddRange(OnInputs(gate));
        return annotations;
    }

    private static IEnumerable<Annotation> OnConditions(Judgement gate)
    {
        var counting = gate.Conditions.Where(condition => condition.IsNecessary
            && gate.Hold(condition, outcome => outcome.Counts) == InReadings.All).ToList();
        if (counting.Any(condition => condition.StepsSince(Direction.Refusal)
            .Any())) yield return new Annotation(AnnotationKind.RefusedSince);
        if (gate.Possible is [Verdict.AdvancedUnmet] && counting.Any(condition => condition.StepsSince(Direction.Toward).Any()))
            yield return new Annotation(AnnotationKind.MovementOnly);
        foreach (var condition in counting)
        {
            if (gate.MetAfterwards(condition) is { } afterwards) yield return afterwards;
            if (gate.Hold(condition, outcome => outcome.MetEnough && outcome.Baseline.IsMetEnough()) == InReadings.All)
                yield return new Annotation(AnnotationKind.MetEarlier, condition.Name);
            if (gate.Hold(condition, outcome => outcome.Improved) == InReadings.All
                && MovedJustBefore(gate, condition) is { } before) yield return before;
        }
    }

    /// <summary>Set by a fact that lies at most 30 days before the gate, whatever the days that the dates can mean.</summary>
    private static Annotation? MovedJustBefore(Judgement gate, GateCondition condition)
    {
        var setters = condition.StatusesAtGate.Select(status => status.By).ToList();
        if (setters.Count == 0 || setters.Any(setter => setter is null)) return null;
        var from = Math.Max(0, setters.Min(setter => Days(setter!.At.Latest, gate.Terms.Gate.Occurred.Earliest)));
        var to = setters.Max(setter => Days(setter!.At.Earliest, gate.Terms.Gate.Occurred.Latest));
        return to <= JustBefore ? new Annotation(AnnotationKind.MovedJustBefore, condition.Name, from, to) : null;
    }

    private static IEnumerable<Annotation> OnGrounds(Judgement gate)
    {
        var others = gate.Terms.Grounds.Where(ground => !gate.NamesCondition(ground)).ToList();
        foreach (var ground in others)
            yield return new Annotation(AnnotationKind.OtherConditionHonoured, Detail: ground.Ground.Words ?? ground.Ground.IssueArea
                ?? ground.Ground.Demand);
        if (!gate.Terms.Gate.HoldsBack && others.Count > 0 && others.Count == gate.Terms.Gate.Grounds.Count
            && gate.Linkages.Count > 0 && gate.Tallies.All(tally => tally.AnyUnmet))
            yield return new Annotation(AnnotationKind.CriterionSubstitution);
        if (gate.Terms.Gate.HoldsBack && gate.Terms.Gate.Grounds.Count == 0) yield return new Annotation(AnnotationKind.NoGroundsStated);
    }

    private static IEnumerable<Annotation> OnInputs(Judgement gate)
    {
        if (gate.Terms.Gate.Recordings.All(fact => fact.Event.Confidence != Confidence.Confirmed)
            || gate.Conditions.Any(condition => condition.IsUnverified))
            yield return new Annotation(AnnotationKind.UnverifiedInputs);
        if (gate.Conditions.SelectMany(condition => condition.Setters).Any(move => Reviews.IsUnreviewed(move.Fact, gate.Knowledge)))
            yield return new Annotation(AnnotationKind.UnreviewedInputs);
        if (gate.Linkages.Count > 0 && gate.Linkages.All(linkage => linkage.Strength == LinkageStrength.Political))
            yield return new Annotation(AnnotationKind.LinkageOnlyPolitical);
        if (gate.Linkages.Any(linkage => linkage.OrderAssumed)
            || gate.Conditions.Any(condition => (condition.Demand.OrderAssumed || condition.HasOverlap)
                && gate.Hold(condition, outcome => outcome.Counts) != InReadings.None)
            || gate.Terms.EndAssumed)
            yield return new Annotation(AnnotationKind.OrderAssumed);
        if (gate.TooManyUnknowns) yield return new Annotation(AnnotationKind.TooManyUnknowns);
        if (gate.Conditions.Any(condition => condition.Demand.Attachments.Min(RecordedOn) > gate.Terms.Gate.Occurred.Latest))
            yield return new Annotation(AnnotationKind.ChosenInHindsight);
    }

    private static DateOnly RecordedOn(Fact fact) => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime);

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
