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
        if (InEveryWorld((group, i, sample) => Decides(group, i, sample) && sample.Refused))
            yield return new(AnnotationKind.RefusedSince);
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
                yield return samples.Exists(sample => sample.AfterByContest)
                    ? new(kind, name)
                    : new(kind, name, samples.Min(sample => sample.After), samples.Max(sample => sample.After));
            }
            if (gate.HoldsBack) continue;
            if (samples.TrueForAll(sample => sample.Outcome is { MetEnough: true, MetAtBaseline: true }))
                yield return new(AnnotationKind.MetEarlier, name);
            if (samples.TrueForAll(sample => sample is { Outcome.Improved: true, Setter: > 0, SetBefore: <= GroupAtGate.JustBefore }))
            {
                yield return samples.Exists(sample => group.Items[sample.Setter - 1].Fact.Event is Amendments.StatusContested)
                    ? new(AnnotationKind.MovedJustBefore, name)
                    : new(AnnotationKind.MovedJustBefore, name, samples.Min(sample => sample.SetBefore),
                        samples.Max(sample => sample.SetBefore));
            }
        }
    }

    private IEnumerable<Annotation> OnGrounds()
    {
        var grounds = gate.Step.Grounds;
        if (gate.HoldsBack && grounds.Count == 0) yield return new(AnnotationKind.NoGroundsStated);
        if (!linked) yield break;
        var areaIsNamed = grounds.Any(ground => gate.Frames.Any(frame => frame.Linkages.Any(linkage => linkage.IsNamedBy(ground))));
        var others = grounds.Where(IsNoCondition).ToList();
        if (gate.HoldsBack)
        {
            foreach (var ground in others)
                yield return new(AnnotationKind.OtherGrounds, Detail: ground.Words ?? ground.IssueArea ?? ground.Demand);
            foreach (var met in grounds.Select(MetBefore).OfType<string>().Distinct())
                yield return new(AnnotationKind.GroundAlreadyMet, met);
            yield break;
        }
        if (!judged) yield break;
        foreach (var ground in others)
            yield return new(AnnotationKind.OtherConditionHonoured, Detail: ground.Words ?? ground.IssueArea ?? ground.Demand);
        if (others.Count > 0 && others.Count == grounds.Count && !areaIsNamed
            && gate.Tallies.All(tallies => tallies.All.All(tally => tally.HasFlag(Tally.Unmet))))
            yield return new(AnnotationKind.CriterionSubstitution);
    }

    // In no world a condition at the gate, or one that had been met, and no issue area of what links it.
    private bool IsNoCondition(Ground ground) => !gate.Frames.Any(frame => frame.Linkages.Any(linkage => linkage.IsNamedBy(ground)))
        && (ground.Demand is null || !Conditions().Any(entry => IsNamed(ground, entry.Group.Conditions[entry.Condition])
            && entry.Samples.Exists(sample => sample.Outcome.IsAttached || gate.HoldsBack && sample.Outcome.MetBefore)));

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
            if (samples.Count > 0 && samples.TrueForAll(sample => sample.Attachment > 0 && sample.IsIssued
                && (sample.Place == Standing.Dead || HasDied(condition)) && (!sample.Outcome.IsClosed || ClosedAfterDeath(condition))))
                yield return new(AnnotationKind.DiedInCustody, condition.Name);
        }
    }

    private bool HasDied(Condition condition) => condition.Deaths.Any(death => death.Last < gate.Step.Item.First);

    private static bool ClosedAfterDeath(Condition condition) => condition.Deaths.Any(death =>
        condition.Closings.All(closing => closing.First >= death.Last));

    private IEnumerable<Annotation> OnInputs()
    {
        var told = Told();
        if (!gate.Step.IsConfirmed || told.Exists(one => IsUnconfirmed(one.Setter)))
            yield return new(AnnotationKind.UnverifiedInputs);
        var judgedOn = told.Where(one => one.Judged).ToList();
        if (judgedOn.Exists(one => Reviews.IsUnreviewed(one.Setter, gate.Knowledge))) yield return new(AnnotationKind.UnreviewedInputs);
        if (judgedOn.Exists(one => one.Condition.ByASide.Contains(one.Setter.Id))) yield return new(AnnotationKind.ReviewedByASide);
        if (linked && gate.Frames.All(frame => frame.Linkages.All(linkage => linkage.Strength == LinkageStrength.Political)))
            yield return new(AnnotationKind.LinkageOnlyPolitical);
        if (gate.TooManyUnknowns) yield return new(AnnotationKind.TooManyUnknowns);
        if (judged && InEveryWorld((group, i, sample) => Decides(group, i, sample) && sample.InHindsight))
            yield return new(AnnotationKind.ChosenInHindsight);
        if (gate.Step.IsPart) yield return new(AnnotationKind.PartOnly);
    }

    /// <summary>
    /// The facts that set a status at the gate or at the baseline in some world where that is said: of what decides and of what the grounds
    /// name; at a gate without conditions of a ground already met alone.
    /// </summary>
    private List<(Condition Condition, Fact Setter, bool Judged)> Told()
    {
        List<(Condition, Fact, bool)> told = [];
        for (var n = 0; n < gate.Groups.Count; n++)
        {
            var group = gate.Groups[n];
            for (var at = 0; at < gate.Frames.Count; at++)
            {
                var frame = gate.Frames[at];
                if (frame.Linkages.Count == 0) continue;
                var rest = gate.Tallies[at].Without(n);
                foreach (var samples in gate.Samples[n][at].Samples)
                {
                    var tally = group.TallyOf(samples);
                    var verdicts = rest.Select(other => gate.VerdictOf(frame, tally | other)).Distinct().ToList();
                    for (var i = 0; i < samples.Length; i++)
                    {
                        var (condition, sample) = (group.Conditions[i], samples[i]);
                        var alreadyMet = gate.HoldsBack && group.Names(condition) && sample.Outcome.MetBefore;
                        var inJudged = verdicts.Exists(Verdicts.IsJudged)
                            && (Decides(group, i, sample) || group.Names(condition) && sample.Outcome.IsAttached || alreadyMet);
                        if (!inJudged && !(alreadyMet && verdicts.Contains(Verdict.LinkedWithoutConditions))) continue;
                        int[] setters = sample.Outcome.IsClosed ? [sample.ClosedSetter] : [sample.Setter, sample.BaselineSetter];
                        told.AddRange(setters.Where(setter => setter > 0)
                            .Select(setter => (condition, group.Items[setter - 1].Fact, inJudged)));
                    }
                }
            }
        }
        return [.. told.Distinct()];
    }

    // Any recording of a fact that is confirmed makes it so.
    private bool IsUnconfirmed(Fact fact) => gate.Groups.SelectMany(group => group.Items).Where(item => item.Is(fact.Id))
        .All(item => item.Recordings.All(recording => recording.Event.Confidence != Confidence.Confirmed));

    private static bool Decides(GroupAtGate group, int condition, Sample sample) =>
        sample.Outcome is { IsAttached: true, Counts: true } && group.RequirementOf(condition, sample) == Requirement.Necessary;

    /// <summary>True where in every world something holds of some condition: then one group says so in all of its worlds.</summary>
    private bool InEveryWorld(Func<GroupAtGate, int, Sample, bool> holds) =>
        gate.Frames.Select((frame, at) => (frame, at)).All(one =>
        gate.Groups.Select((group, n) => (group, gate.Samples[n][one.at].Samples)).Any(entry => entry.Samples.Count > 0
            && entry.Samples.All(samples => samples.Select((sample, i) => holds(entry.group, i, sample)).Any(so => so))));

    /// <summary>Each condition with what it comes to in every world.</summary>
    private IEnumerable<(GroupAtGate Group, int Condition, List<Sample> Samples)> Conditions() => gate.Groups.SelectMany((group, n) =>
        group.Conditions.Select((_, i) => (group, i, gate.Samples[n].SelectMany(frame => frame.Samples.Select(samples => samples[i]))
            .Distinct().ToList())));
}
