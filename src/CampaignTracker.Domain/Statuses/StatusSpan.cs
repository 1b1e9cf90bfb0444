using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>How long a status lasted.</summary>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null while it lasts.</param>
/// <param name="Possible">The status; several while sources disagree, or while it is open which of two facts came first.</param>
/// <param name="Evidence">The events that show it.</param>
public sealed record StatusSpan<T>(EdtfDate From, EdtfDate? To, IReadOnlyList<T> Possible, IReadOnlyList<Guid> Evidence);

/// <summary>The history of a status, told by its spans.</summary>
internal static class StatusSpans
{
    /// <summary>
    /// Each fact that sets a status, and each disagreement about it, opens a span, unless it says the same as the span before it. Where it
    /// is open which of several facts came first, a span tells all that may be so, from one day on which that changes to the next.
    /// </summary>
    /// <param name="valueOf">The status that an effect sets; null where it sets none of this kind.</param>
    public static List<StatusSpan<T>> Of<T>(CampaignState state, SubjectHistory history, Func<Effect, T?> valueOf) where T : struct, Enum =>
        Of(state, StatusMove.Of(state, history), valueOf);

    /// <summary>The same of a demand, by what it hears.</summary>
    public static List<StatusSpan<T>> Of<T>(CampaignState state, Criterion criterion, Func<Effect, T?> valueOf) where T : struct, Enum =>
        Of(state, StatusMove.Of(state, criterion), valueOf);

    private static List<StatusSpan<T>> Of<T>(CampaignState state, List<StatusMove> moves, Func<Effect, T?> valueOf) where T : struct, Enum
    {
        var timeline = StatusTimeline.Of(moves, effect => valueOf(effect) is not null, StatusFold.OrderIn(state));
        List<StatusSpan<T>> spans = [];
        List<StatusPeriod> current = [];
        foreach (var group in Groups(timeline.Periods))
        {
            if (group is [var alone])
            {
                current.RemoveAll(period => !period.Meets(alone.By.At.Latest, alone.By.At.Latest));
                current.Add(alone);
                Add(alone.By.At);
                continue;
            }
            var next = 0;
            foreach (var day in Changes(current.Concat(group), group[0].From))
            {
                if (state.Viewpoint.AsOf is { } asOf && day > asOf.Latest) break;
                while (next < group.Count && group[next].From <= day) current.Add(group[next++]);
                current.RemoveAll(period => !period.Meets(day, day));
                Add(Since(day));
            }
        }
        // What came too late to set anything shows what is so where it says the same.
        foreach (var late in timeline.Periods.Where(period => !period.Counts))
        {
            var at = spans.FindLastIndex(span => span.From.Earliest <= late.From);
            if (at >= 0 && spans[at].Possible is [var only] && late.Values.All(effect => Equals(valueOf(effect), only)))
                spans[at] = spans[at] with { Evidence = [.. spans[at].Evidence, .. late.By.Evidence.Select(fact => fact.Id)] };
        }
        return spans;

        void Add(EdtfDate from)
        {
            List<T> possible = [.. current.SelectMany(period => period.Values).Select(effect => valueOf(effect)!.Value).Distinct().Order()];
            var evidence = current.SelectMany(period => period.By.Evidence).Select(fact => fact.Id);
            var last = spans.LastOrDefault();
            if (last is not null && last.Possible.SequenceEqual(possible))
            {
                spans[^1] = last with { Evidence = [.. last.Evidence.Concat(evidence).Distinct()] };
                return;
            }
            if (last is not null) spans[^1] = last with { To = from };
            spans.Add(new StatusSpan<T>(from, null, possible, [.. evidence]));
        }

        // As long as perhaps nothing is recorded yet, it is open on which day what is so began.
        EdtfDate Since(DateOnly day) =>
            timeline.Recorded is not { } recorded || recorded <= day ? EdtfDate.Of(day)
            : current.Find(period => period.From == day && period.By.At.Latest == recorded)?.By.At
            ?? EdtfDate.Parse($"{EdtfDate.Of(day)}/{EdtfDate.Of(recorded)}");
    }

    /// <summary>What may have been so on a day, the day's own facts included. Nothing where nothing had begun.</summary>
    public static IReadOnlyList<T> On<T>(this IReadOnlyList<StatusSpan<T>> spans, DateOnly day) =>
    [
        .. spans.Where(span => span.From.Earliest <= day && (span.To is null || day < span.To.Latest))
            .SelectMany(span => span.Possible).Distinct().Order(),
    ];

    /// <summary>
    /// Since when the status is what it now may be; null where no span says just that, as when a partial date leaves open whether one has
    /// begun.
    /// </summary>
    public static EdtfDate? Since<T>(this IReadOnlyList<StatusSpan<T>> spans, IReadOnlyList<T> possible) =>
        spans.Count > 0 && spans[^1].Possible.SequenceEqual(possible) ? spans[^1].From : null;

    /// <summary>The periods in order; together those of which it is open which began first.</summary>
    private static IEnumerable<List<StatusPeriod>> Groups(IEnumerable<StatusPeriod> periods)
    {
        List<StatusPeriod> group = [];
        var (end, ofOneDay) = (DateOnly.MinValue, true);
        foreach (var period in periods.Where(period => period.Counts && !(period.Until < period.From)))
        {
            var at = period.By.At;
            if (group.Count > 0 && (period.From > end || ofOneDay && at.IsDay))
            {
                yield return group;
                (group, end, ofOneDay) = ([], DateOnly.MinValue, true);
            }
            group.Add(period);
            (end, ofOneDay) = (at.Latest > end ? at.Latest : end, ofOneDay && at.IsDay);
        }
        if (group.Count > 0) yield return group;
    }

    /// <summary>The days, from one on, on which one of the periods may begin or certainly ends.</summary>
    private static IEnumerable<DateOnly> Changes(IEnumerable<StatusPeriod> periods, DateOnly from)
    {
        List<StatusPeriod> all = [.. periods];
        var last = all.Max(period => period.By.At.Latest);
        return all.Select(period => period.From).Concat(all.Select(period => period.Until).OfType<DateOnly>())
            .Where(day => day >= from && day <= last).Distinct().Order();
    }
}
