using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>Reads what has two ends, one or none: a date, a range, several days in a row, before and since, half a year.</summary>
/// <remarks>
/// Words are known by what they say, not by their language: a bound stands before what it bounds ('before', «до») or behind it
/// («дейін»), and an ending can say 'from' and 'to'.
/// </remarks>
internal static partial class WrittenStretch
{
    // Before, until, at the latest, after, at the earliest, since, between; and 'from', which only ever stands before.
    private const string Bounds = "BULAESI";

    /// <summary>What a text in plain signs says; null where it is no date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="today">The day from which 'yesterday' counts; null where none is known.</param>
    public static Stretch? Read(string text, DateOnly? today)
    {
        if (ShortEnd().Match(text) is { Success: true } end)
        {
            // 2013-10-09/10 and 2013-10-09/11-02: what the end leaves out is that of the beginning.
            var (from, to) = (end.Groups["from"].Value, end.Groups["to"].Value);
            return new(from, from[..^to.Length] + to);
        }
        var tokens = DateToken.Read(text);
        if (tokens.Exists(token => token.Kind == '#'))
            return tokens.Exists(token => token.Kind == 'I') ? Stretch.Refused(EdtfProblem.NeedsTwoDates) : null;
        if (tokens is [{ Kind: 'u' }]) return Stretch.Refused(EdtfProblem.Unknown);
        var qualifier = (Take(tokens, '~'), Take(tokens, '?')) switch
        {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            _ => "",
        };
        while (tokens is [{ Kind: ',' }, ..]) tokens.RemoveAt(0);
        if (WrittenRelative.IsRelative(tokens))
        {
            if (today is not { } day) return Stretch.Refused(EdtfProblem.NoToday);
            if (WrittenRelative.Read(tokens, day) is { } relative) return Qualified(relative, qualifier);
        }
        if (WrittenRelative.Reckoned(tokens) is { } reckoned) return Qualified(reckoned, qualifier);
        tokens.RemoveAll(token => token.Kind is 'i' or ';' or 'z');
        return Named(tokens) is { } found ? Qualified(found, qualifier) : null;
    }

    /// <summary>One date that stands alone; null where there is none.</summary>
    public static DatePart? Single(List<DateToken> tokens) => WrittenPart.Read([.. tokens])?.Alone();

    private static Stretch Qualified(Stretch found, string qualifier) =>
        qualifier.Length == 0 ? found : found with { Qualifier = found.Qualifier is "" || found.Qualifier == qualifier ? qualifier : "%" };

    private static bool Take(List<DateToken> tokens, char kind) => tokens.RemoveAll(token => token.Kind == kind) > 0;

    // What words like 'half', 'night' and 'early' say of a date; else a date with its bounds.
    private static Stretch? Named(List<DateToken> tokens)
    {
        var special = tokens.FindIndex(token => "HQKWMJXYNabP".Contains(token.Kind, StringComparison.Ordinal));
        if (special < 0) return Bounded(tokens);
        var (kind, value) = tokens[special];
        List<DateToken> rest = [.. tokens.Where((_, i) => i != special)];
        return kind switch
        {
            'P' => Roughly(tokens),
            'H' or 'Q' or 'K' => Share(kind, special, rest),
            'a' => Whole(rest, part => new("", part.Edtf)),
            'b' => Whole(rest, part => new(part.Edtf, "")),
            'W' => Whole(rest, part => Week(part, value)),
            'N' => Whole(rest, part => Night(part, value)),
            'M' => Whole(rest, part => part.Precision == DatePrecision.Year
                ? new($"{part.Edtf}-01", $"{part.Edtf}-03") { Qualifier = "~" } : null),
            'J' => Whole(rest, part => part.Precision == DatePrecision.Year ? new($"{part.Edtf}-01", $"{part.Edtf}-12") : Stretch.Of(part)),
            'X' => Whole(rest, part => part.Precision == DatePrecision.Month ? new($"{part.Edtf}-XX", $"{part.Edtf}-XX") : null),
            _ => Whole(rest, part => part.Precision == DatePrecision.Year ? new($"{part.Edtf}-XX", $"{part.Edtf}-XX") : null),
        };
    }

    private static Stretch? Whole(List<DateToken> tokens, Func<DatePart, Stretch?> say)
    {
        tokens.RemoveAll(token => "FSBUL>^<".Contains(token.Kind, StringComparison.Ordinal));
        return Single(tokens) is not { } part ? null : part.Problem is { } problem ? Stretch.Refused(problem) : say(part);
    }

    private static Stretch? Week(DatePart part, int which)
    {
        var date = EdtfDate.Parse(part.Edtf);
        return (which, part.Precision) switch
        {
            (0, DatePrecision.Day) => Stretch.Days(date.Earliest.DayNumber, date.Earliest.DayNumber + 6),
            (1, DatePrecision.Month or DatePrecision.Year) => Stretch.Days(date.Earliest.DayNumber, date.Earliest.DayNumber + 6),
            (9, DatePrecision.Month or DatePrecision.Year) => Stretch.Days(date.Latest.DayNumber - 6, date.Latest.DayNumber),
            _ => null,
        };
    }

    // Russian and Kazakh name the day that comes; in English it may be the evening or the morning.
    private static Stretch? Night(DatePart part, int which)
    {
        if (part.Precision != DatePrecision.Day) return null;
        var day = EdtfDate.Parse(part.Edtf).Earliest.DayNumber;
        var (before, after) = (Stretch.Days(day - 1, day), Stretch.Days(day, day + 1));
        return before is { Problem: not null } || after is { Problem: not null } ? Stretch.Refused(EdtfProblem.NotKept)
            : which == 2 ? before : Stretch.Refused(EdtfProblem.TwoReadings(before.Edtf, after.Edtf));
    }

    // Early, mid and late have no first and last day, but the end of a year has one where something is bounded by it.
    private static Stretch? Roughly(List<DateToken> tokens)
    {
        List<DateToken> rest = [];
        List<int> parts = [];
        for (var i = 0; i < tokens.Count; i++)
        {
            var (kind, value) = tokens[i];
            if (kind == 'P') parts.Add(value);
            else if (kind != '-' || tokens[Math.Max(0, i - 1)].Kind != 'P') rest.Add(new(kind == 'c' ? 'd' : kind, value));
        }
        var bound = rest.Find(token => "BULAES".Contains(token.Kind, StringComparison.Ordinal)).Kind;
        if (parts is [var only] && bound is not ('\0' or 'S'))
        {
            return Whole(rest, part =>
                only == 3 && bound is ('B' or 'U' or 'L') ? new("..", EdtfDate.Of(EdtfDate.Parse(part.Edtf).Latest).Text)
                : only == 1 && bound == 'B' && Neighbour(part, -1) is { } before ? new("..", before)
                : null);
        }
        return Bounded(rest) is { Problem: null } found ? found with { Remark = EdtfProblem.Roughly(found.Edtf) } : Bounded(rest);
    }

    private static Stretch? Bounded(List<DateToken> tokens)
    {
        tokens = [.. tokens];
        var included = Take(tokens, '!');
        var closing = tokens.Count > 1 && Bounds.Contains(tokens[^1].Kind, StringComparison.Ordinal) ? tokens[^1].Kind : '\0';
        if (closing != '\0') tokens.RemoveAt(tokens.Count - 1);
        var opening = tokens.Count > 1 && (tokens[0].Kind == 'F' || Bounds.Contains(tokens[0].Kind, StringComparison.Ordinal))
            ? tokens[0].Kind
            : '\0';
        if (opening != '\0') tokens.RemoveAt(0);
        if (closing != '\0' && opening is not ('\0' or 'F')) return null;
        var ending = tokens.Count > 1 && tokens[^1].Kind is '<' or '^' ? tokens[^1].Kind : '\0';
        if (ending != '\0') tokens.RemoveAt(tokens.Count - 1);

        var bound = closing != '\0' ? closing : opening != '\0' ? opening : ending == '<' ? 'F' : '\0';
        if (included && bound is ('\0' or 'B' or 'U')) bound = bound == '\0' && HasInner(tokens) ? '\0' : 'L';
        return bound switch
        {
            '\0' => Range(tokens, between: false),
            'I' => Range(tokens, between: true),
            'F' => Since(tokens) ?? Range(tokens, between: false),
            'S' => Since(tokens),
            'B' or 'U' or 'L' when HasInner(tokens) => Range(tokens, between: false),
            _ => Limited(bound, tokens),
        };
    }

    private static bool HasInner(List<DateToken> tokens) => tokens.Exists(token => token.Kind == '<');

    private static Stretch? Limited(char bound, List<DateToken> tokens)
    {
        if (Single(tokens) is not { } part) return null;
        if (part.Problem is { } problem) return Stretch.Refused(problem);
        var (before, after) = (Neighbour(part, -1), Neighbour(part, 1));
        if (before is null || after is null) return Stretch.Refused(EdtfProblem.NotKept);
        return (bound switch
        {
            'A' => Stretch.Refused(EdtfProblem.OnlyAfter(after, Closed(after))),
            'E' => Stretch.Refused(EdtfProblem.OnlyAfter(part.Edtf, Closed(part.Edtf))),
            'B' => new("..", before),
            // 'Until April' may or may not mean April too.
            'U' when part.Precision != DatePrecision.Day => Stretch.Refused(EdtfProblem.TwoReadings($"../{before}", $"../{part.Edtf}")),
            _ => new("..", part.Edtf),
        }) with { Remark = part.Remark };
    }

    private static Stretch? Since(List<DateToken> tokens) =>
        Single(tokens) is not { } part ? null
        : part.Problem is { } problem ? Stretch.Refused(problem)
        : new(part.Edtf.Split('/')[0], "..") { Remark = part.Remark };

    private static Stretch? Range(List<DateToken> tokens, bool between)
    {
        if (!between && Single(tokens) is { } single) return Stretch.Of(single);
        if (!between && tokens.Exists(token => token.Kind is '&' or '|')) return OneAfterTheOther(tokens);
        var separators = tokens.Exists(token => ">BUL<".Contains(token.Kind, StringComparison.Ordinal)) ? ">BUL<" : between ? "&|-" : "-/";
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            if (separators.Contains(tokens[i].Kind, StringComparison.Ordinal)
                && WrittenPart.Read([.. tokens[..i]]) is { } from && WrittenPart.Read([.. tokens[(i + 1)..]]) is { } to
                && Stretch.Between(from, to) is { } found) return found;
        }
        return null;
    }

    // 9 and 10 October; 1 or 2 May; 9, 10 and 11 October. What is left out between them cannot be kept.
    private static Stretch? OneAfterTheOther(List<DateToken> tokens)
    {
        List<DatePart> parts = [];
        var begin = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && tokens[i].Kind is not ('&' or '|') && !IsListComma(tokens, i)) continue;
            if (WrittenPart.Read([.. tokens[begin..i]]) is not { } part) return null;
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
        return follow ? all
            : tokens.Exists(token => token.Kind == '|') ? all with { Remark = EdtfProblem.OneOf(all.Edtf) }
            : Stretch.Refused(EdtfProblem.Apart(all.Edtf));
    }

    private static bool IsListComma(List<DateToken> tokens, int i) =>
        tokens[i].Kind == ',' && i > 0 && i < tokens.Count - 1
        && tokens[i - 1].Kind == tokens[i + 1].Kind && tokens[i - 1].Kind is ('n' or 'm');

    // The halves and quarters of a year; the halves of a month, and its parts of ten days.
    private static Stretch? Share(char kind, int at, List<DateToken> rest)
    {
        var which = at > 0 && rest[at - 1].Kind is ('o' or 'r' or 'n') ? at - 1 : at < rest.Count && rest[at].Kind == 'n' ? at : -1;
        if (which < 0 || rest[which].Value is < 1 or > 4) return null;
        var number = rest[which].Value - 1;
        rest.RemoveAt(which);
        return Whole(rest, whole =>
        {
            var months = kind == 'H' ? 6 : 3;
            return (whole.Precision, kind, number) switch
            {
                (DatePrecision.Year, 'H' or 'Q', _) when (number + 1) * months <= 12 =>
                    new((whole with { Month = number * months + 1 }).Edtf, (whole with { Month = (number + 1) * months }).Edtf),
                (DatePrecision.Month, 'H', 0) => Between(whole, 1, 15),
                (DatePrecision.Month, 'H', 1) => Between(whole, 16, 31),
                (DatePrecision.Month, 'K', <= 1) => Between(whole, number * 10 + 1, number * 10 + 10),
                (DatePrecision.Month, 'K', 2) => Between(whole, 21, 31),
                _ => null,
            };
        });
    }

    private static Stretch Between(DatePart month, int from, int to) => new(
        (month with { Day = from }).Edtf, (month with { Day = Math.Min(to, DateTime.DaysInMonth(month.Year, month.Month)) }).Edtf);

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
}
