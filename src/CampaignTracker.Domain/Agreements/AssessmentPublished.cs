using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Agreements;

/// <summary>
/// An analyst publishes an answer: from which viewpoint, by which rule set, with which verdicts and in which words. It never changes; a
/// later one takes its place.
/// </summary>
[On(SubjectKind.Agreement)]
public sealed record AssessmentPublished(
    long KnownAt,
    int RuleSet,
    Word Word,
    IReadOnlyList<PublishedVerdict> Verdicts,
    PersonalText Narrative,
    EdtfDate? AsOf = null,
    [EventId(onSameSubject: true)] Guid? Supersedes = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (KnownAt < 1) yield return ValidationIssue.Refuse("knownAt", "out_of_range:sequence");
        if (!record.Context.RuleSets.Contains(RuleSet))
            yield return ValidationIssue.Refuse("ruleSet", "unknown_rule_set", ("known", record.Context.RuleSets));
        for (var i = 0; i < Verdicts.Count; i++)
        {
            if (record.Event(Verdicts[i].Gate) is { Event: not (MilestoneReached or MilestonePostponed) })
                yield return ValidationIssue.Refuse($"verdicts[{i}].gate", "no_gate");
        }
        if (Supersedes is { } earlier && record.Event(earlier) is { Event: not AssessmentPublished })
            yield return ValidationIssue.Refuse("supersedes", "no_assessment");
    }
}

/// <summary>A verdict as it was published.</summary>
/// <param name="Gate">The event that stands for the gate.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Possible">The verdicts that the record left open, for an Indeterminate one.</param>
public sealed record PublishedVerdict([EventId(onSameSubject: true)] Guid Gate, Verdict Verdict, IReadOnlyList<Verdict>? Possible = null);
