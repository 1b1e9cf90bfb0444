using System.Collections.Immutable;
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
    private readonly Merges merges;
    private readonly string? campaign;

    private Knowledge(IReadOnlyList<Fact> facts)
    {
        merges = new Merges(facts);
        campaign = facts.Count == 0 ? null : facts[0].Event.Campaign;
        whole = merges.AreNone ? facts : [.. facts.Select(Read)];
        wholeById = whole.ToDictionary(fact => fact.Id);
        otherwise = ImmutableDictionary<Guid, Fact?>.Empty;
        histories = whole.GroupBy(fact => fact.Event.Subject, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => new SubjectHistory(group.Key, group), StringComparer.Ordinal);
        Campaign = CampaignIn(histories);
        RuleSet = RuleSetOf(Campaign);
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
    public string Canonical(string name) => merges.Canonical(name);

    /// <summary>Applies what is known.</summary>
    /// <param name="events">Events of one campaign, in any order.</param>
    /// <param name="upTo">K as a sequence, inclusive; null for all.</param>
    /// <param name="clearance">The most sensitive event that may be seen.</param>
    public static Knowledge At(IEnumerable<RecordedEvent> events, long? upTo, Sensitivity clearance)
    {
        var known = events.Where(e => upTo is null || e.Sequence <= upTo).OrderBy(e => e.Sequence).ToList();
        return new Knowledge(ClearanceFilter.Facts(known, clearance));
    }
}
