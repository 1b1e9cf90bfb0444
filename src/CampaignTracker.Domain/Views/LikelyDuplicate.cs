using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Views;

/// <summary>Events on record that may be the one about to be recorded.</summary>
public static class LikelyDuplicate
{
    private const int Most = 5;

    // Sources often date an arrest, a conviction or a release by the day on which they tell of it.
    private const int DaysOfOneReport = 5;

    /// <summary>
    /// Facts of the same type on the same subject whose dates can be the same, or lie a few days apart where custody changes, that name
    /// the same other subjects and say much the same; for an opening, those called the same on whatever subject.
    /// </summary>
    /// <param name="state">The campaign now.</param>
    /// <param name="e">The event that is about to be recorded.</param>
    public static IReadOnlyList<Fact> Of(CampaignState state, CampaignEvent e)
    {
        if (e is EventCorrected or EventRetracted) return [];
        var candidates = state.Knowledge.Facts.Where(fact => !fact.Retracted && fact.Event.GetType() == e.GetType());
        return [.. candidates.Where(fact => IsLike(fact.Event, e, state.Knowledge)).Take(Most)];
    }

    private static bool IsLike(CampaignEvent known, CampaignEvent fresh, Knowledge knowledge)
    {
        var type = EventCatalogue.Of(fresh);
        if (type.Opens is not null)
            return fresh.SubjectTitle() is { } title && known.SubjectTitle() is { } other
                && NameNormalizer.AreSame(other.Value, title.Value);
        if (known.Subject != knowledge.Canonical(fresh.Subject) || !CanBeOfOneDay(known, fresh)) return false;
        if (!type.SubjectNames(known).ToHashSet(StringComparer.Ordinal)
            .SetEquals(type.SubjectNames(fresh).Select(knowledge.Canonical))) return false;

        var (said, says) = (WordsOf(known, type), WordsOf(fresh, type));
        return said.Count == 0 || says.Count == 0 || 2 * said.Intersect(says).Count() >= Math.Min(said.Count, says.Count);
    }

    private static bool CanBeOfOneDay(CampaignEvent known, CampaignEvent fresh) => known.Occurred.Overlaps(fresh.Occurred)
        || known.Occurred.IsDay && fresh.Occurred.IsDay && fresh.Effects().Any(effect => effect is SetsCustody)
        && Math.Abs(known.Occurred.Earliest.DayNumber - fresh.Occurred.Earliest.DayNumber) <= DaysOfOneReport;

    private static HashSet<string> WordsOf(CampaignEvent e, EventType type) =>
    [
        .. type.Fields.SelectMany(field => field.Values(e)).OfType<PersonalText>()
            .SelectMany(text => NameNormalizer.Of(text.Value).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];
}
