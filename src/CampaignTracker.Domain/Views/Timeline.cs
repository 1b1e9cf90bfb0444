using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Views;

/// <summary>What happened, in the order of its dates; what was corrected and retracted is marked and stays.</summary>
/// <param name="Subjects">The subjects of the entries, by short name.</param>
/// <param name="Entries">In the order (occurred earliest, latest, position, id).</param>
public sealed record Timeline(IReadOnlyList<TimelineSubject> Subjects, IReadOnlyList<TimelineEntry> Entries)
{
    /// <summary>
    /// Every event up to V, and what is expected after it, but corrections and retractions, which are marks on the entry that they are
    /// about.
    /// </summary>
    public static Timeline Of(CampaignState state)
    {
        var facts = state.Knowledge.Facts
            .Where(fact => Shows(state, fact))
            .OrderBy(fact => fact.Event.Occurred).ThenBy(fact => fact.Recorded.BatchAt).ThenBy(fact => fact.Recorded.Line)
                .ThenBy(fact => fact.Id)
            .ToList();
        var subjects = facts.SelectMany(fact => EventCatalogue.Of(fact.Event).SubjectNames(fact.Event).Append(fact.Event.Subject))
            .Select(state.Knowledge.Canonical).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => TimelineSubject.Of(state, name)).ToDictionary(subject => subject.Name, StringComparer.Ordinal);

        var settlements = Reconciliation.Of(state.Knowledge);
        var contests = facts.Where(fact => !fact.Retracted && fact.Event is StatusContested { About: not null })
            .ToLookup(fact => ((StatusContested)fact.Event).About!.Value, fact =>
                new ContestMark(fact.Id, ((StatusContested)fact.Event).Matter, settlements.ContainsKey(fact.Id)));
        return new Timeline(
            [.. subjects.Values.OrderBy(subject => subject.Name, StringComparer.Ordinal)],
            [.. facts.Select(fact => TimelineEntry.Of(state, fact, subjects, [.. contests[fact.Id]], settlements.GetValueOrDefault(
            fact.Id)))]);
    }

    /// <summary>True for a fact that has an entry.</summary>
    internal static bool Shows(CampaignState state, Fact fact) => fact.Event is not (EventCorrected or EventRetracted)
        && (state.Viewpoint.Reaches(fact.Event.Occurred) || fact.Event.CountsWhenKnown());
}

/// <summary>A subject of the timeline, with every name it is found by.</summary>
public sealed record TimelineSubject(string Name, string Title, SubjectKind? Kind, IReadOnlyList<string> Aliases)
{
    internal static TimelineSubject Of(CampaignState state, string name)
    {
        // What happened to it may all lie after V; its name is known all the same.
        var history = state.History(name) ?? state.Knowledge.History(name);
        return history is null ? new(name, name, null, []) : new(name, history.Title, history.Kind, [.. history.Aliases]);
    }
}
