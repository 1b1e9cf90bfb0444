using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>Reads one end of a written date by the shape of its signs: <c>nmy</c> is 18 April 2013, <c>n.n.y</c> is 18.4.2013.</summary>
internal static class WrittenPart
{
    /// <summary>The part; null where the signs have a shape that no date has.</summary>
    public static DatePart? Read(ReadOnlySpan<DateToken> tokens)
    {
        List<DateToken> signs = [];
        DayOfWeek? weekday = null;
        foreach (var token in tokens)
        {
            if (token.Kind == 'w' && weekday is not null) return null;
            if (token.Kind == 'w') weekday = (DayOfWeek)token.Value;
            else if (token.Kind != ',') signs.Add(token);
        }
        // Beside a word, a stop says nothing: 18. April 2013.
        if (signs.Exists(sign => sign.Kind is 'm' or 'r' or 's' or 'h')) signs.RemoveAll(sign => sign.Kind == '.');
        var shape = string.Concat(signs.Select(sign => sign.Kind));
        var part = Read(shape, [.. signs.Where(sign => char.IsLetter(sign.Kind)).Select(sign => sign.Value)]);
        return part is { Problem: null, Day: 0 } && weekday is not null ? null : part is { } read ? read with { Weekday = weekday } : null;
    }

    private static DatePart? Read(string shape, int[] value) => shape switch
    {
        "y" => new(value[0]),
        "m" => new(0, value[0]),
        "n" or "n." => DatePart.Of(0, null, value[0]),
        "my" or "m-y" or "m/y" => new(value[1], value[0]),
        "ym" or "y-m" => new(value[0], value[1]),
        "nmy" or "n-m-y" or "n/m/y" or "nry" or "n-r-y" or "n/r/y" => DatePart.Of(value[2], value[1], value[0]),
        "mny" or "m-n-y" => DatePart.Of(value[2], value[0], value[1]),
        "ynm" or "y.nm" => DatePart.Of(value[0], value[2], value[1]),
        "ymn" or "y-m-n" => DatePart.Of(value[0], value[1], value[2]),
        "n-my" => DatePart.Of(value[2], value[1], value[0]),
        "nm" or "n-m" or "n/m" => DatePart.Of(0, value[1], value[0]),
        "mn" => DatePart.Of(0, value[0], value[1]),
        "ny" => DatePart.Of(value[1], null, value[0]),
        "yn" => DatePart.Of(value[0], null, value[1]),
        "y-n-n" or "y/n/n" or "y.n.n" or "y.n.n." => YearFirst(value[0], value[1], value[2]),
        "n.n.y" or "n.n.y." => DatePart.Of(value[2], value[1], value[0]),
        "n.n." or "n.n" => DatePart.Of(0, value[1], value[0]),
        "n/n/y" or "n-n-y" or "n/n.y" => EitherFirst(value[0], value[1], value[2]),
        "n.y" or "n/y" => DatePart.Of(value[1], value[0]),
        "y-n" or "y.n" => MonthOrYear(value[0], value[1]),
        "y/n" => YearOrMonth(value[0], value[1]),
        "sy" or "ys" => Season(value[shape.IndexOf('s', StringComparison.Ordinal)], value[shape.IndexOf('y', StringComparison.Ordinal)]),
        "sy/n" or "sy-n" or "sy/y" or "sy-y" => Winter(value),
        "d" => new(value[0]) { Named = $"{value[0]:d4}"[..3] + "X" },
        "c" => DatePart.Refused(EdtfProblem.TwoReadings($"{value[0]:d4}"[..3] + "X", $"{value[0]:d4}"[..2] + "XX")),
        "y-ys" or "y/ys" or "y/ns" => Winter([value[2], value[0], value[1]]),
        "nh" or "rh" when value[0] > 0 => new(value[0]) { Named = $"{value[0] - 1:d2}XX" },
        "D" => Day(value[0]),
        "e" => new(value[0] / 100, value[0] % 100),
        "fy" => Feast(value[1]),
        "yf" => Feast(value[0]),
        "f" => DatePart.Refused(EdtfProblem.NoYear()),
        "n.n.n" => ShortYear(value[2], value[1], value[0]),
        "nmn" or "n-m-n" or "n/m/n" or "n-mn" => ShortYear(value[2], value[1], value[0]),
        "n/n/n" => value[0] > 12 || value[1] > 12
            ? ShortYear(value[2], Math.Min(value[0], value[1]), Math.Max(value[0], value[1]))
            : EitherFirst(value[0], value[1], FullYear(value[2])),
        "n-n-n" => ShortYearAtEitherEnd(value[0], value[1], value[2]),
        "m-n" => DatePart.Refused(EdtfProblem.NoYear($"{FullYear(value[1]):d4}-{value[0]:d2}")),
        _ => null,
    };

    // With a stop between them the day comes first wherever dates are written so; with a slash or a dash it depends on who writes.
    private static DatePart EitherFirst(int one, int other, int year) => (one, other) switch
    {
        (0, 0) => DatePart.Of(year, 0),
        (0, _) or (_, 0) => DatePart.Of(year, one + other <= 12 ? one + other : 0, 0),
        _ when one > 12 || one == other => new(year, other, one),
        _ when other > 12 => new(year, one, other),
        _ => DatePart.Refused(EdtfProblem.TwoReadings(new DatePart(year, other, one).Edtf, new DatePart(year, one, other).Edtf)),
    };

    private static DatePart YearFirst(int year, int month, int day) =>
        month > 12 && new DatePart(year, day, month) is var turned && IsDate(turned)
            ? DatePart.Refused(EdtfProblem.NoSuchMonth($"{month}", turned.Edtf))
            : DatePart.Of(year, month, day);

    // 2013-14: no month, and hardly years.
    private static DatePart MonthOrYear(int year, int number) => number > 12 && number > year % 100
        ? DatePart.Refused(EdtfProblem.NoSuchMonth($"{number}", $"{year:d4}/{year / 100:d2}{number:d2}"))
        : DatePart.Of(year, number);

    // 2013/14 are two years, 2013/04 is a month, and 2010/11 may be either.
    private static DatePart YearOrMonth(int year, int number)
    {
        var years = $"{year:d4}/{year / 100:d2}{number:d2}";
        return number > 12 && number > year % 100 ? new(year) { Named = years }
            : number is > 0 and <= 12 && number == (year + 1) % 100
                ? DatePart.Refused(EdtfProblem.TwoReadings(years, new DatePart(year, number).Edtf))
            : DatePart.Of(year, number);
    }

    // A winter is named after the year in which it begins, by some after the one in which it ends.
    private static DatePart Season(int season, int year) => season == 24
        ? DatePart.Refused(EdtfProblem.TwoReadings($"{year:d4}-01/{year:d4}-02", $"{year:d4}-24"))
        : new(year) { Named = $"{year:d4}-{season}" };

    private static DatePart? Winter(int[] value) =>
        value is [24, var year, var next] && (next == year + 1 || next == (year + 1) % 100) ? new(year) { Named = $"{year:d4}-24" } : null;

    private static DatePart Day(int number) =>
        DateOnly.FromDayNumber(number) is var day ? new(day.Year, day.Month, day.Day) : default;

    // Nauryz is March in Kazakh, and the feast of three days in it.
    private static DatePart Feast(int year) => new(year) { Named = $"{year:d4}-03-21/{year:d4}-03-23" };

    private static DatePart ShortYear(int year, int month, int day) => DatePart.Of(FullYear(year), month, day);

    private static DatePart ShortYearAtEitherEnd(int one, int month, int other)
    {
        var (first, last) = (new DatePart(FullYear(one), month, other), new DatePart(FullYear(other), month, one));
        return IsDate(first) && IsDate(last)
            ? DatePart.Refused(EdtfProblem.TwoReadings(first.Edtf, last.Edtf))
            : IsDate(first) ? ShortYear(one, month, other) : ShortYear(other, month, one);
    }

    private static bool IsDate(DatePart part) => part.Alone() is { Problem: null };

    // What was understood is shown, so that another century can be told.
    private static int FullYear(int year) => CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year);
}
