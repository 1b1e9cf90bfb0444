using System.Collections.Frozen;
using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>The words that dates are written with, of all languages at once: people mix them.</summary>
internal static class Vocabulary
{
    // What a line of Vocabulary/xx.txt begins with, and the kind of its token.
    private static readonly FrozenDictionary<string, char> Kinds = new Dictionary<string, char>
    {
        ["month"] = 'm',
        ["season"] = 's',
        ["weekday"] = 'w',
        ["decade"] = 'd',
        ["century"] = 'h',
        ["filler"] = '_',
        ["unit"] = 'i',
        ["years"] = ';',
        ["week"] = 'W',
        ["during"] = 'J',
        ["about"] = '~',
        ["perhaps"] = '?',
        ["and"] = '&',
        ["or"] = '|',
        ["to"] = '>',
        ["before"] = 'B',
        ["until"] = 'U',
        ["latest"] = 'L',
        ["included"] = '!',
        ["after"] = 'A',
        ["earliest"] = 'E',
        ["from"] = 'F',
        ["since"] = 'S',
        ["between"] = 'I',
        ["part"] = 'P',
        ["first-months"] = 'M',
        ["some-day"] = 'X',
        ["some-month"] = 'Y',
        ["night"] = 'N',
        ["half"] = 'H',
        ["quarter"] = 'Q',
        ["ten-days"] = 'K',
        ["ordinal"] = 'o',
        ["number"] = 'k',
        ["ago"] = 'g',
        ["day-ago"] = 'D',
        ["week-ago"] = 'V',
        ["month-ago"] = 'O',
        ["year-ago"] = 'T',
        ["weekend"] = '%',
        ["other-day"] = '*',
        ["last-night"] = '+',
        ["last"] = 'l',
        ["next"] = 'x',
        ["beginning-unknown"] = 'a',
        ["end-unknown"] = 'b',
        ["unknown"] = 'u',
        ["that-year"] = 'z',
        ["feast"] = 'f',
        ["event"] = 'e',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, char> KazakhLetters = "әіңғүұқөһ".Zip("аингуукох")
        .ToDictionary(pair => pair.First, pair => pair.Second).ToFrozenDictionary();

    private static readonly (string Sign, int Value, string[] Words)[] Lines = [.. DateTexts.Languages.SelectMany(Read)];

    // The longest first.
    private static readonly FrozenDictionary<string, (string Words, DateToken Token)[]> Phrases = Lines
        .Where(line => Kinds.ContainsKey(line.Sign))
        .SelectMany(line => line.Words.SelectMany(Typed).Select(words => (Words: words, new DateToken(Kinds[line.Sign], line.Value))))
        .DistinctBy(phrase => phrase.Words)
        .GroupBy(phrase => FirstWord(phrase.Words), StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Roman = RomanNumber.All.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> MonthBeginnings = Lines.Where(line => line.Sign == "month")
        .SelectMany(line => Typed(line.Words[0]).SelectMany(name => Enumerable.Range(3, Math.Max(0, name.Length - 3))
            .Select(length => (Beginning: name[..length], line.Value))))
        .DistinctBy(month => month.Beginning).ToFrozenDictionary(month => month.Beginning, month => month.Value, StringComparer.Ordinal);

    // An ending, and the token that it is besides: '<' from, '^' to, nothing.
    private static readonly FrozenDictionary<string, char> Endings = Lines
        .Select(line => (Kind: line.Sign switch { "case-from" => '<', "case-to" => '^', "case" or "ending" => ' ', _ => '\0' }, line.Words))
        .Where(line => line.Kind != '\0')
        .SelectMany(line => line.Words.SelectMany(Typed).Select(word => (word, line.Kind)))
        .DistinctBy(ending => ending.word).ToFrozenDictionary(ending => ending.word, ending => ending.Kind, StringComparer.Ordinal);

    private static readonly FrozenSet<string> DecadeEndings =
        Lines.Where(line => line.Sign == "decade-ending").SelectMany(line => line.Words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for what makes a year with a nought a decade: <c>1990-е</c>.</summary>
    public static bool IsDecade(string ending) => DecadeEndings.Contains(ending);

    /// <summary>
    /// What follows a number (<c>th</c>, <c>-го</c>, <c>-інен</c>): a token, a blank where it says nothing; null where it is none.
    /// </summary>
    public static char? Ending(string letters) => Endings.TryGetValue(letters, out var kind) ? kind : null;

    /// <summary>The words that begin at a place of a text, and how long they are; null where nobody writes dates with them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where a word begins.</param>
    public static (DateToken[] Tokens, int Length)? At(string text, int at)
    {
        var word = FirstWord(text[at..]);
        foreach (var (words, token) in Phrases.GetValueOrDefault(word, []))
        {
            if (string.CompareOrdinal(text, at, words, 0, words.Length) == 0
                && !(char.IsLetter(words[^1]) && at + words.Length < text.Length && char.IsLetter(text[at + words.Length])))
                return ([token], words.Length);
        }
        if (Roman.TryGetValue(Latin(word), out var number)) return ([new('r', number)], word.Length);
        for (var stem = 2; stem < word.Length; stem++)
        {
            if (Endings.TryGetValue(word[stem..], out var kind) && Phrases.TryGetValue(word[..stem], out var found)
                && found[^1] is var whole && whole.Words.Length == stem)
                return (kind == ' ' ? [whole.Token] : [whole.Token, new(kind, 0)], word.Length);
        }
        return MonthBeginnings.TryGetValue(word, out var month) ? ([new('m', month)], word.Length) : null;
    }

    /// <summary>The letters with which a text begins.</summary>
    public static string FirstWord(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length])) length++;
        return text[..length];
    }

    // As it is written, and as it is typed with a keyboard that lacks the letters of Kazakh.
    private static IEnumerable<string> Typed(string word) =>
        new[] { word, string.Concat(word.Select(c => KazakhLetters.GetValueOrDefault(c, c))) }.Distinct();

    // The signs of Roman numbers that are typed with a Cyrillic keyboard.
    private static string Latin(string word) => word.Replace('х', 'x').Replace('і', 'i').Replace('с', 'c');

    private static IEnumerable<(string Sign, int Value, string[] Words)> Read(string language)
    {
        var name = $"CampaignTracker.Edtf.Vocabulary.{language}.txt";
        using var file = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream(name)!);
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var value = head.Length > 1 ? int.Parse(head[1], CultureInfo.InvariantCulture) : 0;
            yield return (head[0], value, line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries));
        }
    }
}
