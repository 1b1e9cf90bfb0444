using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>The same fact recorded twice (same type, subject, dates and content) counts once.</summary>
internal static class DuplicateFacts
{
    /// <summary>The facts, each with its repetitions; the first of each has the lowest id, so that a repetition changes nothing.</summary>
    public static IEnumerable<IReadOnlyList<Fact>> Of(IEnumerable<Fact> facts) => facts
        .GroupBy(fact => (fact.Event.GetType(), fact.Event.Subject, fact.Event.Occurred))
        .SelectMany(group => group.Count() == 1
            ? [group.ToList()]
            : group.OrderBy(fact => fact.Id).GroupBy(fact => EventJson.Content(fact.Event), StringComparer.Ordinal)
            .Select(twins => twins.ToList()));

    /// <summary>
    /// True when an event says the same as another. Most differ in their type or day; only the contents of the others are compared.
    /// </summary>
    /// <param name="content">What the other says, once it was looked at.</param>
    public static bool Are(CampaignEvent one, CampaignEvent other, ref string? content) =>
        one.GetType() == other.GetType() && one.Occurred == other.Occurred && one.Subject == other.Subject
        && EventJson.Content(one) == (content ??= EventJson.Content(other));

    /// <summary>The facts without their repetitions.</summary>
    public static IReadOnlyList<Fact> FirstOf(IEnumerable<Fact> facts)
    {
        // Most differ in what tells them apart at once.
        IReadOnlyList<Fact> all = [.. facts];
        if (all.Count < 2) return all;
        HashSet<(Type, string, EdtfDate)> seen = new(all.Count);
        foreach (var fact in all)
        {
            if (!seen.Add((fact.Event.GetType(), fact.Event.Subject, fact.Event.Occurred))) return [.. Of(all).Select(twins => twins[0])];
        }
        return all;
    }
}
