using CampaignTracker.Web.Storage;

namespace CampaignTracker.Testing;

/// <summary>A clock whose day turns when a test says so, and never by itself; seconds go by as they do.</summary>
/// <param name="day">What day it is at first: the latest that has begun anywhere on Earth.</param>
public sealed class TestClock(DateOnly day) : TimeProvider
{
    private static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    private readonly long started = System.GetTimestamp();
    private volatile int day = day.DayNumber;

    /// <summary>The day on which the tests were started: one for all, however long they run.</summary>
    public static TestClock OfTheRun { get; } = new(System.Today());

    /// <summary>What day it is.</summary>
    public DateOnly Day
    {
        get => DateOnly.FromDayNumber(day);
        set => day = value.DayNumber;
    }

    /// <summary>False where nothing is to happen by itself: no timer goes off.</summary>
    public bool Ticks { get; init; } = true;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), FirstZone).ToUniversalTime() + System.GetElapsedTime(started);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Ticks ? base.CreateTimer(callback, state, dueTime, period) : base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
