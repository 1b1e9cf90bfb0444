using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>Says dates with the texts of a language.</summary>
/// <param name="texts">The texts.</param>
/// <param name="isShort">As in a table.</param>
internal sealed class DateSpeech(DateTexts texts, bool isShort)
{
    /// <summary>A date in a form of the texts: none where it stands alone, <c>in</c> where a sentence says when.</summary>
    public string Say(EdtfDate date, string form) =>
        date.Uncertain ? Fill("Perhaps", form, (_, inner) => Sure(date, inner)) : Sure(date, form);

    private string Sure(EdtfDate date, string form) => !date.Approximate ? Exact(date, form)
        : Fill(date.Text.Contains('/', StringComparison.Ordinal) ? "AboutRange" : "About", form, (_, inner) => Exact(date, inner));

    private string Exact(EdtfDate date, string form)
    {
        var points = date.Text.Split('/').Select(Point.Of).ToArray();
        return date switch
        {
            { OpenEnd: true } => Fill("Since", form, (_, inner) => Say(points[0], inner)),
            { OpenBeginning: true } => Fill("Until", form, (_, inner) => Say(points[^1], inner)),
            { UnknownEnd: true } => Fill("EndUnknown", form, (_, inner) => Say(points[0], inner)),
            { UnknownBeginning: true } => Fill("BeginningUnknown", form, (_, inner) => Say(points[^1], inner)),
            _ => points.Length == 1 ? Say(points[0], form) : Range(points[0], points[1], form),
        };
    }

    private string Range(Point from, Point to, string form)
    {
        var key = (from.Shape, to.Shape) switch
        {
            ("Day", "Day") when (from.Year, from.Month) == (to.Year, to.Month) => "DaysOfMonth",
            ("Day", "Day") when from.Year == to.Year => "DaysOfYear",
            ("Month", "Month") when from.Year == to.Year => "MonthsOfYear",
            ("Year", "Year") => "Years",
            _ => "Range",
        };
        return Fill(key, form, (place, inner) => place switch
        {
            "from" => Say(from, inner),
            "to" => Say(to, inner),
            _ when place.StartsWith("from.", StringComparison.Ordinal) => Part(from, place["from.".Length..], inner),
            _ => Part(to, place["to.".Length..], inner),
        });
    }

    private string Say(Point point, string form) => Fill(point.Shape, form, (place, inner) => Part(point, place, inner));

    private string Part(Point point, string part, string form) => part switch
    {
        "day" => Number(point.Day),
        "month" => texts.Word("Months", form, point.Month - 1),
        "season" => texts.Word("Seasons", form, point.Month - 21),
        "weekday" => texts.Word("Weekdays", form, ((int)new DateOnly(point.Year, point.Month, point.Day).DayOfWeek + 6) % 7),
        "year" => point.Year.ToString("d4", CultureInfo.InvariantCulture),
        "ordinal" => Ordinal(point.Year / 100 + 1),
        "roman" => RomanNumber.Of(point.Year / 100 + 1),
        _ => throw new InvalidOperationException($"DateTexts.resx names {part}, which no date has."),
    };

    private string Fill(string key, string form, Func<string, string, string> said) => DateTexts.Fill(
        isShort
            ? texts.Find($"{key}.short.{form}", $"{key}.short", $"{key}.{form}", key)
            : texts.Find($"{key}.{form}", key), said);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ordinal(int number) => Number(number) + (number % 100 / 10 == 1 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    // A date without qualifiers and without what is not given.
    private readonly record struct Point(string Shape, int Year, int Month = 0, int Day = 0)
    {
        public static Point Of(string edtf)
        {
            if (edtf is "" or "..") return default;
            var parts = edtf.TrimEnd('~', '?', '%').Replace("-XX", "", StringComparison.Ordinal).Split('-');
            var year = Of(parts[0].Replace('X', '0'));
            if (parts[0].EndsWith('X')) return new(parts[0].EndsWith("XX", StringComparison.Ordinal) ? "Century" : "Decade", year);
            return parts switch
            {
                [_] => new("Year", year),
                [_, var month] => new(month[0] == '2' ? "Season" : "Month", year, Of(month)),
                [_, var month, var day] => new("Day", year, Of(month), Of(day)),
                _ => throw new FormatException($"{edtf} is no point of a date."),
            };

            static int Of(string figures) => int.Parse(figures, CultureInfo.InvariantCulture);
        }
    }
}
