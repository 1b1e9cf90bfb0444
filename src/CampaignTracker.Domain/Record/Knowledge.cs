using System.Collections.Immutable;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// What a viewer with a clearance knows of a campaign at K: corrections and retractions applied, merged subjects read as one, and nothing
/// in it that the viewer may not see.
/// </summary>
public sealed partial class Knowledge
{
    private readonly IReadOnlyList<Fact> whole;
    private readonly Dictionary<Guid, Fact> wholeById;
    private readonly ImmutableDictionary<Guid, Fact?> otherwise;
    private readonly ImmutableDictionary<string, SubjectHistory> histories;
    private readonly Dictionary<string, string> mergedInto;
    private readonly string? campaign;

    private Knowledge(IReadOnlyList<Fact> facts, Dictionary<string, string> mergedInto)
    {
        this.mergedInto = mergedInto;
        campaign = facts.Count == 0 ? null : facts[0].Event.Campaign;
        whole = mergedInto.Count == 0 ? facts : [.. facts.Select(Read)];
        wholeById = whole.ToDictionary(fact => fact.Id);
        otherwise = ImmutableDictionary<Guid, Fact?>.Empty;
        histories = whole.GroupBy(fact => fact.Event.Subject, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => new SubjectHistory(group.Key, group), StringComparer.Ordinal);
    }

    /// <summary>Every visible event as it is known, including retracted ones, in the order of the log.</summary>
    public IReadOnlyList<Fact> Facts => otherwise.IsEmpty ? whole :
    [
        .. whole.Where(fact => !otherwise.ContainsKey(fact.Id)).Concat(otherwise.Values.OfType<Fact>())
        .OrderBy(fact => fact.Recorded.Sequence),
    ];

    /// <summary>Every subject with at least one visible event, by short name.</summary>
    public IEnumerable<SubjectHistory> Histories => histories.Values.OrderBy(history => history.Name, StringComparer.Ordinal);

    /// <summary>The history of a subject, by its name or the name of one merged into it; null when nothing of it can be seen.</summary>
    public SubjectHistory? History(string name) => histories.GetValueOrDefault(Canonical(name));

    /// <summary>The histories by the subjects' short names.</summary>
    internal ImmutableDictionary<string, SubjectHistory> ByName => histories;

    /// <summary>The fact of an event; null when it cannot be seen.</summary>
    public Fact? Fact(Guid id) => otherwise.TryGetValue(id, out var fact) ? fact : wholeById.GetValueOrDefault(id);

    /// <summary>The short name of the subject that a name stands for after merges.</summary>
    public string Canonical(string name)
    {
        while (mergedInto.TryGetValue(name, out var into)) name = into;
        return name;
    }

    /// <summary>Applies what is known.</summary>
    /// <param name="events">Events of one campaign, in any order.</param>
    /// <param name="upTo">K as a sequence, inclusive; null for all.</param>
    /// <param name="clearance">The most sensitive event that may be seen.</param>
    public static Knowledge At(IEnumerable<RecordedEvent> events, long? upTo, Sensitivity clearance)
    {
        var known = events.Where(e => upTo is null || e.Sequence <= upTo).OrderBy(e => e.Sequence).ToList();
        var facts = ClearanceFilter.Facts(known, clearance);
        return new Knowledge(facts, Merges(facts));
    }

    private static Dictionary<string, string> Merges(List<Fact> facts)
    {
        var mergedInto = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (!fact.Retracted && fact.Event is SubjectMerged merged) mergedInto[merged.Subject] = merged.Into;
        }
        // Merges that lead back to where they began leave every subject of the circle as it is.
        foreach (var circular in mergedInto.Keys.Where(start => LeadsBack(start, mergedInto)).ToList()) mergedInto.Remove(circular);
        return mergedInto;
    }

    private static bool LeadsBack(string start, Dictionary<string, string> mergedInto)
    {
        var name = start;
        for (var hops = 0; hops < mergedInto.Count && mergedInto.TryGetValue(name, out var into); hops++)
        {
            if (into == start) return true;
            name = into;
        }
        return false;
    }
}
