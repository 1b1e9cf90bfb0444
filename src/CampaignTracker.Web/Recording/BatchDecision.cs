using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Web.Recording;

/// <summary>What is to become of a batch: decided without I/O from the command and its surroundings.</summary>
internal sealed class BatchDecision
{
    private readonly RecordEvents command;
    private readonly Surroundings known;
    private readonly RecordLookup record;
    private readonly Dictionary<string, KnownSubject> subjects;
    private readonly Dictionary<Guid, RecordedEvent> taken = [];
    private readonly List<LineIssue> refusals = [];
    private readonly IssueLimit limit = new();
    private Refusal reason = Refusal.Rule;

    private BatchDecision(RecordEvents command, Surroundings known, DateOnly today, RuleSetList rules)
    {
        (this.command, this.known) = (command, known);
        subjects = new(known.BySubject, StringComparer.Ordinal);
        record = new RecordLookup(
            new RecordingContext(
                today, command.Recorder, SignedIn: false, MayLowerSensitivity: true, [.. rules.All.Select(one => one.Version)]),
            FindSubject, FindEvent, () => subjects.Values.Select(subject => subject.History).OfType<SubjectHistory>());
    }

    /// <summary>Set when there is nothing to store: a refusal, or a repetition.</summary>
    public RecordingOutcome? Outcome { get; private set; }

    /// <summary>The campaign that it is about.</summary>
    public string Campaign => command.Campaign;

    /// <summary>What it was decided from.</summary>
    public Surroundings Known => known;

    /// <summary>The events to store, in the order of the batch.</summary>
    public List<Draft> Fresh { get; } = [];

    /// <summary>Every event of the batch; those to store have no sequence yet.</summary>
    public List<RecordedLine> Lines { get; } = [];

    /// <summary>The identifiers that its subjects gain and lose.</summary>
    public IdentifierMoves Identifiers { get; private set; } = IdentifierMoves.None;

    /// <summary>Decides.</summary>
    /// <param name="today">The latest calendar day that has begun anywhere on Earth.</param>
    /// <param name="rules">The rule sets that an assessment can name.</param>
    public static BatchDecision Decide(RecordEvents command, Surroundings known, DateOnly today, RuleSetList rules)
    {
        var decision = new BatchDecision(command, known, today, rules);
        if (known.Earlier is { } earlier) decision.AnswerAgain(earlier);
        else if (!decision.CampaignIsOpen())
        {
            decision.Outcome = new RecordingOutcome.Refused(Refusal.UnknownCampaign, [new LineIssue(null,
                ValidationIssue.Refuse("campaign", "unknown_campaign:recording", ("campaign", command.Campaign)))]);
        }
        else decision.TakeTopDown();
        return decision;
    }

    /// <summary>The answer when all of it is on record.</summary>
    public RecordingOutcome.Recorded Repetition()
    {
        var events = Lines.Select(line => known.ById[line.Id]).ToList();
        return new RecordingOutcome.Recorded(events.Max(e => e.RecordedAt), events.Max(e => e.Sequence), Lines, Fresh: 0);
    }

    /// <summary>The answer when it is stored.</summary>
    /// <param name="at">The instant that the database stamped.</param>
    /// <param name="sequences">The sequences of the fresh events, in their order.</param>
    public RecordingOutcome.Recorded Stored(DateTimeOffset at, long[] sequences)
    {
        var places = Fresh.Zip(sequences).ToDictionary(stored => stored.First.Id, stored => stored.Second);
        var lines = Lines.ConvertAll(line => places.TryGetValue(line.Id, out var sequence) ? line with { Sequence = sequence } : line);
        return new RecordingOutcome.Recorded(at, lines.Max(line => line.Sequence), lines, Fresh.Count);
    }

    /// <summary>The subjects around it as they will be; the events to store have neither instant nor sequence yet.</summary>
    public IReadOnlyDictionary<string, KnownSubject> SubjectsAfter => subjects;

    /// <summary>The subjects around it as they are when it is stored.</summary>
    public Dictionary<string, KnownSubject> SubjectsStored(DateTimeOffset at, long[] sequences)
    {
        Dictionary<string, KnownSubject> after = new(known.BySubject, StringComparer.Ordinal);
        foreach (var subject in Fresh.Zip(sequences).GroupBy(stored => stored.First.Subject, StringComparer.Ordinal))
        {
            after[subject.Key] = (known.BySubject.GetValueOrDefault(subject.Key) ?? new KnownSubject(subject.Key, [])).With(
                [.. subject.Select(stored => stored.First.Recorded with { RecordedAt = at, Sequence = stored.Second })],
                subject.Sum(stored => stored.First.Body.Length));
        }
        return after;
    }

    private bool CampaignIsOpen() =>
        known.CampaignIsOpen || command.MayOpenCampaign && command.Lines is [{ Event: Domain.Campaigns.CampaignOpened }, ..];

    private void AnswerAgain((byte[] BodyHash, Guid[] Events) earlier)
    {
        if (!earlier.BodyHash.AsSpan().SequenceEqual(command.Request!.BodyHash))
        {
            Outcome = new RecordingOutcome.Refused(Refusal.Conflict, [new LineIssue(null,
                ValidationIssue.Refuse("Idempotency-Key", "key_reused"))]);
            return;
        }
        Lines.AddRange(earlier.Events.Select(id => Repeated(known.ById[id])));
        Outcome = Repetition();
    }

    private void TakeTopDown()
    {
        for (var i = 0; i < command.Lines.Count && !limit.IsReached; i++) Take(i, command.Lines[i]);
        CheckMerges();
        Identifiers = IdentifierMoves.Settle(command, known, subjects, Fresh);
        foreach (var (index, issue) in Identifiers.Refusals) Refuse(index, issue, Refusal.Conflict);
        if (limit.More is { } more) refusals.Add(new LineIssue(null, more));
        if (refusals.Count > 0) Outcome = new RecordingOutcome.Refused(reason, refusals);
        else if (Fresh.Count == 0 && command.Request is null) Outcome = Repetition();
    }

    private void Take(int index, EventLine line)
    {
        var e = line.Event is EventCorrected correction
            ? Corrections.InStoredForm(correction, given => FindEvent(given)?.Event)
            : line.Event;
        var id = line.Id ?? Guid.CreateVersion7();
        if (taken.TryGetValue(id, out var twin))
        {
            if (IsSame(twin.Event, e)) Lines.Add(Lines.Find(earlier => earlier.Id == id)!);
            else Refuse(index, ValidationIssue.Refuse("id", "id_twice"));
            return;
        }
        if (known.ById.TryGetValue(id, out var stored))
        {
            if (IsSame(stored.Event, e)) Lines.Add(Repeated(stored));
            else Refuse(index, ValidationIssue.Refuse("id", "id_taken"), Refusal.Conflict);
            taken.Add(id, stored);
            return;
        }
        if (line.SeenVersion is { } seen && known.VersionOf(e.Subject) is var version && seen != version)
        {
            Refuse(index, ValidationIssue.Refuse("seenVersion", "newer_version",
                ("seen", seen), ("subject", e.Subject), ("version", version)), Refusal.Conflict);
        }

        var issues = EventRules.Check(e, record);
        foreach (var issue in issues)
        {
            if (issue.Severity == Severity.Refusal) Refuse(index, issue, issue.Code == "already_open" ? Refusal.Conflict : null);
        }
        Add(index, line, id, e, issues);
    }

    private void Add(int index, EventLine line, Guid id, CampaignEvent e, IReadOnlyList<ValidationIssue> issues)
    {
        var type = EventCatalogue.Of(e);
        var subject = subjects.GetValueOrDefault(e.Subject) ?? new KnownSubject(e.Subject, []);
        List<ValidationIssue> warnings = [.. issues.Where(issue => issue.Severity == Severity.Warning)];
        var recorded = new RecordedEvent(
            id, known.Next + Fresh.Count, subject.Version + 1, default, command.Recorder, line.Recorded?.Line ?? command.FirstLine + index,
            e)
        {
            File = command.File,
            Line = command.FirstLine + index,
            FirstBatch = line.Recorded?.Batch,
            Warnings = warnings,
            Claim = line.Recorded is { } mark ? new RecordedClaim(mark.At, mark.By) : null,
        };
        Fresh.Add(new Draft(recorded, index));
        Lines.Add(new RecordedLine(id, type.Name, e.Subject, recorded.Version, 0, warnings));
        taken.Add(id, recorded);

        // What follows a refused opening is judged on its own merits.
        if (type.Opens is not null || warnings.Count == issues.Count) subjects[e.Subject] = subject.With([recorded]);
    }

    /// <summary>A batch may merge no subject twice and close no ring, also by taking a retraction or a correction back.</summary>
    private void CheckMerges()
    {
        if (Fresh.FindLast(draft => draft.Recorded.Event is SubjectMerged or EventCorrected or EventRetracted) is not { } last) return;
        var (before, after) = (MergesOf(known.BySubject.Values), MergesOf(subjects.Values));
        foreach (var merge in after.NotTaken.Where(merge => before.NotTaken.All(one => one.Id != merge.Id)))
        {
            var own = Fresh.Find(draft => draft.Id == merge.Id) ?? last;
            var inTheWay = own.Id == merge.Id ? after.InTheWayOf(merge)! : merge;
            Refuse(own.Index, ValidationIssue.Refuse(
                own.Recorded.Event switch
                {
                    EventRetracted => "retracts",
                    EventCorrected => "changes.into",
                    _ => "into",
                },
                Merges.SubjectOf(inTheWay) == Merges.SubjectOf(merge) && own.Id == merge.Id ? "merged_already" : "merge_ring",
                ("subject", Merges.SubjectOf(inTheWay)), ("into", Merges.IntoOf(inTheWay)), ("event", inTheWay.Id)));
        }
    }

    private static Merges MergesOf(IEnumerable<KnownSubject> subjects) => new(
        subjects.SelectMany(subject => subject.Knowledge.Facts).Where(fact => fact.Recorded.Event is SubjectMerged)
        .OrderBy(fact => fact.Recorded.Sequence));

    private SubjectHistory? FindSubject(string name) => subjects.GetValueOrDefault(name)?.History;

    private Fact? FindEvent(Guid id)
    {
        var recorded = taken.GetValueOrDefault(id) ?? known.ById.GetValueOrDefault(id);
        if (recorded is null || recorded.Event.Campaign != command.Campaign) return null;
        return subjects.GetValueOrDefault(recorded.Event.Subject)?.Fact(id) ?? new Fact(recorded, recorded.Event, [], Retracted: false);
    }

    private void Refuse(int index, ValidationIssue issue, Refusal? because = null)
    {
        // A conflict is answered as such only when nothing else is wrong.
        reason = refusals.Count == 0 ? because ?? Refusal.Rule : because == reason ? reason : Refusal.Rule;
        if (limit.Tells(issue)) refusals.Add(new LineIssue(index, issue));
    }

    private static RecordedLine Repeated(RecordedEvent e) =>
        new(e.Id, EventCatalogue.Of(e.Event).Name, e.Event.Subject, e.Version, e.Sequence, e.Warnings);

    // The database keeps JSON by value, not by bytes: the order of a correction's fields is not part of it.
    private static bool IsSame(CampaignEvent stored, CampaignEvent given)
    {
        if (stored.GetType() != given.GetType()) return false;
        var (first, second) = (EventJson.Write(stored), EventJson.Write(given));
        if (first.AsSpan().SequenceEqual(second)) return true;
        using var left = JsonDocument.Parse(first);
        using var right = JsonDocument.Parse(second);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }
}
