using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>Reads what has two ends, one or none: a date, a range, several days in a row, before and since, half a year.</summary>
internal static partial class WrittenStretch
{
    /// <summary>What a text in plain signs says; null where it is no date.</summary>
    public static Stretch? Read(string text)
    {
        if (ShortEnd().Match(text) is { Success: true } end)
        {
            // 2013-10-09/10 and 2013-10-09/11-02: what the end leaves out is that of the beginning.
            var (from, to) = (end.Groups["from"].Value, end.Groups["to"].Value);
            return new(from, from[..^to.Length] + to);
        }
        if (Lasting().Match(text) is { Success: true } lasting) return Since(lasting.Groups["rest"].Value);
        if (Bound().Match(text) is { Success: true } bound) return Bounded(bound, bound.Groups["rest"].Value);
        if (Roughly().Match(text) is { Success: true } rough && Single(rough.Groups["rest"].Value) is { } whole)
            return Stretch.Refused(whole.Problem ?? EdtfProblem.Roughly(whole.Edtf));
        if (Fraction().Match(text) is { Success: true } fraction) return Share(fraction);
        return DateToken.Read(text) is { } tokens ? Range(tokens, between: false) : null;
    }

    private static Stretch? Bounded(Match bound, string rest)
    {
        if (bound.Groups["between"].Success) return DateToken.Read(rest) is { } tokens ? Range(tokens, between: true) : null;
        if (bound.Groups["from"].Success) return Since(rest) ?? (DateToken.Read(rest) is { } ends ? Range(ends, between: false) : null);
        var end = EndOf().Match(rest);
        if (Single(end.Success ? end.Groups["rest"].Value : rest) is not { } part) return null;
        if (part.Problem is { } problem) return Stretch.Refused(problem);

        var (before, after) = (Neighbour(part, -1), Neighbour(part, 1));
        if (before is null || after is null) return Stretch.Refused(EdtfProblem.NotKept);
        if (bound.Groups["after"].Success) return Stretch.Refused(EdtfProblem.OnlyAfter(after, Closed(after)));
        if (bound.Groups["earliest"].Success) return Stretch.Refused(EdtfProblem.OnlyAfter(part.Edtf, Closed(part.Edtf)));
        if (end.Success) return new("..", EdtfDate.Of(EdtfDate.Parse(part.Edtf).Latest).Text);
        if (bound.Groups["before"].Success) return new("..", before);
        // 'Until April' may or may not mean April too.
        return bound.Groups["latest"].Success || (bound.Groups["until"].Success && part.Precision == DatePrecision.Day)
            ? new("..", part.Edtf)
            : Stretch.Refused(EdtfProblem.TwoReadings($"../{before}", $"../{part.Edtf}"));
    }

    private static Stretch? Since(string text) =>
        Single(text) is not { } part ? null : part.Problem is { } problem ? Stretch.Refused(problem) : new(part.Edtf, "..");

    private static DatePart? Single(string text) =>
        DateToken.Read(text) is { } tokens ? WrittenPart.Read(tokens)?.Alone() : null;

    private static Stretch? Range(DateToken[] tokens, bool between)
    {
        if (!between && WrittenPart.Read(tokens)?.Alone() is { } single) return Stretch.Of(single);
        if (!between && tokens.Any(token => token.Kind == '&')) return OneAfterTheOther(tokens);
        var separators = tokens.Any(token => token.Kind == '>') ? ">" : between ? "&-" : "-/";
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (separators.Contains(tokens[i].Kind, StringComparison.Ordinal)
                && WrittenPart.Read(tokens.AsSpan(..i)) is { } from && WrittenPart.Read(tokens.AsSpan((i + 1)..)) is { } to
                && Stretch.Between(from, to) is { } found) return found;
        }
        return null;
    }

    // 9 and 10 October; 1 or 2 May; 9, 10 and 11 October. What is left out between them cannot be kept.
    private static Stretch? OneAfterTheOther(DateToken[] tokens)
    {
        List<DatePart> parts = [];
        var begin = 0;
        for (var i = 0; i <= tokens.Length; i++)
        {
            if (i < tokens.Length && tokens[i].Kind != '&' && !IsListComma(tokens, i)) continue;
            if (WrittenPart.Read(tokens.AsSpan(begin..i)) is not { } part) return null;
            parts.Add(part);
            begin = i + 1;
        }
        for (var i = parts.Count - 2; i >= 0; i--) parts[i] = parts[i].With(parts[i + 1]);
        for (var i = 1; i < parts.Count; i++) parts[i] = parts[i].With(parts[i - 1]);

        List<EdtfDate> dates = [];
        foreach (var part in parts)
        {
            if (part.Alone() is not { } found) return null;
            if (found.Problem is { } problem) return Stretch.Refused(problem);
            dates.Add(EdtfDate.Parse(found.Edtf));
        }
        dates.Sort();
        var follow = dates.Zip(dates.Skip(1)).All(pair => pair.First.Latest.DayNumber + 1 == pair.Second.Earliest.DayNumber);
        var all = new Stretch(dates[0].Text, dates[^1].Text);
        return follow ? all : Stretch.Refused(EdtfProblem.Apart(all.Edtf));
    }

    private static bool IsListComma(DateToken[] tokens, int i) =>
        tokens[i].Kind == ',' && i > 0 && i < tokens.Length - 1 && tokens[i - 1].Kind == 'n' && tokens[i + 1].Kind == 'n';

    // The first and second half, and the quarters, of a year; the halves of a month.
    private static Stretch? Share(Match fraction)
    {
        if (Single(fraction.Groups["rest"].Value) is not { } whole) return null;
        if (whole.Problem is { } problem) return Stretch.Refused(problem);
        var which = "1234".IndexOf(fraction.Groups["which"].Value[0], StringComparison.Ordinal) is >= 0 and var number
            ? number
            : Array.IndexOf(Ordinals, fraction.Groups["which"].Value);
        var (half, months) = fraction.Groups["half"].Success ? (true, 6) : (false, 3);
        return (whole.Precision, which) switch
        {
            (DatePrecision.Year, _) when (which + 1) * months <= 12 =>
                new((whole with { Month = which * months + 1 }).Edtf, (whole with { Month = (which + 1) * months }).Edtf),
            (DatePrecision.Month, 0) when half => new((whole with { Day = 1 }).Edtf, (whole with { Day = 15 }).Edtf),
            (DatePrecision.Month, 1) when half =>
                new((whole with { Day = 16 }).Edtf, (whole with { Day = DateTime.DaysInMonth(whole.Year, whole.Month) }).Edtf),
            _ => null,
        };
    }

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    // What comes before or after a part, as exactly as the part is given; null beyond the calendar.
    private static string? Neighbour(DatePart part, int step)
    {
        var date = EdtfDate.Parse(part.Edtf);
        var day = (step < 0 ? date.Earliest : date.Latest).DayNumber + step;
        if (day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber) return null;
        var text = EdtfDate.Of(DateOnly.FromDayNumber(day)).Text;
        return part.Precision switch { DatePrecision.Year => text[..4], DatePrecision.Month => text[..7], _ => text };
    }

    // An interval that ends, to show how one is written.
    private static string Closed(string from) => from.Length == 4
        ? $"{from}/{Math.Min(9999, int.Parse(from, CultureInfo.InvariantCulture) + 1):d4}"
        : $"{from}/{from[..4]}";

    [GeneratedRegex(@"^(?<from>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)/(?<to>[0-9]{2}|(?<=-[0-9]{2}-[0-9]{2}/)[0-9]{2}-[0-9]{2})$")]
    private static partial Regex ShortEnd();

    [GeneratedRegex(
        @"^(?:(?:since|starting|beginning|as from|начиная с) (?<rest>.+)"
        + @"|(?:from |со? )?(?<rest>.+?),? (?:on|onwards?|to this day|to date|until now|и далее|по настоящее время))$")]
    private static partial Regex Lasting();

    [GeneratedRegex(
        @"^(?:(?<before>before|prior to|earlier than)|(?<until>until|till|up to|by|по)|(?<upto>до|к)"
        + @"|(?<latest>no later than|not later than|at the latest|не позднее|не позже)|(?<after>after|later than|после)"
        + @"|(?<earliest>not before|no earlier than|not earlier than|не ранее|не раньше)|(?<from>from|со?|от)|(?<between>between|между)) "
        + @"(?<rest>.+)$")]
    private static partial Regex Bound();

    [GeneratedRegex(@"^(?:the )?end of (?<rest>.+)$|^конца (?<rest>.+)$")]
    private static partial Regex EndOf();

    [GeneratedRegex(
        @"^(?:in |at )?(?:the )?(?:early|mid|late|(?:beginning|start|middle|end) of)[ -](?:the )?(?<rest>.+)$"
        + @"|^(?:в )?(?:начал[оеа]|середин[аеы]|кон(?:ец|це|ца)) (?<rest>.+)$")]
    private static partial Regex Roughly();

    [GeneratedRegex(
        @"^(?:in )?(?:the )?(?<which>first|second|third|fourth|1st|2nd|3rd|4th) (?:(?<half>half)|quarter) (?:of )?(?<rest>.+)$"
        + @"|^(?:q|(?<half>h))(?<which>[1-4]) (?<rest>.+)$|^(?<rest>.+) (?:q|(?<half>h))(?<which>[1-4])$")]
    private static partial Regex Fraction();
}
