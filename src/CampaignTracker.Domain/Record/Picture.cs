using System.Collections.Concurrent;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>A campaign as it is seen from a viewpoint: what every view and every verdict is a pure function of.</summary>
public sealed class Picture
{
    // Cut when first asked for: a single status needs a few stories of many.
    private readonly ConcurrentDictionary<string, SubjectStory> stories;
    private readonly ConcurrentDictionary<string, (SubjectStory Story, List<Move> Moves)> moves;
    private readonly Func<Fact, FuzzyDate?> asOf;

    // Where the stories are that read as in another picture: all but those redrawn.
    private Picture? below;
    private HashSet<string> redrawn = [];

    private Picture(Viewpoint viewpoint, Knowledge knowledge, Func<Fact, FuzzyDate?>? asOf = null, Picture? before = null, bool keepsStories = false)
    {
        Recall = before?.Recall ?? new();
        stories = keepsStories ? before!.stories : new(StringComparer.Ordinal);
        moves = keepsStories ? before!.moves : new(StringComparer.Ordinal);
        Viewpoint = viewpoint;
        Knowledge = knowledge;
        this.asOf = asOf ?? (_ => viewpoint.AsOf);
        IsCut = asOf is not null || viewpoint.AsOf is not null;
    }

    /// <summary>Draws the picture.</summary>
    /// <param name="events">The events of one campaign, in any order.</param>
    /// <param name="viewpoint">From where one looks.</param>
    public static Picture Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint) =>
        new(viewpoint, Knowledge.At(events, viewpoint.Knowledge, viewpoint.Clearance));

    /// <summary>Draws what is known.</summary>
    /// <param name="knowledge">What is known at K with the viewer's clearance.</param>
    /// <param name="viewpoint">From where one looks.</param>
    /// <param name="asOf">How far the world has come for each fact; null where that is V for all.</param>
    internal static Picture Of(Knowledge knowledge, Viewpoint viewpoint, Func<Fact, FuzzyDate?>? asOf = null) => new(viewpoint, knowledge, asOf);

    /// <summary>Draws another picture, in which only some stories may read otherwise: the others are looked up in this one.</summary>
    /// <param name="touched">The subjects whose stories may read otherwise.</param>
    internal Picture Redrawn(Knowledge knowledge, Viewpoint viewpoint, IEnumerable<string> touched, Func<Fact, FuzzyDate?>? asOf = null) =>
        knowledge.HasMergesOf(Knowledge)
            ? new Picture(viewpoint, knowledge, asOf, this) { below = this, redrawn = touched.Select(knowledge.Canonical).ToHashSet(StringComparer.Ordinal) }
            : new Picture(viewpoint, knowledge, asOf, this);

    /// <summary>As <see cref="Redrawn"/>, for a replay that goes on: this picture is not to be looked at any more, and nothing is copied.</summary>
    /// <param name="added">Facts that are new, or that V has come to: nothing else reads otherwise of their subjects.</param>
    /// <param name="touched">The other subjects whose stories may read otherwise.</param>
    internal Picture MovedOn(Knowledge knowledge, Viewpoint viewpoint, IEnumerable<Fact> added, IEnumerable<string> touched)
    {
        if (!knowledge.HasMergesOf(Knowledge) || IsCut != (viewpoint.AsOf is not null)) return new(viewpoint, knowledge, null, this);
        foreach (var name in touched)
        {
            stories.TryRemove(knowledge.Canonical(name), out _);
            moves.TryRemove(knowledge.Canonical(name), out _);
        }
        var now = new Picture(viewpoint, knowledge, null, this, keepsStories: true);
        foreach (var own in added.GroupBy(fact => fact.Event.Subject, StringComparer.Ordinal)) now.Add(own.Key, [.. own], this);
        return now;
    }

    private void Add(string name, List<Fact> facts, Picture before)
    {
        var was = IsCut ? stories.GetValueOrDefault(name) : before.Knowledge.Story(name);
        var story = was is null || !IsCut ? Knowledge.Story(name)
            : stories[name] = facts.Where(fact => HasReached(fact) && !before.HasReached(fact)).Aggregate(was, (so, fact) => so.With(fact));
        if (!moves.TryRemove(name, out var known) || story is null || !ReferenceEquals(known.Story, was)) return;
        var next = known.Moves;
        foreach (var fact in facts.Where(fact => !fact.Retracted && HasReached(fact) && !(IsCut && before.HasReached(fact) && before.MayMove(fact))))
        {
            next = Move.With(next, this, story, fact);
            if (next is null) return;
        }
        moves[name] = (story, next);
    }

    private bool HasReached(Fact fact) => Viewpoint.Reaches(fact.Event.Occurred);

    public Viewpoint Viewpoint { get; }

    /// <summary>All that is known at K, also of what happened after V.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The campaign's own story; null when it cannot be seen.</summary>
    public SubjectStory? Campaign => Knowledge.Campaign is { } story && Cut(story) is { Kind: SubjectKind.Campaign } cut ? cut : null;

    /// <summary>The campaign as it was opened.</summary>
    public CampaignOpened? Opened => Campaign?.Opening?.Event as CampaignOpened;

    /// <summary>The subjects of a kind that were opened by V, by short name.</summary>
    public IEnumerable<SubjectStory> Stories(SubjectKind kind) => Knowledge.Stories.Where(story => story.Kind == kind).Select(Cut).Where(story => story.Kind == kind);

    /// <summary>The story of a subject up to V, merges followed; null when nothing of it can be seen.</summary>
    public SubjectStory? Story(string name) => Knowledge.Story(name) is { } story ? Cut(story) : null;

    /// <summary>What a subject is called; its short name where it cannot be seen.</summary>
    public string TitleOf(string name) => Story(name)?.Title ?? name;

    /// <summary>An event in one sentence.</summary>
    public string Sentence(CampaignEvent e) => Sentences.Of(e, TitleOf);

    /// <summary>What was worked out for this picture and those that it was drawn from.</summary>
    internal Recall Recall { get; }

    /// <summary>The gates that were judged for this picture, by agreement; under the lock of <see cref="Recall"/>.</summary>
    internal Dictionary<string, List<GateCase>> Judged { get; } = new(StringComparer.Ordinal);

    /// <summary>The moves of one of its stories, in order.</summary>
    internal List<Move> MovesOf(SubjectStory story)
    {
        if (Below(story) is { } other) return other.MovesOf(story);
        if (moves.TryGetValue(story.Name, out var known) && ReferenceEquals(known.Story, story)) return known.Moves;
        var found = Move.Of(this, story);
        moves[story.Name] = (story, found);
        return found;
    }

    /// <summary>How far the world has come for a fact: V.</summary>
    internal FuzzyDate? AsOf(Fact fact) => asOf(fact);

    /// <summary>True when what a fact sets in motion may have come about by V.</summary>
    internal bool MayMove(Fact fact) => asOf(fact) is not { } v || fact.Event.MovesAt().Earliest <= v.Latest;

    private bool IsCut { get; }

    private Picture? Below(SubjectStory story) => below is not null && !redrawn.Contains(story.Name) ? below : null;

    private SubjectStory Cut(SubjectStory story) => Below(story) is { } other ? other.Cut(story)
        : !IsCut ? story
        : stories.GetOrAdd(story.Name, static (_, cut) => cut.story.UpTo(cut.asOf), (story, asOf));
}
