using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>
/// A silence in a series with a rhythm. The rule: from each meeting on, one is expected every so many months, and an expected one was
/// missed when none is recorded until more than half a rhythm after it. So an annual meeting may drift by six months; from November 2011 to
/// November 2013 one was missed. Months are counted from calendar month to calendar month, by the first days that the dates can mean.
/// </summary>
/// <param name="From">The last meeting before it.</param>
/// <param name="To">The next meeting; null where there was none by V.</param>
/// <param name="Months">Its length.</param>
/// <param name="Missed">How many expected meetings are not recorded.</param>
/// <param name="HeldByTheirCount">How many unrecorded meetings took place by the ordinals that the sources claim, from the last numbered
/// meeting before the gap to the first after it (gaps between the same two share them): these are missing in the record and not in the
/// world. Null where there are no two such meetings.</param>
public sealed record DialogueGap(EdtfDate From, EdtfDate? To, int Months, int Missed, int? HeldByTheirCount)
{
    internal static IReadOnlyList<DialogueGap> Of(IReadOnlyList<Fact> held, int everyMonths, EdtfDate? asOf)
    {
        List<DialogueGap> gaps = [];
        for (var i = 0; i < held.Count; i++)
        {
            var (from, to) = (held[i].Event.Occurred, i + 1 < held.Count ? held[i + 1].Event.Occurred : null);
            if ((to?.Earliest ?? asOf?.Latest) is not { } end) continue;
            var months = MonthOf(end) - MonthOf(from.Earliest);
            var missed = Missing(months, everyMonths);
            if (missed > 0) gaps.Add(new(from, to, months, missed, Unrecorded(held, i)));
        }
        return gaps;
    }

    /// <summary>The first days of the months in which one more meeting counts as missed, as long as none is held.</summary>
    internal static IEnumerable<DateOnly> Missing(EdtfDate last, int everyMonths)
    {
        var month = MonthOf(last.Earliest);
        for (var missed = 1; ; missed++)
        {
            // The least months with (missed + 1/2) rhythms < months.
            var at = month + (2 * missed + 1) * everyMonths / 2 + 1;
            if ((at - 1) / 12 > DateOnly.MaxValue.Year) yield break;
            yield return new DateOnly((at - 1) / 12, (at - 1) % 12 + 1, 1);
        }
    }

    /// <summary>
    /// How many took place, by their own count, between the numbered meetings around the one at an index; null where there are not two.
    /// </summary>
    internal static int? Unrecorded(IReadOnlyList<Fact> held, int at)
    {
        int? Ordinal(int i) => ((DialogueHeld)held[i].Event).OrdinalClaimed;
        var (before, after) = (at, at + 1);
        while (before >= 0 && Ordinal(before) is null) before--;
        while (after < held.Count && Ordinal(after) is null) after++;
        return before < 0 || after >= held.Count ? null : Math.Max(0, Ordinal(after)!.Value - Ordinal(before)!.Value - (after - before));
    }

    private static int MonthOf(DateOnly day) => 12 * day.Year + day.Month;

    // The expected meetings k = 1, 2, … with (k + 1/2) rhythms < months.
    private static int Missing(int months, int every) => Math.Max(0, (2 * months - every - 1) / (2 * every));
}

/// <summary>A meeting that was announced or due.</summary>
/// <param name="By">By when.</param>
/// <param name="Outcome">What became of it by V.</param>
/// <param name="Meeting">The first meeting from the announcement on; null where there was none by V.</param>
public sealed record Expectation(Guid Event, EdtfDate By, string? Place, ExpectationOutcome Outcome, Guid? Meeting)
{
    internal static Expectation Of(Fact fact, HeldMeetings meetings, EdtfDate? asOf)
    {
        var expected = (DialogueExpected)fact.Event;
        var meeting = meetings.InOrder.FirstOrDefault(other => other.Event.Occurred.Latest >= expected.Occurred.Earliest);
        var outcome = meeting is null
            ? asOf is not null && asOf.Latest > expected.By.Latest ? ExpectationOutcome.NotHeld : ExpectationOutcome.Awaited
            : meeting.Event.Occurred.Earliest <= expected.By.Latest ? ExpectationOutcome.Held
            : meetings.MayHaveComeUnrecorded(expected.By) ? ExpectationOutcome.HeldUnrecorded : ExpectationOutcome.HeldLate;
        return new(fact.Id, expected.By, expected.Place, outcome, meeting?.Id);
    }
}

/// <summary>What became of an expected meeting.</summary>
public enum ExpectationOutcome
{
    /// <summary>Not due by V, or V is open.</summary>
    Awaited,
    Held,
    /// <summary>Held after the date by which it was expected.</summary>
    HeldLate,
    /// <summary>Held by the sources' own count, and not recorded here.</summary>
    HeldUnrecorded,
    /// <summary>The date passed without a meeting.</summary>
    NotHeld,
}
