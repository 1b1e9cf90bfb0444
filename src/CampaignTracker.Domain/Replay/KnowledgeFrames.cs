using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>Our knowledge goes on about the world up to one date.</summary>
internal static class KnowledgeFrames
{
    public static Frames Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, int max, IRuleSet rules, Memo memo)
    {
        var timeline = new KnowledgeTimeline(events, viewpoint, memo);
        var frameBuilder = new FrameBuilder(timeline.Dependencies, rules, memo);
        List<Frame> frames = [];
        CampaignState? state = null;
        foreach (var (from, to) in Frames.Groups(timeline.Batches.Count, max))
        {
            var (knowledge, changed) = timeline.Through(to - 1);
            state = state is null
                ? CampaignState.Of(knowledge, viewpoint)
                : state.Revised(knowledge, viewpoint, changed.Select(fact => fact.Recorded.Event.Subject), WorldCut.At(viewpoint.AsOf));
            var changes = frameBuilder.Next(state, changed, []);
            var last = timeline.Last;
            if (changes.Count > 0) frames.Add(new Frame(viewpoint.AsOf, last.Sequence, last.RecordedAt, changes));
        }
        return new Frames(FramesOver.Knowledge, state is null ? [] : WorldFrames.SubjectsOf(state), frames) { RuleSet = rules.Version };
    }
}

/// <summary>What is known after each batch, at the cost of what the batch touches.</summary>
internal sealed class KnowledgeTimeline
{
    private readonly Dictionary<string, List<RecordedEvent>> bySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Fact> facts = [];
    private readonly Viewpoint viewpoint;
    private readonly bool clear;
    private readonly Memo memo;
    private Knowledge known;
    private int next;

    public KnowledgeTimeline(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, Memo memo)
    {
        (this.viewpoint, this.memo, known) = (viewpoint, memo, Knowledge.At([], upTo: null, viewpoint.Clearance));
        var log = events.Where(e => viewpoint.Knowledge is not { } k || e.Sequence <= k).OrderBy(e => e.Sequence).ToList();
        // What may not be seen at the end was never seen: it names nothing on the way either.
        if (viewpoint.Clearance < Sensitivity.Restricted)
        {
            var seen = Knowledge.At(log, upTo: null, viewpoint.Clearance);
            log.RemoveAll(e => seen.Fact(e.Id) is null);
        }
        Dependencies = new SubjectDependencies(log);
        // What a viewer may not see can depend on any later event: then each state of knowledge is read as a whole.
        clear = viewpoint.Clearance == Sensitivity.Restricted
            || log.TrueForAll(e => e.Event.Sensitivity == Sensitivity.Public
            && !(e.Event is EventCorrected correction && correction.Changes.ContainsKey("sensitivity")));
        Batches = [];
        foreach (var e in log)
        {
            if (Batches.Count > 0 && Batches[^1][^1].RecordedAt == e.RecordedAt) Batches[^1].Add(e);
            else Batches.Add([e]);
        }
    }

    public SubjectDependencies Dependencies { get; }

    /// <summary>The events that were recorded together, in the order of the log.</summary>
    public List<List<RecordedEvent>> Batches { get; }

    /// <summary>The last event that is known: of what may not be seen not even its place in the log is told.</summary>
    public RecordedEvent Last { get; private set; } = null!;

    /// <summary>
    /// What is known after a batch, and the facts that read otherwise than after the one asked for before, as they were and as they are.
    /// </summary>
    public (Knowledge Knowledge, List<Fact> Changed) Through(int batch)
    {
        var fresh = Batches[next..(batch + 1)].SelectMany(events => events).ToList();
        next = batch + 1;
        Last = fresh[^1];
        var before = known;
        if (!clear)
        {
            known = Knowledge.At(Batches[..next].SelectMany(events => events), upTo: null, viewpoint.Clearance);
            if (known.Facts.Count > 0) Last = known.Facts[^1].Recorded;
            return (known, [.. before.Facts.Concat(known.Facts)]);
        }
        List<Fact> now = [];
        foreach (var own in fresh.GroupBy(e => e.Event.Subject, StringComparer.Ordinal))
        {
            if (!bySubject.TryGetValue(own.Key, out var subject)) bySubject.Add(own.Key, subject = []);
            subject.AddRange(own);
            now.AddRange(own.Any(e => e.Event is EventCorrected or EventRetracted) ? AmendmentApplier.Facts(
                subject, memo) : own.Select(e => new Fact(e, e.Event, [], Retracted: false)));
        }
        List<Fact> were = [], are = [];
        foreach (var fact in now)
        {
            if (facts.TryGetValue(fact.Id, out var was) && ReadsAs(fact, was)) continue;
            if (was is not null) were.Add(was);
            are.Add(facts[fact.Id] = fact);
        }
        known = before.Revised(are, []);
        return (known, [.. were, .. are]);
    }

    private static bool ReadsAs(Fact fact, Fact was) => ReferenceEquals(fact.Event, was.Event) && fact.Retracted == was.Retracted
        && fact.Amendments.Count == was.Amendments.Count
        && fact.Amendments.Zip(was.Amendments)
        .All(pair => pair.First.Id == pair.Second.Id && ReferenceEquals(pair.First.Event, pair.Second.Event));
}
