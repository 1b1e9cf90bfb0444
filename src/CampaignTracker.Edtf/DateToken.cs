using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CampaignTracker.Edtf;

/// <summary>One sign of a written date.</summary>
/// <param name="Kind">
/// <c>n</c> a number of one or two figures, <c>y</c> of four; <c>m</c> a month by its name, <c>r</c> by a Roman number; <c>s</c> a season,
/// <c>w</c> a day of the week; <c>d</c> a decade, <c>c</c> what may be a decade or a century, <c>h</c> the word 'century';
/// <c>&gt;</c> 'to', <c>&amp;</c> 'and' or 'or'; a stop, slash, dash or comma stands for itself.
/// </param>
/// <param name="Value">The number; of a month, season or day of the week which one it is.</param>
internal readonly partial record struct DateToken(char Kind, int Value)
{
    /// <summary>The signs of a date in English or Russian; null where a word is none that dates are written with.</summary>
    /// <param name="plain">What was written, in plain signs.</param>
    public static DateToken[]? Read(string plain)
    {
        List<DateToken> tokens = [];
        foreach (Match found in Signs().Matches(plain))
        {
            if (found.Groups["decade"] is { Success: true } decade) tokens.Add(Decade(decade.Value, found.Groups["of"].Value));
            else if (found.Groups["number"] is { Success: true } number)
            {
                if (number.Length is 3 or > 4) return null;
                tokens.Add(new(number.Length == 4 ? 'y' : 'n', int.Parse(number.Value, CultureInfo.InvariantCulture)));
            }
            else if (found.Groups["word"] is { Success: true } word)
            {
                if (Fillers.Contains(word.Value)) continue;
                if (!Words.TryGetValue(word.Value, out var known)) return null;
                tokens.Add(known);
            }
            else if (found.Groups["sign"] is { Success: true } sign) tokens.Add(new(sign.Value[0], 0));
            else if (!string.IsNullOrWhiteSpace(found.Value)) return null;
        }
        return [.. tokens];
    }

    // 'The 1900s' can be ten years or a hundred; in Russian a hundred are called otherwise.
    private static DateToken Decade(string year, string ending) =>
        new(year.EndsWith("00", StringComparison.Ordinal) && ending is "s" ? 'c' : 'd', int.Parse(year, CultureInfo.InvariantCulture));

    private static readonly FrozenSet<string> Fillers = Split(
        "the of in on during a year month day г гг год года году годы годов годах в во на за").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DateToken> Words = Known().ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, DateToken>> Known()
    {
        string[] months =
        [
            "january январь января январе янв", "february февраль февраля феврале февр фев", "march март марта марте мар",
            "april апрель апреля апреле апр", "may май мая мае", "june июнь июня июне июн", "july июль июля июле июл",
            "august август августа августе авг", "september sept сентябрь сентября сентябре сент сен",
            "october октябрь октября октябре окт", "november ноябрь ноября ноябре нояб ноя", "december декабрь декабря декабре дек",
        ];
        string[] roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        string[] seasons =
        [
            "spring весна весной весны весне", "summer лето летом лета лете", "autumn fall осень осенью осени",
            "winter зима зимой зимы зиме",
        ];
        string[] days =
        [
            "sunday sun воскресенье вс", "monday mon понедельник пн", "tuesday tues tue вторник вт", "wednesday wed среда среду ср",
            "thursday thurs thur thu четверг чт", "friday fri пятница пятницу пт", "saturday sat суббота субботу сб",
        ];
        return Each('m', 1, months).Concat(Beginnings(months)).Concat(Each('r', 1, roman)).Concat(Each('s', 21, seasons))
            .Concat(Each('w', 0, days)).Concat(Each('>', 0, ["to till until through thru по до"]))
            .Concat(Each('&', 0, ["and or и или либо"])).Concat(Each('h', 0, ["century век века веке"]));
    }

    private static IEnumerable<KeyValuePair<string, DateToken>> Each(char kind, int first, string[] lines) =>
        lines.SelectMany((line, i) => Split(line).Select(word => KeyValuePair.Create(word, new DateToken(kind, first + i))));

    // An English month can be cut short after three letters.
    private static IEnumerable<KeyValuePair<string, DateToken>> Beginnings(string[] months) =>
        months.SelectMany((line, i) => Split(line)[0] is var name && name.Length > 3
            ? Enumerable.Range(3, name.Length - 3).Select(length => name[..length]).Except(Split(line))
                .Select(word => KeyValuePair.Create(word, new DateToken('m', 1 + i)))
            : []);

    private static string[] Split(string words) => words.Split(' ');

    [GeneratedRegex(
        @"(?<decade>[0-9]{3}0)(?:'?(?<of>s)|-?(?<of>е|х|ые|ых))(?!\p{L})"
        + @"|(?<number>[0-9]+)(?:(?:st|nd|rd|th|-?(?:го|е|ое|ого|й|м))(?!\p{L}))?"
        + @"|(?<word>\p{L}+)\.?|(?<sign>[-./,])|(?<sign>&)|.")]
    private static partial Regex Signs();
}
