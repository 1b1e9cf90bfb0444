using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// How our answer about one date of the world changed as we learned: "our verdict on the signature was X until we recorded Y".
/// </summary>
/// <param name="What">The question.</param>
/// <param name="Subject">Short name of the subject.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Gate">The event that stands for the gate; null for a status.</param>
/// <param name="Spans">The answers in the order in which we gave them, from the first recording on.</param>
public sealed record KnowledgeHistory(StatusKind What, string Subject, string Title, Guid? Gate, IReadOnlyList<AnswerSpan> Spans)
{
    /// <summary>The version of the rule set that was asked.</summary>
    public required int RuleSet { get; init; }

    /// <summary>
    /// The history of a status: a case's custody, a restriction's reach, a demand's fulfilment; null where there is no such subject.
    /// </summary>
    /// <param name="events">The events of one campaign.</param>
    /// <param name="viewpoint">V, the clearance, and K as the end; null for all that is recorded.</param>
    /// <param name="subject">Short name of the subject.</param>
    public static KnowledgeHistory? OfStatus(
        IEnumerable<RecordedEvent> events, Viewpoint viewpoint, string subject, IRuleSet rules, Memo memo)
    {
        var log = events as IReadOnlyList<RecordedEvent> ?? [.. events];
        return CampaignState.Of(log, viewpoint).History(subject) is { } history && Why.QuestionOf(history) is { } what
            ? Of(log, viewpoint, new StatusKey(what, history.Name), history.Title, rules, memo)
            : null;
    }

    /// <summary>The history of the verdict on a gate; null where there is no such gate.</summary>
    /// <param name="events">The events of one campaign.</param>
    /// <param name="viewpoint">V, the clearance, and K as the end; null for all that is recorded.</param>
    /// <param name="gate">An event that records the gate.</param>
    public static KnowledgeHistory? OfGate(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, Guid gate, IRuleSet rules, Memo memo)
    {
        var log = events as IReadOnlyList<RecordedEvent> ?? [.. events];
        return Why.FindGate(CampaignState.Of(log, viewpoint), gate, rules) is var (agreement, _)
            ? Of(log, viewpoint, new StatusKey(StatusKind.Verdict, agreement.Name, gate), agreement.Title, rules, memo)
            : null;
    }

    private static KnowledgeHistory Of(
        IReadOnlyList<RecordedEvent> log, Viewpoint viewpoint, StatusKey key, string title, IRuleSet rules, Memo memo)
    {
        var timeline = new KnowledgeTimeline(log, viewpoint, memo);
        List<AnswerSpan> spans = [];
        CampaignState? asked = null;
        StatusLine? answer = null;
        for (var i = 0; i < timeline.Batches.Count; i++)
        {
            var (knowledge, changed) = timeline.Through(i);
            var bears = changed.Any(fact => fact.Recorded.Event is SubjectMerged or Campaigns.CampaignOpened)
                || timeline.Dependencies.On(changed.Select(fact => fact.Event.Subject), knowledge)
                .Contains(knowledge.Canonical(key.Subject));
            if (!bears) continue;
            var state = CampaignState.Of(knowledge, viewpoint);
            var now = Ask(state, key, rules, memo);
            if (spans.Count > 0 && Difference.Same(now, answer)) continue;
            if (spans.Count == 0 && now is null) continue;
            var first = timeline.Last;
            if (spans.Count > 0) spans[^1] = spans[^1] with { UntilSequence = first.Sequence, Until = first.RecordedAt };
            var (causes, exact) = asked is null ? ([], true) : CausesOf(asked, state, key, now, rules, memo);
            spans.Add(new AnswerSpan(first.Sequence, first.RecordedAt, null, null, now?.Answer, causes, exact));
            (asked, answer) = (state, now);
        }
        return new KnowledgeHistory(key.What, key.Subject, title, key.Event, spans) { RuleSet = rules.Version };
    }

    private static (IReadOnlyList<Cause> Causes, bool Exact) CausesOf(CampaignState before, CampaignState after, StatusKey key,
        StatusLine? now, IRuleSet rules, Memo memo)
    {
        var counterfactual = new CounterfactualState(before, after, rules, memo, CounterfactualState.MaxTrials);
        // The recording that stands for a gate may be another than before: then all that is new of the gate is the cause.
        var causes = counterfactual.CausesOf(now?.Key ?? key, now, new HashSet<Guid>());
        return (counterfactual.Told(causes), counterfactual.IsExact);
    }

    // A gate may be recorded twice: whichever recording is named, it is the same gate.
    private static StatusLine? Ask(CampaignState state, StatusKey key, IRuleSet rules, Memo memo) =>
        key.Event is not { } gate ? StatusSheet.Line(state, key, rules, memo)
        : Why.FindGate(state, gate, rules) is var (_, found) ? StatusSheet.Line(state, key with { Event = found }, rules, memo)
        : null;
}

/// <summary>An answer, and how long we gave it.</summary>
/// <param name="FromSequence">The recording from which on we gave it.</param>
/// <param name="From">When that was recorded.</param>
/// <param name="UntilSequence">The recording that ended it; null while it holds.</param>
/// <param name="Until">When that was recorded.</param>
/// <param name="Says">The answer; null where the question did not arise.</param>
/// <param name="Causes">What we had learned, since the answer before, that made it so.</param>
/// <param name="Exact">False where there was too much to try each: some of the causes may then not be needed.</param>
public sealed record AnswerSpan(
    long FromSequence, DateTimeOffset From, long? UntilSequence, DateTimeOffset? Until, StatusAnswer? Says, IReadOnlyList<Cause> Causes,
    bool Exact);
