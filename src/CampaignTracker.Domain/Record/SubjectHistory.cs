using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>One subject as it is known: who it is, and its facts in the order of their dates.</summary>
public sealed class SubjectHistory
{
    private readonly List<Fact> recordings;
    private readonly Counted counted;
    private readonly IReadOnlyList<Fact> closing;

    // All that is known of it, where this is it up to V.
    private readonly SubjectHistory? whole;

    /// <param name="name">Its short name.</param>
    /// <param name="facts">Its facts as known, retracted ones left out, in any order.</param>
    public SubjectHistory(string name, IEnumerable<Fact> facts) : this(name, facts.ToArray())
    {
    }

    private SubjectHistory(string name, Fact[] facts) : this(name, InOrder(facts), counted: null)
    {
        if (Opening is null) RetractedOpening = facts.FirstOrDefault(fact => fact.Retracted && Opens(fact));
    }

    private SubjectHistory(string name, List<Fact> inOrder, Counted? counted)
    {
        (Name, recordings, this.counted) = (name, inOrder, counted ?? Counted.Of(inOrder));
        (Opening, TakenOver) = OpeningOf(recordings);
        Kind = KindOf(Opening);
        Title = TitleOf(Facts);
        closing = this.counted.Facts.FindAll(Closes);
        Ends = this.counted.Facts.FindAll(EndsCampaign);
        IsContested = this.counted.Facts.Exists(IsContesting);
    }

    // What one fact more leaves as it was need not be looked for again.
    private SubjectHistory(SubjectHistory before, Fact more, List<Fact> inOrder, Counted counted)
    {
        (Name, recordings, this.counted, RetractedOpening) = (before.Name, inOrder, counted, before.RetractedOpening);
        (Opening, TakenOver) = Opens(more) ? OpeningOf(recordings) : (before.Opening, before.TakenOver);
        Kind = KindOf(Opening);
        Title = Names(more) ? TitleOf(Facts) : before.Title;
        closing = Closes(more) ? counted.Facts.FindAll(Closes) : before.closing;
        Ends = EndsCampaign(more) ? counted.Facts.FindAll(EndsCampaign) : before.Ends;
        IsContested = before.IsContested || IsContesting(more);
    }

    // What it is and what it is called are known whenever anything of it has happened. What it has none of as a whole need not be looked
    // for in a part of it.
    private SubjectHistory(SubjectHistory whole, List<Fact> reached, WorldCut cut)
    {
        (Name, recordings, this.whole) = (whole.Name, reached, whole);
        counted = whole.counted.Repeats is null ? new(reached, null) : Counted.Of(reached);
        var begun = whole.Opening is { } opening && (cut.HasReached(opening)
            || whole.IsDefined && reached.Exists(fact => !fact.IsKnowledge && !Opens(fact)));
        (Opening, TakenOver) = begun ? (whole.Opening, whole.TakenOver) : (null, []);
        (Kind, Title) = (KindOf(Opening), whole.Title);
        closing = whole.closing.Count == 0 ? [] : counted.Facts.FindAll(Closes);
        Ends = whole.Ends.Count == 0 ? [] : counted.Facts.FindAll(EndsCampaign);
        IsContested = whole.IsContested && counted.Facts.Exists(IsContesting);
    }

    public string Name { get; }

    /// <summary>What it is; null when it was never opened, or its opening was retracted.</summary>
    public SubjectKind? Kind { get; }

    /// <summary>
    /// The event that opened it; null when it was never opened, or its opening was retracted. What was merged into it adds what its own
    /// opening lacks. An opening that only defines is there as soon as anything else of it has happened, though it may have a later date.
    /// </summary>
    public Fact? Opening { get; }

    /// <summary>The event that opened it and was retracted, where it has no opening left.</summary>
    public Fact? RetractedOpening { get; private init; }

    /// <summary>What its own opening lacked, and took from the opening of a subject that was merged into it.</summary>
    public IReadOnlyList<TakenOver> TakenOver { get; }

    /// <summary>Its facts in the order (earliest, latest, position, id), each once however often it was recorded.</summary>
    public IReadOnlyList<Fact> Facts => counted.Facts;

    /// <summary>Every recording of its facts, including repetitions, in the same order.</summary>
    public IReadOnlyList<Fact> Recordings => recordings;

    /// <summary>The recording that counts for a fact: itself, or the first of those that it repeats.</summary>
    internal Guid CountedFor(Guid recording) => counted.Repeats?.GetValueOrDefault(recording, recording) ?? recording;

    /// <summary>True where some recording of one of its facts is confirmed.</summary>
    internal bool IsConfirmed(Fact fact) => counted.Repeats is null
        ? fact.Event.Confidence == Confidence.Confirmed
        : recordings.Exists(other => other.Event.Confidence == Confidence.Confirmed && CountedFor(other.Id) == fact.Id);

    /// <summary>What it is called: the latest name it was given, else its short name.</summary>
    public string Title { get; }

    /// <summary>The facts that close it, if it is a demand; what it is may be known later than what closed it.</summary>
    public IReadOnlyList<Fact> Closings => Kind is null or SubjectKind.Demand ? closing : [];

    /// <summary>The facts that close or reopen it, if it is a campaign.</summary>
    public IReadOnlyList<Fact> Ends { get; }

    /// <summary>True where its sources disagree, or did.</summary>
    internal bool IsContested { get; }

    /// <summary>Every other name it is found by, including earlier names and those of subjects merged into it.</summary>
    public IEnumerable<string> Aliases => (whole ?? this).Facts.SelectMany(fact => fact.Event switch
    {
        AliasAdded added => [added.Alias.Value],
        Cases.CaseOpened opened => [opened.Name.Value, .. opened.Aliases?.Select(alias => alias.Value) ?? []],
        var other => other.SubjectTitle() is { } title ? [title.Value] : Enumerable.Empty<string>(),
    }).Where(name => name != Title).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The history as far as it may have happened by V. What the recorders know (what it is and is called, merges, corrections,
    /// reconciliations) is not a fact of the world and is not cut.
    /// </summary>
    internal SubjectHistory UpTo(WorldCut cut)
    {
        if (cut.IsOpen) return this;
        var count = 0;
        foreach (var fact in recordings)
        {
            if (cut.HasReached(fact)) count++;
        }
        // As of today nearly every history is whole.
        if (count == recordings.Count) return this;
        List<Fact> reached = new(count);
        foreach (var fact in recordings)
        {
            if (cut.HasReached(fact)) reached.Add(fact);
        }
        return new SubjectHistory(this, reached, cut);
    }

    /// <summary>The same history as a new object, so that what is kept beside it by reference is worked out again.</summary>
    internal SubjectHistory Anew() => (SubjectHistory)MemberwiseClone();

    /// <summary>The history with some facts added, and some of its own left out.</summary>
    internal SubjectHistory With(IEnumerable<Fact> more, Func<Fact, bool> leaves)
    {
        List<Fact> facts = new(recordings.Count + 1);
        for (var i = 0; i < recordings.Count; i++)
        {
            if (!leaves(recordings[i])) facts.Add(recordings[i]);
        }
        foreach (var fact in more.Where(fact => !fact.Retracted)) Insert(facts, fact);
        return new SubjectHistory(Name, facts, counted: null);
    }

    /// <summary>The history with one more fact, which amends and merges nothing, in its place.</summary>
    public SubjectHistory With(Fact fact)
    {
        if (fact.Retracted) return this;
        var facts = Inserted(recordings, fact);
        // One that repeats nothing, as most, leaves the others as they were counted.
        return SaidAlready(fact.Event).Any()
            ? new SubjectHistory(Name, facts, counted: null) { RetractedOpening = RetractedOpening }
            : new SubjectHistory(
                this, fact, facts, counted.Repeats is null ? new(facts, null) : counted with { Facts = Inserted(counted.Facts, fact) });
    }

    /// <summary>The history without one of its recordings.</summary>
    public SubjectHistory Without(Guid recording) =>
        new(Name, [.. recordings.Where(fact => fact.Id != recording)], counted: null) { RetractedOpening = RetractedOpening };

    /// <summary>True where a fact is not among its recordings.</summary>
    internal bool IsNew(Fact fact)
    {
        for (var i = 0; i < recordings.Count; i++)
        {
            if (recordings[i].Id == fact.Id) return false;
        }
        return true;
    }

    /// <summary>Its recordings that say the same as an event.</summary>
    internal IEnumerable<Fact> SaidAlready(CampaignEvent e)
    {
        string? content = null;
        // They have its dates, and so stand together.
        for (var i = FirstOn(e.MovesAt()); i < recordings.Count && recordings[i].Event.MovesAt().CompareTo(e.MovesAt()) == 0; i++)
        {
            if (DuplicateFacts.Are(recordings[i].Event, e, ref content)) yield return recordings[i];
        }
    }

    /// <summary>How many of its recordings have the dates of a fact.</summary>
    internal int SameDates(Fact fact)
    {
        var (first, count) = (FirstOn(fact.Event.MovesAt()), 0);
        while (first + count < recordings.Count && recordings[first + count].Event.MovesAt().CompareTo(fact.Event.MovesAt()) == 0) count++;
        return count;
    }

    private int FirstOn(EdtfDate date)
    {
        var (from, to) = (0, recordings.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (recordings[middle].Event.MovesAt().CompareTo(date) < 0) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    /// <summary>Its events of one type, in order.</summary>
    public IEnumerable<T> Of<T>() where T : CampaignEvent => Facts.Select(fact => fact.Event).OfType<T>();

    // An adopted text and an issued demand happened in the world; the other openings say what something is.
    private bool IsDefined => Kind is not (null or SubjectKind.Resolution or SubjectKind.Demand);

    private bool IsItsOwn(Fact fact) => fact.Recorded.Event.Subject == Name;

    private (Fact? Opening, IReadOnlyList<TakenOver> TakenOver) OpeningOf(List<Fact> recordings)
    {
        if ((recordings.Find(fact => Opens(fact) && IsItsOwn(fact)) ?? recordings.Find(Opens)) is not { } opening) return (null, []);
        List<TakenOver> taken = [];
        foreach (var other in recordings)
        {
            if (ReferenceEquals(other, opening) || IsItsOwn(other) || other.Event.GetType() != opening.Event.GetType()) continue;
            foreach (var field in EventCatalogue.Of(other.Event).Fields)
            {
                if (!field.IsLacking(opening.Event) || field.SaysNothing(field.Value(other.Event))) continue;
                opening = opening with { Event = EventJson.WithFieldOf(opening.Event, other.Event, field.Name) };
                taken.Add(new(field.Name, other.Recorded.Event.Subject));
            }
        }
        return (opening, taken);
    }

    private static SubjectKind? KindOf(Fact? opening) => opening is null ? null : EventCatalogue.Of(opening.Event).Opens;

    // The latest name of its own; that of one merged into it where it has none.
    private string TitleOf(IReadOnlyList<Fact> facts) =>
        (facts.LastOrDefault(fact => Names(fact) && IsItsOwn(fact)) ?? facts.LastOrDefault(Names))?.Event.SubjectTitle()!.Value ?? Name;

    private static bool Opens(Fact fact) => EventCatalogue.Of(fact.Event).Opens is not null;

    private static bool Names(Fact fact) => fact.Event.SubjectTitle() is not null;

    private static bool Closes(Fact fact) =>
        EventCatalogue.Of(fact.Event).MovesStatus && fact.Event.Effects().Any(effect => effect is ClosesDemand);

    private static bool EndsCampaign(Fact fact) => fact.Event is CampaignClosed or CampaignReopened;

    private static bool IsContesting(Fact fact) => fact.Event is StatusContested;

    private static List<Fact> InOrder(Fact[] facts)
    {
        List<Fact> inOrder = [.. facts.Where(fact => !fact.Retracted)];
        inOrder.Sort();
        return inOrder;
    }

    private static List<Fact> Inserted(List<Fact> facts, Fact fact)
    {
        List<Fact> more = [.. facts];
        Insert(more, fact);
        return more;
    }

    private static void Insert(List<Fact> facts, Fact fact)
    {
        var at = facts.BinarySearch(fact);
        facts.Insert(at < 0 ? ~at : at, fact);
    }

    /// <summary>Its facts without repetitions, and for each repetition the recording that counts.</summary>
    private sealed record Counted(List<Fact> Facts, Dictionary<Guid, Guid>? Repeats)
    {
        // Repetitions have the same dates, and so stand near each other.
        public static Counted Of(List<Fact> recordings)
        {
            Dictionary<Guid, Guid>? repeats = null;
            for (int i = 0, end; i < recordings.Count; i = end)
            {
                for (end = i + 1; end < recordings.Count
                    && recordings[end].Event.MovesAt().CompareTo(recordings[i].Event.MovesAt()) == 0;) end++;
                if (end == i + 1) continue;
                foreach (var twins in DuplicateFacts.Of(recordings.Skip(i).Take(end - i)).Where(twins => twins.Count > 1))
                {
                    foreach (var twin in twins.Skip(1)) (repeats ??= []).Add(twin.Id, twins[0].Id);
                }
            }
            return new Counted(repeats is null ? recordings : [.. recordings.Where(fact => !repeats.ContainsKey(fact.Id))], repeats);
        }
    }
}

/// <summary>A field that a subject took from one that was merged into it, since its own opening did not say.</summary>
/// <param name="Field">The field of the opening.</param>
/// <param name="From">The short name of the subject that was merged into it.</param>
public sealed record TakenOver(string Field, string From);
