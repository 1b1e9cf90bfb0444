using System.Collections.Concurrent;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>A campaign as it is seen from a viewpoint: what every view and every verdict is a pure function of.</summary>
public sealed class CampaignState
{
    // Cut when first asked for: a single status needs a few histories of many.
    private readonly ConcurrentDictionary<string, SubjectHistory> histories;
    private readonly ConcurrentDictionary<string, (SubjectHistory History, List<StatusMove> Moves)> moves;
    private readonly Func<Fact, EdtfDate?> asOf;

    // Where the histories are that read as in another state: all but those redrawn.
    private CampaignState? below;
    private HashSet<string> redrawn = [];

    private CampaignState(Viewpoint viewpoint, Knowledge knowledge, Func<Fact, EdtfDate?>? asOf = null, CampaignState? before = null, bool keepsStories = false)
    {
        Recall = before?.Recall ?? new();
        histories = keepsStories ? before!.histories : new(StringComparer.Ordinal);
        moves = keepsStories ? before!.moves : new(StringComparer.Ordinal);
        Viewpoint = viewpoint;
        Knowledge = knowledge;
        this.asOf = asOf ?? (_ => viewpoint.AsOf);
        IsCut = asOf is not null || viewpoint.AsOf is not null;
    }

    /// <summary>Draws the state.</summary>
    /// <param name="events">The events of one campaign, in any order.</param>
    /// <param name="viewpoint">From where one looks.</param>
    public static CampaignState Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint) =>
        new(viewpoint, Knowledge.At(events, viewpoint.Knowledge, viewpoint.Clearance));

    /// <summary>Draws what is known.</summary>
    /// <param name="knowledge">What is known at K with the viewer's clearance.</param>
    /// <param name="viewpoint">From where one looks.</param>
    /// <param name="asOf">How far the world has come for each fact; null where that is V for all.</param>
    internal static CampaignState Of(Knowledge knowledge, Viewpoint viewpoint, Func<Fact, EdtfDate?>? asOf = null) => new(viewpoint, knowledge, asOf);

    /// <summary>Draws another state, in which only some histories may read otherwise: the others are looked up in this one.</summary>
    /// <param name="touched">The subjects whose histories may read otherwise.</param>
    internal CampaignState Redrawn(Knowledge knowledge, Viewpoint viewpoint, IEnumerable<string> touched, Func<Fact, EdtfDate?>? asOf = null) =>
        knowledge.HasMergesOf(Knowledge)
            ? new CampaignState(viewpoint, knowledge, asOf, this) { below = this, redrawn = touched.Select(knowledge.Canonical).ToHashSet(StringComparer.Ordinal) }
            : new CampaignState(viewpoint, knowledge, asOf, this);

    /// <summary>As <see cref="Redrawn"/>, for a replay that goes on: this state is not to be looked at any more, and nothing is copied.</summary>
    /// <param name="added">Facts that are new, or that V has come to: nothing else reads otherwise of their subjects.</param>
    /// <param name="touched">The other subjects whose histories may read otherwise.</param>
    internal CampaignState MovedOn(Knowledge knowledge, Viewpoint viewpoint, IEnumerable<Fact> added, IEnumerable<string> touched)
    {
        if (!knowledge.HasMergesOf(Knowledge) || IsCut != (viewpoint.AsOf is not null)) return new(viewpoint, knowledge, null, this);
        foreach (var name in touched)
        {
            histories.TryRemove(knowledge.Canonical(name), out _);
            moves.TryRemove(knowledge.Canonical(name), out _);
        }
        var now = new CampaignState(viewpoint, knowledge, null, this, keepsStories: true);
        foreach (var own in added.GroupBy(fact => fact.Event.Subject, StringComparer.Ordinal)) now.Add(own.Key, [.. own], this);
        return now;
    }

    private void Add(string name, List<Fact> facts, CampaignState before)
    {
        var was = IsCut ? histories.GetValueOrDefault(name) : before.Knowledge.History(name);
        var history = was is null || !IsCut ? Knowledge.History(name)
            : histories[name] = facts.Where(fact => HasReached(fact) && !before.HasReached(fact)).Aggregate(was, (so, fact) => so.With(fact));
        if (!moves.TryRemove(name, out var known) || history is null || !ReferenceEquals(known.History, was)) return;
        var next = known.Moves;
        foreach (var fact in facts.Where(fact => !fact.Retracted && HasReached(fact) && !(IsCut && before.HasReached(fact) && before.MayMove(fact))))
        {
            next = StatusMove.With(next, this, history, fact);
            if (next is null) return;
        }
        moves[name] = (history, next);
    }

    private bool HasReached(Fact fact) => Viewpoint.Reaches(fact.Event.Occurred);

    public Viewpoint Viewpoint { get; }

    /// <summary>All that is known at K, also of what happened after V.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The campaign's own history; null when it cannot be seen.</summary>
    public SubjectHistory? Campaign => Knowledge.Campaign is { } history && Cut(history) is { Kind: SubjectKind.Campaign } cut ? cut : null;

    /// <summary>The campaign as it was opened.</summary>
    public CampaignOpened? Opened => Campaign?.Opening?.Event as CampaignOpened;

    /// <summary>The subjects of a kind that were opened by V, by short name.</summary>
    public IEnumerable<SubjectHistory> Histories(SubjectKind kind) => Knowledge.Histories.Where(history => history.Kind == kind).Select(Cut).Where(history => history.Kind == kind);

    /// <summary>The history of a subject up to V, merges followed; null when nothing of it can be seen.</summary>
    public SubjectHistory? History(string name) => Knowledge.History(name) is { } history ? Cut(history) : null;

    /// <summary>What a subject is called; its short name where it cannot be seen.</summary>
    public string TitleOf(string name) => History(name)?.Title ?? name;

    /// <summary>An event in one sentence, as the API's answers have it.</summary>
    public string Sentence(CampaignEvent e) => Sentences.Of(e, TitleOf, Languages.OfTheApi);

    /// <summary>What was worked out for this state and those that it was drawn from.</summary>
    internal Recall Recall { get; }

    /// <summary>The gates that were judged for this state, by agreement; under the lock of <see cref="Recall"/>.</summary>
    internal Dictionary<string, List<GateJudgement>> Judged { get; } = new(StringComparer.Ordinal);

    /// <summary>The moves of one of its histories, in order.</summary>
    internal List<StatusMove> MovesOf(SubjectHistory history)
    {
        if (Below(history) is { } other) return other.MovesOf(history);
        if (moves.TryGetValue(history.Name, out var known) && ReferenceEquals(known.History, history)) return known.Moves;
        var found = StatusMove.Of(this, history);
        moves[history.Name] = (history, found);
        return found;
    }

    /// <summary>How far the world has come for a fact: V.</summary>
    internal EdtfDate? AsOf(Fact fact) => asOf(fact);

    /// <summary>True when what a fact sets in motion may have come about by V.</summary>
    internal bool MayMove(Fact fact) => asOf(fact) is not { } v || fact.Event.MovesAt().Earliest <= v.Latest;

    private bool IsCut { get; }

    private CampaignState? Below(SubjectHistory history) => below is not null && !redrawn.Contains(history.Name) ? below : null;

    private SubjectHistory Cut(SubjectHistory history) => Below(history) is { } other ? other.Cut(history)
        : !IsCut ? history
        : histories.GetOrAdd(history.Name, static (_, cut) => cut.history.UpTo(cut.asOf), (history, asOf));
}
