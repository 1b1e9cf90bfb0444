using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Agreements;

/// <summary>
/// An analyst publishes an answer: from which viewpoint, by which rule set, with which verdicts and in which words. It never changes; a later one
/// takes its place.
/// </summary>
[On(SubjectKind.Agreement)]
public sealed record AssessmentPublished(
    [Help("The state of knowledge, as a sequence.")] long KnownAt,
    [Help("The rule set by which it was judged.")] int RuleSet,
    [Help("The one word for the agreement.")] Word Word,
    [Help("The verdict on each gate.")] IReadOnlyList<PublishedVerdict> Verdicts,
    [Help("The assessment in the analyst's words.")] PersonalText Narrative,
    [Help("The world up to this date; leave it out where it is open.")] EdtfDate? AsOf = null,
    [Help("The earlier assessment of this agreement that it takes the place of."), EventId(onSameSubject: true)] Guid? Supersedes = null) : CampaignEvent
{
    public override string SentenceTemplate() => "An assessment of {subject} was published: {word}[, as of {asOf}]. {narrative}";

    public override IEnumerable<ValidationIssue> Check(Situation situation)
    {
        if (KnownAt < 1) yield return ValidationIssue.Refuse("knownAt", "out_of_range", "is no sequence: give the one that the answer named");
        if (RuleSet != RuleSet1.Instance.Version) yield return ValidationIssue.Refuse("ruleSet", "unknown_rule_set", $"is no rule set: there is {RuleSet1.Instance.Version}");
        for (var i = 0; i < Verdicts.Count; i++)
        {
            if (situation.Event(Verdicts[i].Gate) is { Event: not (MilestoneReached or MilestonePostponed) })
                yield return ValidationIssue.Refuse($"verdicts[{i}].gate", "no_gate", "is neither a MilestoneReached nor a MilestonePostponed event");
        }
        if (Supersedes is { } earlier && situation.Event(earlier) is { Event: not AssessmentPublished })
            yield return ValidationIssue.Refuse("supersedes", "no_assessment", "is no AssessmentPublished event: name the assessment that this one takes the place of");
    }
}

/// <summary>A verdict as it was published.</summary>
/// <param name="Gate">The event that stands for the gate.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Possible">The verdicts that the record left open, for an Indeterminate one.</param>
public sealed record PublishedVerdict([EventId(onSameSubject: true)] Guid Gate, Verdict Verdict, IReadOnlyList<Verdict>? Possible = null);
