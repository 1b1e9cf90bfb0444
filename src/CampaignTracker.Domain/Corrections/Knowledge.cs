using System.Collections.Immutable;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Corrections;

/// <summary>
/// What is known of a campaign at K by somebody with a clearance: corrections and retractions applied, merged subjects read as one,
/// and nothing in it that the viewer may not see.
/// </summary>
public sealed partial class Knowledge
{
    private readonly Lazy<IReadOnlyList<Fact>> facts;
    private readonly Lazy<Dictionary<Guid, Fact>> byId;
    private readonly ImmutableDictionary<string, SubjectStory> stories;
    private readonly Dictionary<string, string> mergedInto;
    private readonly string? campaign;

    private Knowledge(IReadOnlyList<Fact> facts, Dictionary<string, string> mergedInto)
    {
        this.mergedInto = mergedInto;
        campaign = facts.Count == 0 ? null : facts[0].Event.Campaign;
        IReadOnlyList<Fact> read = mergedInto.Count == 0 ? facts : [.. facts.Select(Read)];
        this.facts = new(read);
        byId = new(() => read.ToDictionary(fact => fact.Id));
        stories = read.GroupBy(fact => fact.Event.Subject, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => new SubjectStory(group.Key, group), StringComparer.Ordinal);
    }

    /// <summary>Every visible event as it is known, retracted ones among them, in the order of the log.</summary>
    public IReadOnlyList<Fact> Facts => facts.Value;

    /// <summary>Every subject with at least one visible event, by short name.</summary>
    public IEnumerable<SubjectStory> Stories => stories.Values.OrderBy(story => story.Name, StringComparer.Ordinal);

    /// <summary>The story of a subject, by its name or the name of one merged into it; null when nothing of it can be seen.</summary>
    public SubjectStory? Story(string name) => stories.GetValueOrDefault(Canonical(name));

    /// <summary>The fact of an event; null when it cannot be seen.</summary>
    public Fact? Fact(Guid id) => byId.Value.GetValueOrDefault(id);

    /// <summary>The short name of the subject that a name stands for after merges.</summary>
    public string Canonical(string name)
    {
        for (var hops = 0; hops <= mergedInto.Count && mergedInto.TryGetValue(name, out var into); hops++) name = into;
        return name;
    }

    /// <summary>Applies what is known.</summary>
    /// <param name="events">Events of one campaign, in any order.</param>
    /// <param name="upTo">K as a sequence, inclusive; null for all.</param>
    /// <param name="clearance">The most sensitive event that may be seen.</param>
    public static Knowledge At(IEnumerable<RecordedEvent> events, long? upTo = null, Sensitivity clearance = Sensitivity.Restricted)
    {
        var known = events.Where(e => upTo is null || e.Sequence <= upTo).OrderBy(e => e.Sequence).ToList();
        var visible = Visible(known, clearance);
        var facts = Amended(visible);
        return new Knowledge(facts, Merges(facts));
    }

    private static Dictionary<string, string> Merges(List<Fact> facts)
    {
        var mergedInto = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (!fact.Retracted && fact.Event is SubjectMerged merged) mergedInto[merged.Subject] = merged.Into;
        }
        foreach (var start in mergedInto.Keys.ToList())
        {
            // Two merges that point at each other leave both subjects as they are.
            var name = start;
            for (var hops = 0; hops < mergedInto.Count && mergedInto.TryGetValue(name, out var into); hops++) name = into;
            if (mergedInto.ContainsKey(name)) mergedInto.Remove(start);
        }
        return mergedInto;
    }

    /// <summary>
    /// An event is as sensitive as its latest correction says, and at least as sensitive as the opening of its own subject, of every subject
    /// that it names, and of the event that it is about: so nothing restricted shows through something public.
    /// </summary>
    private static List<RecordedEvent> Visible(List<RecordedEvent> known, Sensitivity clearance)
    {
        if (clearance == Sensitivity.Restricted || known.TrueForAll(e => e.Event.Sensitivity == Sensitivity.Public && e.Event is not EventCorrected))
            return known;

        var facts = Amended(known);
        var own = facts.ToDictionary(fact => fact.Id, fact => fact.Event.Sensitivity);
        var opening = new Dictionary<string, Sensitivity>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (EventCatalogue.Of(fact.Event).Opens is not null) opening[fact.Event.Subject] = own[fact.Id];
        }
        Sensitivity Effective(Fact fact, int depth)
        {
            var type = EventCatalogue.Of(fact.Event);
            var most = own[fact.Id];
            foreach (var name in type.SubjectNames(fact.Event).Append(fact.Event.Subject))
            {
                if (opening.TryGetValue(name, out var needed) && needed > most) most = needed;
            }
            foreach (var target in type.EventIds(fact.Event))
            {
                var about = facts.Find(other => other.Id == target);
                if (about is not null && depth < 8 && Effective(about, depth + 1) is var needed && needed > most) most = needed;
            }
            return most;
        }
        var allowed = facts.Where(fact => Effective(fact, 0) <= clearance).Select(fact => fact.Id).ToHashSet();
        return [.. known.Where(e => allowed.Contains(e.Id))];
    }

    private static List<Fact> Amended(List<RecordedEvent> known)
    {
        var amendments = known
            .Where(e => e.Event is EventCorrected or EventRetracted)
            .ToLookup(e => e.Event is EventCorrected correction ? correction.Corrects : ((EventRetracted)e.Event).Retracts);

        Fact Resolve(RecordedEvent recorded)
        {
            if (!amendments.Contains(recorded.Id)) return new Fact(recorded, recorded.Event, [], Retracted: false);
            var (current, retracted, holding) = (recorded.Event, false, new List<RecordedEvent>());
            foreach (var amendment in amendments[recorded.Id])
            {
                // An amendment is always recorded after what it amends, so this ends.
                if (amendment.Sequence <= recorded.Sequence) continue;
                var resolved = Resolve(amendment);
                if (resolved.Retracted) continue;
                holding.Add(amendment);
                if (resolved.Event is EventCorrected correction) current = EventJson.Apply(current, correction.Changes);
                else retracted = true;
            }
            return new Fact(recorded, current, holding, retracted);
        }
        return known.ConvertAll(Resolve);
    }
}
