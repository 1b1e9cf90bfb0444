using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>
/// The annotations of a gate (conditionality-2.md, 'Annotations'): those that hold in every world; of the quality of the inputs, those that
/// hold in one. What a world's verdict does not give, that world does not have.
/// </summary>
internal sealed class Annotations
{
    private readonly Judgement gate;
    private readonly bool linked;
    private readonly bool judged;

    private Annotations(Judgement gate)
    {
        this.gate = gate;
        linked = !gate.Possible.Contains(Verdict.NotLinked);
        judged = linked && !gate.Possible.Contains(Verdict.LinkedWithoutConditions);
    }

    public static List<Annotation> Of(Judgement gate)
    {
        var annotations = new Annotations(gate);
        return
        [
            .. annotations.judged ? annotations.OnConditions() : [],
            .. annotations.OnGrounds(),
            .. annotations.OnPeople(),
            .. annotations.OnInputs(),
        ];
    }

    private IEnumerable<Annotation> OnConditions()
    {
        if (InEveryWorld((group, i, sample) => Decides(group, i, sample) && sample.Refused)) yield return new(AnnotationKind.RefusedSince);
        if (gate.Possible is [Verdict.AdvancedUnmet] && InEveryWorld((group, i, sample) => Decides(group, i, sample) && sample.Toward))
            yield return new(AnnotationKind.MovementOnly);
        foreach (var (group, i, samples) in Conditions())
        {
            if (samples.Count == 0 || !samples.TrueForAll(sample => Decides(group, i, sample))) continue;
            var name = group.Conditions[i].Name;
            if (samples.TrueForAll(sample => sample.After is not null)
                && samples.Select(sample => sample.Outcome.MetEnough).Distinct().Count() == 1)
            {
                var kind = samples[0].Outcome.MetEnough ? AnnotationKind.LostAfterwards : AnnotationKind.MetAfterwards;
                yield return RestsOnContest(group, i)
                    ? new(kind, name)
                    : new(kind, name, samples.Min(sample => sample.After), samples.Max(sample => sample.After));
            }
            if (gate.HoldsBack) continue;
            if (samples.TrueForAll(sample => sample.Outcome is { MetEnough: true, MetAtBaseline: true })) yield return new(AnnotationKind.MetEarlier, name);
            if (samples.TrueForAll(sample => sample is { Outcome.Improved: true, Setter: > 0, SetBefore: <= ConditionGroup.JustBefore }))
            {
                yield return samples.Exists(sample => group.Items[sample.Setter - 1].Fact.Event is Amendments.StatusContested)
                    ? new(AnnotationKind.MovedJustBefore, name)
                    : new(AnnotationKind.MovedJustBefore, name, samples.Min(sample => sample.SetBefore), samples.Max(sample => sample.SetBefore));
            }
        }
    }

    // The beginning of a contested matter is a bound, and no day on which something happened.
    private bool RestsOnContest(ConditionGroup group, int condition) => group.Conditions[condition].Moves.Any(move =>
        move.Item.Fact.Event is Amendments.StatusContested && move.Item.Last >= gate.Step.Item.First);

    private IEnumerable<Annotation> OnGrounds()
    {
        var grounds = gate.Step.Grounds;
        if (gate.HoldsBack && grounds.Count == 0) yield return new(AnnotationKind.NoGroundsStated);
        if (!linked) yield break;
        var areaIsNamed = grounds.Any(ground => gate.Frames.Any(frame => frame.Linkages.Any(linkage => linkage.IsNamedBy(ground))));
        var others = grounds.Where(IsNoCondition).ToList();
        if (gate.HoldsBack)
        {
            foreach (var ground in others.Where(ground => MetBefore(ground) is null))
                yield return new(AnnotationKind.OtherGrounds, Detail: ground.Words ?? ground.IssueArea ?? ground.Demand);
            foreach (var met in grounds.Select(MetBefore).OfType<string>().Distinct()) yield return new(AnnotationKind.GroundAlreadyMet, met);
            yield break;
        }
        if (!judged) yield break;
        foreach (var ground in others)
            yield return new(AnnotationKind.OtherConditionHonoured, Detail: ground.Words ?? ground.IssueArea ?? ground.Demand);
        if (others.Count > 0 && others.Count == grounds.Count && !areaIsNamed
            && Enumerable.Range(0, gate.Frames.Count).All(at => gate.Together(at, without: null).All(tally => tally.HasFlag(Tally.Unmet))))
            yield return new(AnnotationKind.CriterionSubstitution);
    }

    // In no world a condition at the gate, and no issue area of what links it.
    private bool IsNoCondition(Ground ground) => !gate.Frames.Any(frame => frame.Linkages.Any(linkage => linkage.IsNamedBy(ground)))
        && (ground.Demand is null || !Conditions().Any(entry => entry.Group.Names(entry.Group.Conditions[entry.Condition])
            && IsNamed(ground, entry.Group.Conditions[entry.Condition]) && entry.Samples.Exists(sample => sample.Outcome.IsAttached)));

    private string? MetBefore(Ground ground) => ground.Demand is null ? null
        : Conditions().Where(entry => IsNamed(ground, entry.Group.Conditions[entry.Condition])
            && entry.Samples.Count > 0 && entry.Samples.TrueForAll(sample => sample.Outcome.MetBefore))
            .Select(entry => entry.Group.Conditions[entry.Condition].Name).FirstOrDefault();

    private static bool IsNamed(Ground ground, Condition condition) => ground.Demand is { } demand
        && (demand == condition.Name || condition.Demand.Facts.Any(fact => fact.Recorded.Event.Subject == demand));

    private IEnumerable<Annotation> OnPeople()
    {
        if (!linked) yield break;
        foreach (var (group, i, samples) in Conditions())
        {
            var condition = group.Conditions[i];
            if (samples.Count == 0 ? false : !samples.TrueForAll(sample => sample.Attachment > 0)) continue;
            if (condition.Deaths.Any(death => death.Event.MovesAt().Latest < gate.Step.Item.First)
                || samples.Count > 0 && samples.TrueForAll(sample => sample.Place == Standing.Dead))
                yield return new(AnnotationKind.DiedInCustody, condition.Name);
        }
    }

    private IEnumerable<Annotation> OnInputs()
    {
        if (!gate.Step.IsConfirmed || linked && Setters().Any(fact => IsUnconfirmed(fact)))
            yield return new(AnnotationKind.UnverifiedInputs);
        if (gate.Possible.Any(Verdicts.IsJudged))
        {
            if (Setters().Any(fact => Reviews.IsUnreviewed(fact, gate.Knowledge))) yield return new(AnnotationKind.UnreviewedInputs);
            if (Conditions().Any(entry => entry.Samples.Exists(sample => Told(entry.Group, entry.Condition, sample) && SettersOf(entry.Group, sample)
                .Any(fact => entry.Group.Conditions[entry.Condition].ByASide.Contains(fact.Id))))) yield return new(AnnotationKind.ReviewedByASide);
        }
        if (linked && gate.Frames.All(frame => frame.Linkages.All(linkage => linkage.Strength == LinkageStrength.Political)))
            yield return new(AnnotationKind.LinkageOnlyPolitical);
        if (gate.TooManyUnknowns) yield return new(AnnotationKind.TooManyUnknowns);
        if (judged && Conditions().Any(entry => entry.Samples.Count > 0 && entry.Samples.TrueForAll(sample => Decides(entry.Group, entry.Condition, sample))
            && entry.Group.Conditions[entry.Condition].Attachments.SelectMany(item => item.Recordings).Min(RecordedOn) > gate.Occurred.Latest))
            yield return new(AnnotationKind.ChosenInHindsight);
        if (gate.Step.IsPart) yield return new(AnnotationKind.PartOnly);
    }

    // Any recording of a fact that is confirmed makes it so.
    private bool IsUnconfirmed(Fact fact) => gate.Groups.SelectMany(group => group.Items).Where(item => item.Is(fact.Id))
        .All(item => item.Recordings.All(recording => recording.Event.Confidence != Confidence.Confirmed));

    /// <summary>The facts that set a status at the gate or at the baseline, in some world.</summary>
    private IEnumerable<Fact> Setters() => Conditions().SelectMany(entry => entry.Samples
        .Where(sample => Told(entry.Group, entry.Condition, sample)).SelectMany(sample => SettersOf(entry.Group, sample))).Distinct();

    private static IEnumerable<Fact> SettersOf(ConditionGroup group, Sample sample) =>
        new[] { sample.Setter, sample.BaselineSetter }.Where(setter => setter > 0).Select(setter => group.Items[setter - 1].Fact);

    private bool Told(ConditionGroup group, int condition, Sample sample) => judged && Decides(group, condition, sample)
        || sample.Outcome.IsAttached && group.Names(group.Conditions[condition]) && (judged || sample.Outcome.MetBefore);

    private static bool Decides(ConditionGroup group, int condition, Sample sample) =>
        sample.Outcome is { IsAttached: true, Counts: true } && group.RequirementOf(condition, sample) == Requirement.Necessary;

    /// <summary>True where in every world something holds of some condition: then one group says so in all of its worlds.</summary>
    private bool InEveryWorld(Func<ConditionGroup, int, Sample, bool> holds) => gate.Frames.Select((_, at) => at).All(at =>
        gate.Groups.Select((group, n) => (group, gate.Samples[n][at].Samples)).Any(entry => entry.Samples.Count > 0
            && entry.Samples.All(samples => samples.Select((sample, i) => holds(entry.group, i, sample)).Any(so => so))));

    /// <summary>Each condition with what it comes to in every world.</summary>
    private IEnumerable<(ConditionGroup Group, int Condition, List<Sample> Samples)> Conditions() => gate.Groups.SelectMany((group, n) =>
        group.Conditions.Select((_, i) => (group, i, gate.Samples[n].SelectMany(frame => frame.Samples.Select(samples => samples[i])).Distinct().ToList())));

    private static DateOnly RecordedOn(Fact fact) => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime);
}
