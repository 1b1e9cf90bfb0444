using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>For how long a status lasted.</summary>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="Possible">The status; several while sources disagree.</param>
/// <param name="Evidence">The events that show it.</param>
public sealed record StatusSpan<T>(EdtfDate From, EdtfDate? To, IReadOnlyList<T> Possible, IReadOnlyList<Guid> Evidence);

/// <summary>The history of a status, told by its spans in the order of their dates.</summary>
internal static class StatusSpans
{
    /// <summary>Each fact that sets a status, and each disagreement about it, opens a span, unless it says what the span before it says.</summary>
    /// <param name="history">The subject.</param>
    /// <param name="viewpoint">What takes effect only after V is left out.</param>
    /// <param name="statusOf">The status that an effect sets; null where it sets none of this kind.</param>
    /// <param name="first">A status that counts only where none was before; null where there is none.</param>
    /// <param name="final">A status that nothing ends; null where there is none.</param>
    public static List<StatusSpan<T>> Of<T>(
        SubjectHistory history, Viewpoint viewpoint, Func<Effect, T?> statusOf, T? first = null, T? final = null) where T : struct, Enum
    {
        var settlements = Reconciliation.Of(history);
        List<StatusSpan<T>> spans = [];
        foreach (var fact in history.Facts.Where(fact => viewpoint.Reaches(fact.Event.MovesAt())))
        {
            var settlement = fact.Event is StatusContested ? settlements.GetValueOrDefault(fact.Id) : null;
            var possible = Effects(fact.Event, settlement).Select(statusOf).OfType<T>().Distinct().Order().ToList();
            if (possible.Count == 0) continue;
            IEnumerable<Guid> evidence = settlement is null ? [fact.Id] : [fact.Id, settlement.Event];
            var last = spans.LastOrDefault();
            if (last is { Possible: [var ended] } && ended.Equals(final)) break;
            if (last is not null && !last.Possible.SequenceEqual(possible) && possible is [var only] && only.Equals(first)) continue;
            if (last is not null && last.Possible.SequenceEqual(possible))
                spans[^1] = last with { Evidence = [.. last.Evidence, .. evidence] };
            else
            {
                if (last is not null) spans[^1] = last with { To = fact.Event.MovesAt() };
                spans.Add(new StatusSpan<T>(fact.Event.MovesAt(), null, possible, [.. evidence]));
            }
        }
        return spans;
    }

    /// <summary>
    /// What may have been so on a day, the day's own facts included: what the last span to have surely begun says, and every span that had perhaps
    /// begun. Nothing where none had.
    /// </summary>
    public static IReadOnlyList<T> On<T>(this IReadOnlyList<StatusSpan<T>> spans, DateOnly day)
    {
        var sure = spans.LastOrDefault(span => span.From.Latest <= day);
        var perhaps = spans.Where(span => span.From.Earliest <= day && span.From.Latest > day);
        return [.. (sure?.Possible ?? []).Concat(perhaps.SelectMany(span => span.Possible)).Distinct().Order()];
    }

    /// <summary>Since when the status is what it now may be; null where no span says just that, as when a partial date leaves open whether one began.</summary>
    public static EdtfDate? Since<T>(this IReadOnlyList<StatusSpan<T>> spans, IReadOnlyList<T> possible) =>
        spans.Count > 0 && spans[^1].Possible.SequenceEqual(possible) ? spans[^1].From : null;

    private static IEnumerable<Effect> Effects(CampaignEvent e, Reconciliation? settlement) => e switch
    {
        StatusContested contested => contested.Claims
            .Where(claim => settlement is null || claim.Value == settlement.Chosen)
            .Select(claim => claim.Effect()).OfType<Effect>(),
        _ => e.Effects(),
    };
}
