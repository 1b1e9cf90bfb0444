using System.Globalization;
using CsCheck;

namespace CampaignTracker.Edtf.Tests;

public class EdtfDateProperties
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_652_058].Select(DateOnly.FromDayNumber);

    private static readonly Gen<string> Point =
        Gen.Select(Day, Gen.Int[0, 4], Gen.OneOf<string>(Gen.Const(""), Gen.Const("~"), Gen.Const("?"), Gen.Const("%")), (day, shape, qualifier) => shape switch
        {
            0 => $"{day:yyyy-MM-dd}",
            1 => $"{day:yyyy-MM}",
            2 => $"{day:yyyy}",
            3 => $"{day:yyyy}"[..3] + "X",
            _ => $"{day:yyyy-MM}-XX",
        } + qualifier);

    /// <summary>Values as people write them, with intervals that may or may not be reversed.</summary>
    private static readonly Gen<string> Written = Gen.Frequency(
        (3, Point),
        (1, Gen.Select(Point, Point, (from, to) => $"{from}/{to}")),
        (1, Point.Select(from => $"{from}/..")),
        (1, Point.Select(from => $"{from}/")),
        (1, Point.Select(to => $"../{to}")));

    internal static readonly Gen<EdtfDate> Date = Written.Where(text => EdtfDate.TryParse(text, out _, out _)).Select(EdtfDate.Parse);

    [Fact]
    public void A_value_is_kept_as_written() => Date.Sample(date => EdtfDate.Parse(date.Text).Text == date.Text && date.ToString() == date.Text);

    [Fact]
    public void A_value_begins_no_later_than_it_ends() => Date.Sample(date => date.Earliest <= date.Latest);

    [Fact]
    public void An_interval_is_refused_only_when_it_ends_before_it_begins() =>
        Gen.Select(Point, Point).Sample((from, to) =>
            EdtfDate.TryParse($"{from}/{to}", out var date, out _)
                ? (date.Earliest, date.Latest) == (EdtfDate.Parse(from).Earliest, EdtfDate.Parse(to).Latest)
                : EdtfDate.Parse(to).Latest < EdtfDate.Parse(from).Earliest);

    [Fact]
    public void A_day_lies_in_its_month_and_the_month_in_its_year() => Day.Sample(day =>
        Within(EdtfDate.Of(day), $"{day:yyyy-MM}") && Within(EdtfDate.Parse($"{day:yyyy-MM}"), $"{day:yyyy}") && Within(EdtfDate.Of(day), $"{day:yyyy-MM}-XX"));

    [Fact]
    public void Qualifiers_do_not_widen() => Point.Sample(point =>
    {
        var (plain, qualified) = (EdtfDate.Parse(point.TrimEnd('~', '?', '%')), EdtfDate.Parse(point));
        return plain.Earliest == qualified.Earliest && plain.Latest == qualified.Latest;
    });

    [Fact]
    public void The_order_is_that_of_the_first_and_then_the_last_day() => Gen.Select(Date, Date).Sample((a, b) =>
        Math.Sign(a.CompareTo(b)) == Math.Sign((a.Earliest, a.Latest).CompareTo((b.Earliest, b.Latest)))
        && a.CompareTo(b) == -b.CompareTo(a) && (a < b) == (a.CompareTo(b) < 0) && (a >= b) != (a < b));

    [Fact]
    public void The_order_is_transitive() => Gen.Select(Date, Date, Date).Sample((a, b, c) => a > b || b > c || a <= c);

    [Fact]
    public void No_text_is_answered_by_anything_but_a_date_or_a_problem() =>
        Gen.Frequency((1, Gen.String), (2, Gen.Char["0129-/X.~?%TY "].Array[0, 14].Select(chars => new string(chars)))).Sample(text =>
            EdtfDate.TryParse(text, out var date, out var problem) ? date.Text == text && problem is null : date is null && problem is { Code.Length: > 0 } && problem.In(CultureInfo.InvariantCulture).Length > 10);

    private static bool Within(EdtfDate inner, string outer) =>
        EdtfDate.Parse(outer) is var o && o.Earliest <= inner.Earliest && inner.Latest <= o.Latest;
}
