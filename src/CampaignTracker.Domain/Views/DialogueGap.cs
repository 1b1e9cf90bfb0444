using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Views;

/// <summary>
/// A silence in a series with a rhythm. The rule: from each meeting on, one is expected every so many months, and an expected one was missed when
/// none is recorded until more than half a rhythm after it. So an annual meeting may drift by six months; from November 2011 to November 2013 one
/// was missed. Months are counted from calendar month to calendar month, by the first days that the dates can mean.
/// </summary>
/// <param name="From">The last meeting before it.</param>
/// <param name="To">The next meeting; null where there was none by V.</param>
/// <param name="Months">Its length.</param>
/// <param name="Missed">How many expected meetings are not recorded.</param>
/// <param name="HeldByTheirCount">How many meetings took place in it by the ordinals that the sources claim: these are missing in the record and not in
/// the world. Null where an ordinal is unknown.</param>
public sealed record DialogueGap(FuzzyDate From, FuzzyDate? To, int Months, int Missed, int? HeldByTheirCount)
{
    internal static IReadOnlyList<DialogueGap> Of(IReadOnlyList<Fact> held, int everyMonths, FuzzyDate? asOf)
    {
        List<DialogueGap> gaps = [];
        for (var i = 0; i < held.Count; i++)
        {
            var (from, to) = ((DialogueHeld)held[i].Event, i + 1 < held.Count ? (DialogueHeld)held[i + 1].Event : null);
            if ((to?.Occurred.Earliest ?? asOf?.Latest) is not { } end) continue;
            var months = MonthOf(end) - MonthOf(from.Occurred.Earliest);
            var missed = Missing(months, everyMonths);
            if (missed > 0) gaps.Add(new(from.Occurred, to?.Occurred, months, missed, to?.OrdinalClaimed - from.OrdinalClaimed - 1));
        }
        return gaps;
    }

    private static int MonthOf(DateOnly day) => 12 * day.Year + day.Month;

    // The expected meetings k = 1, 2, … with (k + 1/2) rhythms < months.
    private static int Missing(int months, int every) => Math.Max(0, (2 * months - every - 1) / (2 * every));
}

/// <summary>A meeting that was announced or due.</summary>
/// <param name="By">By when.</param>
/// <param name="Outcome">What became of it by V.</param>
/// <param name="Meeting">The first meeting from the announcement on; null where there was none by V.</param>
public sealed record Expectation(Guid Event, FuzzyDate By, string? Place, ExpectationOutcome Outcome, Guid? Meeting)
{
    internal static Expectation Of(Fact fact, IReadOnlyList<Fact> held, FuzzyDate? asOf)
    {
        var expected = (DialogueExpected)fact.Event;
        var meeting = held.FirstOrDefault(other => other.Event.Occurred.Latest >= expected.Occurred.Earliest);
        var outcome = meeting is null
            ? asOf is not null && asOf.Latest > expected.By.Latest ? ExpectationOutcome.NotHeld : ExpectationOutcome.Awaited
            : meeting.Event.Occurred.Earliest > expected.By.Latest ? ExpectationOutcome.HeldLate : ExpectationOutcome.Held;
        return new(fact.Id, expected.By, expected.Place, outcome, meeting?.Id);
    }
}

/// <summary>What became of an expected meeting.</summary>
public enum ExpectationOutcome
{
    /// <summary>Not due by V; or V is open, and whether it is overdue depends on the day of reading.</summary>
    Awaited,
    Held,
    /// <summary>Held after the date by which it was expected.</summary>
    HeldLate,
    /// <summary>The date passed without a meeting.</summary>
    NotHeld,
}
