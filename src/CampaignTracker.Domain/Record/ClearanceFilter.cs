using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// Leaves out what a viewer may not see. An event is as sensitive as its corrections say, and at least as sensitive as the opening of its
/// own subject, of every subject that it names, and as the events that it is about: nothing restricted shows through something public.
/// </summary>
internal static class ClearanceFilter
{
    /// <summary>The visible events as somebody with the clearance knows them, in the order of the log.</summary>
    /// <param name="known">Events in the order of the log.</param>
    /// <param name="clearance">The most sensitive event that may be seen.</param>
    public static List<Fact> Facts(List<RecordedEvent> known, Sensitivity clearance)
    {
        var all = AmendmentApplier.Facts(known, Memo.None);
        return clearance == Sensitivity.Restricted ? all : Visible(all, clearance).ConvertAll(fact => Disclosed(fact, clearance));
    }

    private static List<Fact> Visible(List<Fact> all, Sensitivity clearance)
    {
        if (clearance == Sensitivity.Restricted) return all;
        // Whoever may see more sees all that others see: what brings an event to light may itself be taken back by something hidden.
        var toMore = Visible(all, clearance + 1).Select(fact => fact.Id).ToHashSet();
        var facts = all;
        // Hiding a correction can bring an earlier, more sensitive state of its event back: look again until nothing is hidden.
        while (Hidden(facts, fact => !toMore.Contains(fact.Id) || SensitivityOf(fact.Event) > clearance) is { Count: > 0 } hidden)
        {
            facts = AmendmentApplier.Facts(
                [.. facts.Where(fact => !hidden.Contains(fact.Id)).Select(fact => NotFollowing(hidden, fact.Recorded))], Memo.None);
        }
        return facts;
    }

    private static HashSet<Guid> Hidden(List<Fact> facts, Func<Fact, bool> isRestricted)
    {
        var restricted = facts.Where(isRestricted).ToList();
        var hidden = restricted.Select(fact => fact.Id).ToHashSet();
        if (hidden.Count == 0) return hidden;

        var naming = new Dictionary<string, List<Fact>>(StringComparer.Ordinal);
        var about = new Dictionary<Guid, List<Fact>>();
        var opened = facts.Where(fact => !fact.Retracted && Opens(fact)).Select(fact => fact.Event.Subject)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var type = EventCatalogue.Of(fact.Event);
            foreach (var name in type.SubjectNames(fact.Event).Append(fact.Event.Subject)) Add(naming, name, fact);
            foreach (var id in type.EventIds(fact.Event)) Add(about, id, fact);
        }
        // What hides an event hides what names its subject, if it opens one, and what is about it.
        for (var pending = new Stack<Fact>(restricted); pending.TryPop(out var fact);)
        {
            var dependents = about.GetValueOrDefault(fact.Id, []).AsEnumerable();
            if (Opens(fact) && (!fact.Retracted || !opened.Contains(fact.Event.Subject)))
                dependents = dependents.Concat(naming.GetValueOrDefault(fact.Event.Subject, []));
            foreach (var dependent in dependents)
            {
                if (hidden.Add(dependent.Id)) pending.Push(dependent);
            }
        }
        return hidden;
    }

    // What came after a hidden event can be seen; that it did, cannot.
    private static RecordedEvent NotFollowing(HashSet<Guid> hidden, RecordedEvent recorded) =>
        !EventType.Followed(recorded.Event).Any(hidden.Contains) ? recorded
        : recorded with { Event = EventJson.NotFollowing(recorded.Event, hidden) };

    // A correction is as sensitive as what it makes of its event: it holds the new values.
    private static Sensitivity SensitivityOf(CampaignEvent e) =>
        e is EventCorrected { Changes: { } changes } && changes.TryGetValue("sensitivity", out var given)
        && given.ValueKind == JsonValueKind.String
            && Enum.TryParse<Sensitivity>(given.GetString(), out var made) && made > e.Sensitivity
            ? made
            : e.Sensitivity;

    private static bool Opens(Fact fact) => EventCatalogue.Of(fact.Event).Opens is not null;

    // An event that was recorded as more sensitive than it is now is shown as it is now alone.
    private static Fact Disclosed(Fact fact, Sensitivity clearance) =>
        fact.Recorded.Event.Sensitivity <= clearance ? fact : fact with { Recorded = fact.Recorded with { Event = fact.Event } };

    private static void Add<TKey>(Dictionary<TKey, List<Fact>> index, TKey key, Fact fact) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var facts)) index.Add(key, facts = []);
        facts.Add(fact);
    }
}
