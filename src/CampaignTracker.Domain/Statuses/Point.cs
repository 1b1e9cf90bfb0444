using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>
/// A place in time at which a status is asked for: a gate, the first day of a demand, the day after V (conditionality.md, 'Dates and
/// order').
/// </summary>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day.</param>
public readonly record struct Point(DateOnly Start, DateOnly End)
{
    /// <summary>The point of a gate.</summary>
    public static Point Of(EdtfDate date) => new(date.Earliest, date.Latest);

    /// <summary>The point of one day.</summary>
    public static Point Of(DateOnly day) => new(day, day);

    /// <summary>The point after everything up to V: the day after its last day; null where V is open, or the calendar ends.</summary>
    public static Point? After(EdtfDate? asOf) => asOf is null || asOf.Latest == DateOnly.MaxValue ? null : Of(asOf.Latest.AddDays(1));

    /// <summary>Where a fact lies. One on the point's own day has not happened yet.</summary>
    public Placing Place(EdtfDate fact) =>
        fact.Latest < Start ? Placing.Before
        : fact.Earliest >= End ? Placing.NotBefore
        : Placing.Unknown;
}

/// <summary>Where a fact lies against a <see cref="Point"/>.</summary>
public enum Placing
{
    Before,
    NotBefore,
    /// <summary>The dates leave it open: both are read.</summary>
    Unknown,
}
