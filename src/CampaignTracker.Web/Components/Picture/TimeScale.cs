namespace CampaignTracker.Web.Components.Picture;

/// <summary>Days to places. A year can have more room than another; within a year time runs evenly.</summary>
public sealed class TimeScale
{
    private readonly int firstYear;
    private readonly double[] starts;

    private TimeScale(int firstYear, double[] starts) => (this.firstYear, this.starts) = (firstYear, starts);

    public double Start => starts[0];

    public double End => starts[^1];

    /// <summary>The years of the scale.</summary>
    public IEnumerable<int> Years => Enumerable.Range(firstYear, starts.Length - 1);

    /// <summary>Years of the same length, but for leap days.</summary>
    public static TimeScale Even(DateOnly from, DateOnly to, double start, double end)
    {
        var years = to.Year - from.Year + 1;
        var days = new DateOnly(to.Year, 12, 31).DayNumber - new DateOnly(from.Year, 1, 1).DayNumber + 1;
        int DaysBefore(int year) => new DateOnly(from.Year + year, 1, 1).DayNumber - new DateOnly(from.Year, 1, 1).DayNumber;

        return new(from.Year,
            [.. Enumerable.Range(0, years + 1).Select(i => start + (end - start) * ((i == years ? days : DaysBefore(i)) / (double)days))]);
    }

    /// <summary>Each year as long as it needs to be.</summary>
    public static TimeScale ByNeed(DateOnly from, DateOnly to, double start, Func<int, double> lengthOf)
    {
        List<double> starts = [start];
        for (var year = from.Year; year <= to.Year; year++) starts.Add(starts[^1] + lengthOf(year));
        return new(from.Year, [.. starts]);
    }

    /// <summary>Where a day begins; days before and after the scale lie at its ends.</summary>
    public double At(DateOnly day)
    {
        var i = day.Year - firstYear;
        if (i < 0) return Start;
        if (i >= starts.Length - 1) return End;
        var share = (day.DayOfYear - 1.0) / (DateTime.IsLeapYear(day.Year) ? 366 : 365);
        return starts[i] + share * (starts[i + 1] - starts[i]);
    }

    /// <summary>The middle of a partial date.</summary>
    public double Middle(CampaignTracker.Edtf.EdtfDate date) => (At(date.Earliest) + At(date.Latest)) / 2;
}
