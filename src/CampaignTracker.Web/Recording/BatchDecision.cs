using System.Text.Json;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Web.Recording;

/// <summary>An event that passed its checks and is about to be stored.</summary>
/// <param name="Index">Its place in this batch.</param>
/// <param name="Position">Its place in the batch in which it was recorded first; the same, unless it comes from another tracker.</param>
internal sealed record Draft(Guid Id, CampaignEvent Event, int Index, int Position, IReadOnlyList<Finding> Warnings, RecordedClaim? Claim);

/// <summary>An identifier and the subject it belongs to.</summary>
internal sealed record IdentifierClaim(Identifier Identifier, string Subject);

/// <summary>What is to become of a batch: decided without I/O from the command and its surroundings.</summary>
internal sealed class BatchDecision
{
    // Enough to know a long identifier by.
    private const int MaxShown = 80;

    private readonly RecordEvents command;
    private readonly Surroundings known;
    private readonly DateOnly today;
    private readonly Dictionary<string, List<RecordedEvent>> bySubject;
    private readonly Dictionary<string, Knowledge> knowledge = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, RecordedEvent> drafted = [];
    private readonly List<LineFinding> refusals = [];
    private Refusal reason = Refusal.Rule;

    private BatchDecision(RecordEvents command, Surroundings known, DateOnly today)
    {
        (this.command, this.known, this.today) = (command, known, today);
        bySubject = known.BySubject.ToDictionary(pair => pair.Key, pair => new List<RecordedEvent>(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Set when there is nothing to store: a refusal, or a repetition.</summary>
    public RecordingOutcome? Outcome { get; private set; }

    /// <summary>The events to store, in the order of the batch.</summary>
    public List<Draft> Fresh { get; } = [];

    /// <summary>Every event of the batch; those to store have no version and sequence yet.</summary>
    public List<RecordedLine> Lines { get; } = [];

    /// <summary>Identifiers that subjects gain.</summary>
    public List<IdentifierClaim> ClaimedIdentifiers { get; } = [];

    /// <summary>Identifiers that subjects lose by a correction or retraction.</summary>
    public List<IdentifierClaim> ReleasedIdentifiers { get; } = [];

    /// <summary>The version of a subject's stream before the batch; 0 when it is new.</summary>
    public long VersionOf(string subject) => known.BySubject.TryGetValue(subject, out var events) ? events.Max(e => e.Version) : 0;

    /// <summary>Decides.</summary>
    /// <param name="today">The latest calendar day that has begun anywhere on Earth.</param>
    public static BatchDecision Decide(RecordEvents command, Surroundings known, DateOnly today)
    {
        var decision = new BatchDecision(command, known, today);
        if (known.Earlier is { } earlier) decision.AnswerAgain(earlier);
        else if (!decision.CampaignIsOpen())
        {
            decision.Outcome = new RecordingOutcome.Refused(Refusal.UnknownCampaign, [new LineFinding(null,
                Finding.Refuse("campaign", "unknown_campaign", $"{command.Campaign} was never opened: open it first with POST /api/campaigns"))]);
        }
        else decision.TakeTopDown();
        return decision;
    }

    private bool CampaignIsOpen() =>
        known.BySubject.ContainsKey(command.Campaign)
        || command.MayOpenCampaign && command.Lines is [{ Event: Domain.Campaigns.CampaignOpened }, ..];

    private void AnswerAgain((byte[] BodyHash, Guid[] Events) earlier)
    {
        if (!earlier.BodyHash.AsSpan().SequenceEqual(command.Request!.BodyHash))
        {
            Outcome = new RecordingOutcome.Refused(Refusal.Conflict, [new LineFinding(null,
                Finding.Refuse("Idempotency-Key", "key_reused", "was used before with another body: use a new key for a new request"))]);
            return;
        }
        Lines.AddRange(earlier.Events.Select(id => Repeated(known.ById[id])));
        Outcome = Repetition();
    }

    private void TakeTopDown()
    {
        for (var i = 0; i < command.Lines.Count; i++) Take(i, command.Lines[i]);
        SettleIdentifiers();
        if (refusals.Count > 0) Outcome = new RecordingOutcome.Refused(reason, refusals);
        else if (Fresh.Count == 0 && command.Request is null) Outcome = Repetition();
    }

    private void Take(int index, EventLine line)
    {
        var e = line.Event is EventCorrected correction ? correction.InStoredForm(FindEvent) : line.Event;
        var id = line.Id ?? Guid.CreateVersion7();
        if (drafted.TryGetValue(id, out var twin))
        {
            if (IsSame(twin.Event, e)) Lines.Add(Lines.Find(earlier => earlier.Id == id)!);
            else Refuse(index, Finding.Refuse("id", "id_twice", "is given to two different events of this batch: give every event an id of its own, or none"));
            return;
        }
        if (known.ById.TryGetValue(id, out var stored))
        {
            if (IsSame(stored.Event, e)) Lines.Add(Repeated(stored));
            else Refuse(index, Finding.Refuse("id", "id_taken", "is the id of another recorded event: leave it out, or correct that event instead"), Refusal.Conflict);
            drafted.Add(id, stored);
            return;
        }
        if (line.SeenVersion is { } seen && seen != VersionOf(e.Subject))
        {
            Refuse(index, Finding.Refuse("seenVersion", "newer_version",
                $"is {seen}, and {e.Subject} is at version {VersionOf(e.Subject)}: look at what was recorded since, then try again"), Refusal.Conflict);
        }

        var findings = EventRules.Check(e, new Situation(today, command.Recorder, SignedIn: false, FindSubject, FindEvent));
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Refusal))
            Refuse(index, finding, finding.Code == "already_open" ? Refusal.Conflict : null);

        var position = line.Recorded?.Position ?? index;
        var warnings = findings.Where(finding => finding.Severity == Severity.Warning).ToList();
        var claim = line.Recorded is { } mark ? new RecordedClaim(mark.At, mark.By) : null;
        Fresh.Add(new Draft(id, e, index, position, warnings, claim));
        Lines.Add(new RecordedLine(id, EventCatalogue.Of(e).Name, e.Subject, 0, 0, warnings));
        var draft = new RecordedEvent(id, long.MaxValue - command.Lines.Count + index, 0, default, command.Recorder, position, e);
        drafted.Add(id, draft);

        // What follows a refused opening is judged on its own merits.
        if (EventCatalogue.Of(e).Opens is not null || findings.All(finding => finding.Severity == Severity.Warning)) Remember(draft);
    }

    private void Remember(RecordedEvent e)
    {
        if (!bySubject.TryGetValue(e.Event.Subject, out var events)) bySubject.Add(e.Event.Subject, events = []);
        events.Add(e);
        knowledge.Remove(e.Event.Subject);
    }

    private Knowledge? KnowledgeOf(string subject)
    {
        if (knowledge.TryGetValue(subject, out var cached)) return cached;
        if (!bySubject.TryGetValue(subject, out var events)) return null;
        return knowledge[subject] = Knowledge.At(events);
    }

    private SubjectStory? FindSubject(string name) => KnowledgeOf(name)?.Story(name);

    private Fact? FindEvent(Guid id)
    {
        var recorded = drafted.GetValueOrDefault(id) ?? known.ById.GetValueOrDefault(id);
        if (recorded is null || recorded.Event.Campaign != command.Campaign) return null;
        return KnowledgeOf(recorded.Event.Subject)?.Fact(id) ?? new Fact(recorded, recorded.Event, [], Retracted: false);
    }

    /// <summary>Corrections and retractions move identifiers too, so what counts is each subject's identifiers before and after.</summary>
    private void SettleIdentifiers()
    {
        Dictionary<string, HashSet<Identifier>> gains = new(StringComparer.Ordinal);
        foreach (var subject in Fresh.Select(draft => draft.Event.Subject).Distinct(StringComparer.Ordinal))
        {
            var before = known.BySubject.TryGetValue(subject, out var events) ? IdentifiersOf(Knowledge.At(events)) : [];
            var after = KnowledgeOf(subject) is { } now ? IdentifiersOf(now) : [];
            ReleasedIdentifiers.AddRange(before.Except(after).Select(identifier => new IdentifierClaim(identifier, subject)));
            gains[subject] = [.. after.Except(before)];
        }
        Dictionary<Identifier, string> gained = [];
        foreach (var (subject, identifier) in gains.SelectMany(gain => gain.Value.Select(identifier => (gain.Key, identifier))))
        {
            var owner = gained.GetValueOrDefault(identifier) ?? OwnerOf(identifier);
            if (owner is null)
            {
                gained[identifier] = subject;
                ClaimedIdentifiers.Add(new IdentifierClaim(identifier, subject));
            }
            else if (owner != subject) RefuseIdentifier(identifier, subject, owner);
        }
    }

    private string? OwnerOf(Identifier identifier) =>
        known.Identifiers.TryGetValue((identifier.Scheme, identifier.Value), out var owner)
        && !ReleasedIdentifiers.Contains(new IdentifierClaim(identifier, owner)) ? owner : null;

    private void RefuseIdentifier(Identifier identifier, string subject, string owner)
    {
        var own = command.Lines.Index().Where(line => line.Item.Event.Subject == subject).ToList();
        var (index, line) = own.Find(line => Wanted.IdentifiersOf(line.Item.Event).Contains(identifier)) is { Item: not null } carrier ? carrier
            : own.Last(line => line.Item.Event is EventCorrected or EventRetracted);
        var field = line.Event switch { EventCorrected => "changes.identifiers", EventRetracted => "retracts", _ => "identifiers" };
        Refuse(index, Finding.Refuse(field, "identifier_known",
            $"{Shown(identifier.Scheme)} {Shown(identifier.Value)} is already that of {owner}: record on {owner}, or correct the identifier there"), Refusal.Conflict);
    }

    private static string Shown(string text) => text.Length <= MaxShown ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown), "…");

    private static HashSet<Identifier> IdentifiersOf(Knowledge knowledge) =>
        [.. knowledge.Facts.Where(fact => !fact.Retracted).SelectMany(fact => Wanted.IdentifiersOf(fact.Event))];

    private void Refuse(int index, Finding finding, Refusal? because = null)
    {
        // A conflict is answered as such only when nothing else is wrong.
        reason = refusals.Count == 0 ? because ?? Refusal.Rule : because == reason ? reason : Refusal.Rule;
        refusals.Add(new LineFinding(index, finding));
    }

    /// <summary>The answer when all of it is on record.</summary>
    public RecordingOutcome.Recorded Repetition()
    {
        var events = Lines.Select(line => known.ById[line.Id]).ToList();
        return new RecordingOutcome.Recorded(events.Max(e => e.RecordedAt), events.Max(e => e.Sequence), Lines, Fresh: 0);
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
