namespace CampaignTracker.Edtf;

/// <summary>Reads what counts from a day: yesterday, last week, three days ago, ten days before 18 April 2013.</summary>
internal static class WrittenRelative
{
    /// <summary>True where something counts from today.</summary>
    public static bool IsRelative(List<DateToken> tokens) =>
        tokens.Exists(token => "DVOT%*+lx".Contains(token.Kind, StringComparison.Ordinal))
        || tokens is [{ Kind: 'w' }] or [{ Kind: 'z' }]
        || IsAgo(tokens);

    /// <summary>What it says on a day; null where it is read as any date, with days in the place of their names.</summary>
    public static Stretch? Read(List<DateToken> tokens, DateOnly today)
    {
        if (IsAgo(tokens) && Count(tokens) is { } ago) return Away(today, ago.Unit, -ago.Count, ago.IsAbout);
        // Day 0 of the calendar is a Monday.
        var (now, monday) = (today.DayNumber, today.DayNumber - today.DayNumber % 7);
        switch (tokens)
        {
            case [('V', var weeks)]:
                return Stretch.Days(monday - 7 * weeks, weeks == 0 ? now : monday - 7 * weeks + 6);
            case [('O', var months)]:
                return Away(today, Unit.Month, -months) with { Qualifier = "" };
            case [('T', var years)]:
                return Away(today, Unit.Year, -years) with { Qualifier = "" };
            case [('%', _)]:
                return Stretch.Days(Last(DayOfWeek.Saturday, now), Last(DayOfWeek.Saturday, now) + 1);
            case [('*', _)]:
                return Away(today, Unit.Month, 0);
            case [('+', _)]:
                return Stretch.Days(now - 1, now);
            case [('w', var day)]:
                return Day(Last((DayOfWeek)day, now));
            case [('l', _), ('w', var day)]:
                return Stretch.Days(Last((DayOfWeek)day, now) - 7, Last((DayOfWeek)day, now)) is { Problem: null } either
                    ? Stretch.Refused(EdtfProblem.TwoReadings(either.To, either.From))
                    : Stretch.Refused(EdtfProblem.NotKept);
            case [('x', _), ('w', var day)]:
                return Day(Last((DayOfWeek)day, now + 8));
            case [('z', _)]:
                return Stretch.Refused(EdtfProblem.NoYear($"{today.Year:d4}"));
        }
        if (tokens.Exists(token => token.Kind == 'D' && now < token.Value)) return Stretch.Refused(EdtfProblem.NotKept);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == 'D') tokens[i] = new('D', now - tokens[i].Value);
        }
        return null;
    }

    /// <summary>So many days or weeks before or after a day that is named; null where none are counted.</summary>
    public static Stretch? Reckoned(List<DateToken> tokens)
    {
        var bound = tokens.Find(token => token.Kind is 'B' or 'g' or 'A').Kind;
        if (bound == '\0' || Count(tokens) is not { Others: { Count: > 0 } rest } away) return null;
        rest.RemoveAll(token => token.Kind is 'B' or 'g' or 'A' or '<' or '^' or 'i');
        if (WrittenStretch.Single(rest) is not { Precision: DatePrecision.Day, Problem: null } day) return null;
        return Away(EdtfDate.Parse(day.Edtf).Earliest, away.Unit, bound == 'A' ? away.Count : -away.Count, away.IsAbout);
    }

    private enum Unit
    {
        Day = 1,
        Week,
        Month,
        Year,
    }

    // 'Three days', 'a week', «дней за десять» (about ten days), and the rest without the word 'ago'.
    private static (Unit Unit, int Count, bool IsAbout, List<DateToken> Others)? Count(List<DateToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is not ('i' or 'W')) continue;
            var unit = tokens[i].Kind == 'W' ? Unit.Week : (Unit)tokens[i].Value;
            var number = i > 0 && tokens[i - 1].Kind is ('k' or 'n') ? i - 1
                : i + 1 < tokens.Count && tokens[i + 1].Kind == 'k' ? i + 1 : -1;
            List<DateToken> rest = [.. tokens.Where((token, at) => at != i && at != number && token.Kind != 'g')];
            if (number >= 0 || rest.Count == 0) return (unit, number < 0 ? 1 : tokens[number].Value, number > i, rest);
        }
        return null;
    }

    // Days are exact; weeks and more are not meant so.
    private static Stretch Away(DateOnly from, Unit unit, int count, bool isAbout = false)
    {
        if (unit is Unit.Day or Unit.Week)
        {
            var day = from.DayNumber + count * (unit == Unit.Week ? 7 : 1);
            return Day(day) with { Qualifier = unit == Unit.Week || isAbout ? "~" : "" };
        }
        var months = from.Year * 12 + from.Month - 1 + count * (unit == Unit.Year ? 12 : 1);
        if (months is < 12 or >= 120000) return Stretch.Refused(EdtfProblem.NotKept);
        var text = unit == Unit.Year ? $"{months / 12:d4}" : $"{months / 12:d4}-{months % 12 + 1:d2}";
        return new(text, text) { Qualifier = "~" };
    }

    private static bool IsAgo(List<DateToken> tokens) =>
        tokens.Exists(token => token.Kind == 'g') && Count(tokens) is { Others: [] };

    // The last such day before another.
    private static int Last(DayOfWeek day, int before) => before - 1 - (before - (int)day + 14) % 7;

    private static Stretch Day(int day) => Stretch.Days(day, day);
}
