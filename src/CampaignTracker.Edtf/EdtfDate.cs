using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>
/// A date as a source gives it: an EDTF (ISO 8601-2:2019) level 0 or 1 value, kept as written and read as an interval of whole days.
/// <c>2013-04-18</c>, <c>2014-11</c>, <c>2015</c>, <c>201X</c>, <c>2014-11~</c> (approximate), <c>2015?</c> (uncertain), <c>2015%</c>
/// (both), <c>2013-10-09/2013-10-10</c>, <c>2015-07/..</c> (lasts), <c>../2015-07</c>, <c>2014-21</c> (a season, northern hemisphere).
/// Qualifiers do not widen the interval.
/// </summary>
/// <remarks>
/// An open end says that a state lasts, an unknown one (<c>2015-07/</c>) that it ended at some time: the date is then placed at its
/// beginning; one with an open or unknown beginning is placed at its end.
/// Times of day, years before 1 and after 9999 (<c>-0050</c>, <c>Y17000</c>) are not kept: a campaign is dated by whole days of our
/// calendar. A partial end stands for its last day: <c>2013-10-09/2013-10</c> ends on the 31st.
/// </remarks>
public sealed class EdtfDate : IEquatable<EdtfDate>, IComparable<EdtfDate>
{
    private EdtfDate(string text, Point start, Point end)
    {
        Text = text;
        Earliest = start.Earliest;
        Latest = end.Latest;
        Approximate = start.Approximate || end.Approximate;
        Uncertain = start.Uncertain || end.Uncertain;
        OpenBeginning = text.StartsWith("../", StringComparison.Ordinal);
        OpenEnd = text.EndsWith("/..", StringComparison.Ordinal);
        UnknownBeginning = text.StartsWith('/');
        UnknownEnd = text.EndsWith('/');
    }

    /// <summary>The value exactly as it was written.</summary>
    public string Text { get; }

    /// <summary>The first day that the value can mean.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last day that the value can mean.</summary>
    public DateOnly Latest { get; }

    /// <summary>Written with <c>~</c> or <c>%</c>.</summary>
    public bool Approximate { get; }

    /// <summary>Written with <c>?</c> or <c>%</c>.</summary>
    public bool Uncertain { get; }

    /// <summary>Written as <c>../date</c>.</summary>
    public bool OpenBeginning { get; }

    /// <summary>Written as <c>date/..</c>: the state lasts.</summary>
    public bool OpenEnd { get; }

    /// <summary>Written as <c>/date</c>: it began, and nobody knows when.</summary>
    public bool UnknownBeginning { get; }

    /// <summary>Written as <c>date/</c>: it ended, and nobody knows when.</summary>
    public bool UnknownEnd { get; }

    /// <summary>True when the value means one day.</summary>
    public bool IsDay => Earliest == Latest;

    /// <summary>The value of one certain day.</summary>
    public static EdtfDate Of(DateOnly day)
    {
        var point = new Point(day, day, false, false);
        return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), point, point);
    }

    /// <summary>Reads an EDTF value.</summary>
    /// <exception cref="FormatException">The text is not an EDTF level 0 or 1 value, or it ends before it begins; the message says what to
    /// write.</exception>
    public static EdtfDate Parse(string text) =>
        TryParse(text, out var date, out var problem) ? date : throw new FormatException(problem.In(CultureInfo.InvariantCulture));

    /// <summary>Reads an EDTF value, or says why it cannot be read.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EdtfDate? date, [NotNullWhen(false)] out EdtfProblem? problem)
    {
        date = null;
        if (string.IsNullOrEmpty(text))
        {
            problem = EdtfProblem.Empty;
            return false;
        }
        if (text.Length > 10 && text[10] == 'T')
        {
            problem = EdtfProblem.TimeOfDay(TryParse(text[..10], out var day, out _) ? day.Text : null);
            return false;
        }
        if (text.Length > MaxLength)
        {
            problem = EdtfProblem.NoDate;
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!TryReadPoint(text, out var point, out problem)) return false;
            date = new EdtfDate(text, point, point);
            return true;
        }

        var (from, to) = (text[..slash], text[(slash + 1)..]);
        var (noBeginning, noEnd) = (from is "" or "..", to is "" or "..");
        Point start = default, end = default;
        problem = null;
        if (noBeginning && noEnd) problem = EdtfProblem.OpenAtBothEnds;
        else if (!noBeginning && !TryReadPoint(from, out start, out problem)) { }
        else if (!noEnd && !TryReadPoint(to, out end, out problem)) { }
        else if (noBeginning) start = end;
        else if (noEnd) end = start;
        else if (end.Latest < start.Earliest) problem = EdtfProblem.EndsBeforeItBegins(from, to);
        if (problem is not null) return false;

        date = new EdtfDate(text, start, end);
        return true;
    }

    /// <summary>Chronological: by earliest, then by latest day.</summary>
    public int CompareTo(EdtfDate? other)
    {
        if (other is null) return 1;
        var order = Earliest.CompareTo(other.Earliest);
        return order != 0 ? order : Latest.CompareTo(other.Latest);
    }

    /// <summary>True when the two values can mean the same day.</summary>
    public bool Overlaps(EdtfDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    public bool Equals(EdtfDate? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as EdtfDate);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator ==(EdtfDate? left, EdtfDate? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(EdtfDate? left, EdtfDate? right) => !(left == right);

    public static bool operator <(EdtfDate left, EdtfDate right) => left.CompareTo(right) < 0;

    public static bool operator >(EdtfDate left, EdtfDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(EdtfDate left, EdtfDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EdtfDate left, EdtfDate right) => left.CompareTo(right) >= 0;

    // The longest value: 2013-10-09%/2013-10-10%.
    private const int MaxLength = 23;

    private readonly record struct Point(DateOnly Earliest, DateOnly Latest, bool Approximate, bool Uncertain);

    private static bool TryReadPoint(string text, out Point point, [NotNullWhen(false)] out EdtfProblem? problem)
    {
        point = default;
        problem = text is ['-' or 'Y', '-' or (>= '0' and <= '9'), ..] ? EdtfProblem.NotKept : EdtfProblem.NoDate;
        var qualifier = text.Length > 0 && text[^1] is '~' or '?' or '%' ? text[^1] : ' ';
        var parts = (qualifier == ' ' ? text : text[..^1]).Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2)) return false;

        var year = parts[0];
        var month = parts.ElementAtOrDefault(1);
        var day = parts.ElementAtOrDefault(2);
        DateOnly earliest, latest;
        if (year[2] == 'X' || year[3] == 'X')
        {
            // Level 1 leaves one or two digits of a year unspecified: a decade or a century.
            if (month is not null || year[3] != 'X') return false;
            if (!Digits(year.Replace('X', '0'), out var first) || !Digits(year.Replace('X', '9'), out var last)) return false;
            if (last - first > 99) return false;
            (earliest, latest) = (new DateOnly(Math.Max(first, 1), 1, 1), new DateOnly(last, 12, 31));
        }
        else if (!Digits(year, out var y)) return false;
        else if (y == 0)
        {
            problem = EdtfProblem.NotKept;
            return false;
        }
        else if (month is null or "XX")
        {
            if (day is not null and not "XX") return false;
            (earliest, latest) = (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31));
        }
        else if (!Digits(month, out var m)) return false;
        else if (m is >= 21 and <= 24)
        {
            if (day is not null) return false;
            if (y == 9999 && m == 24)
            {
                problem = EdtfProblem.NotKept;
                return false;
            }
            earliest = new DateOnly(y, 3 * (m - 20), 1);
            latest = earliest.AddMonths(3).AddDays(-1);
        }
        else if (m is < 1 or > 12)
        {
            problem = m == 0 ? EdtfProblem.Zero("month", year) : EdtfProblem.NoSuchMonth(month);
            return false;
        }
        else if (day is null or "XX")
        {
            (earliest, latest) = (new DateOnly(y, m, 1), new DateOnly(y, m, DateTime.DaysInMonth(y, m)));
        }
        else if (!Digits(day, out var d)) return false;
        else if (d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            problem = d == 0
                ? EdtfProblem.Zero("day", $"{year}-{month}")
                : EdtfProblem.NoSuchDay($"{year}-{month}", DateTime.DaysInMonth(y, m));
            return false;
        }
        else earliest = latest = new DateOnly(y, m, d);

        point = new Point(earliest, latest, qualifier is '~' or '%', qualifier is '?' or '%');
        problem = null;
        return true;
    }

    private static bool Digits(string text, out int value)
    {
        value = 0;
        if (text.Length == 0) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}
