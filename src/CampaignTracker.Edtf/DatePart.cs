namespace CampaignTracker.Edtf;

/// <summary>One end of a written date, as far as it is given: <c>9</c> of '9 to 10 October 2013' is a day without month and year.</summary>
/// <param name="Year">The year; 0 where it is not given.</param>
/// <param name="Month">The month; 0 where it is not given.</param>
/// <param name="Day">The day; 0 where it is not given.</param>
internal readonly record struct DatePart(int Year, int Month = 0, int Day = 0)
{
    /// <summary>A season, decade or century in EDTF, from which nothing can be left out.</summary>
    public string? Named { get; init; }

    /// <summary>The day of the week that was written beside it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>What is to be noted of it.</summary>
    public EdtfProblem? Remark { get; init; }

    /// <summary>Why it cannot be read.</summary>
    public EdtfProblem? Problem { get; init; }

    /// <summary>What cannot be read.</summary>
    public static DatePart Refused(EdtfProblem problem) => new(0) { Problem = problem };

    /// <summary>A part of which month and day are written as figures, so that they may be zeros.</summary>
    public static DatePart Of(int year, int? month, int? day = null) => (month, day) switch
    {
        (0, _) => Refused(EdtfProblem.Zero("month", year == 0 ? null : $"{year:d4}")),
        (var m, 0) => Refused(EdtfProblem.Zero("day", year == 0 || m is null or > 12 ? null : $"{year:d4}-{m:d2}")),
        _ => new(year, month ?? 0, day ?? 0),
    };

    /// <summary>What it says in EDTF.</summary>
    public string Edtf => Named ?? Precision switch
    {
        DatePrecision.Year => $"{Year:d4}",
        DatePrecision.Month => $"{Year:d4}-{Month:d2}",
        _ => $"{Year:d4}-{Month:d2}-{Day:d2}",
    };

    /// <summary>How exactly it is given.</summary>
    public DatePrecision Precision =>
        Named is not null ? DatePrecision.Named : Day > 0 ? DatePrecision.Day : Month > 0 ? DatePrecision.Month : DatePrecision.Year;

    /// <summary>
    /// The part as it stands alone: refused where something is missing or wrong that one can name, null where too much is missing.
    /// </summary>
    public DatePart? Alone()
    {
        if (Problem is not null) return this;
        if (!IsWhole) return Month > 0 ? Refused(EdtfProblem.NoYear()) : null;
        if (!EdtfDate.TryParse(Edtf, out var date, out var problem)) return Refused(problem);
        return Weekday is { } said && said != date.Earliest.DayOfWeek
            ? this with { Remark = EdtfProblem.OtherWeekday(date.Earliest.DayOfWeek, said) }
            : this;
    }

    /// <summary>The part with the year and, for a day, the month of the other end; as it is where it has its own.</summary>
    public DatePart With(DatePart other) => IsWhole || Precision != other.Precision
        ? this
        : this with { Year = Year == 0 ? other.Year : Year, Month = Month == 0 ? other.Month : Month };

    private bool IsWhole => Named is not null || (Year > 0 && (Day == 0 || Month > 0));
}

/// <summary>How exactly a date is given.</summary>
internal enum DatePrecision
{
    Year,
    Month,
    Day,
    Named,
}
