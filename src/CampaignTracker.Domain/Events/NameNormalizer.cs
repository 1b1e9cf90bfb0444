using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Folds words of Latin and Cyrillic script (Russian, Kazakh, Ukrainian, Belarusian) to a skeleton in which the usual transliterations of a
/// name meet: Tuletaeva, Tuletayeva, Тулетаева and Төлетаева; Zhanaozen, Janaozen and Жаңаөзен. It serves searching and is never shown or
/// stored.
/// </summary>
/// <remarks>
/// Treated alike: case, accents, apostrophes and soft signs; o and u (ө is written as either); y, i, ы and й; i before another
/// vowel and none (ya, ia, я and a); kh, h, q and k; zh, j and ж; ts, tz, ц and c before e, i, y; shch, sch and sh; w, v, ў, and u after a
/// vowel at the end; x and ks; doubled letters. No ending is cut, so that the beginning of a word is, but for a split digraph, a beginning
/// of the folded word too.
/// </remarks>
public static class NameNormalizer
{
    // One capital stands for a sound that several letters spell: S for sh, C for ch, J for zh.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['ә'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ғ'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e",
        ['є'] = "ie", ['ж'] = "J", ['з'] = "z", ['и'] = "i", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['қ'] = "k", ['л'] = "l",
        ['м'] = "m", ['н'] = "n", ['ң'] = "n", ['о'] = "u", ['ө'] = "u", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u",
        ['ұ'] = "u", ['ү'] = "u", ['ў'] = "v", ['ф'] = "f", ['х'] = "k", ['һ'] = "k", ['ц'] = "ts", ['ч'] = "C", ['ш'] = "S", ['щ'] = "S",
        ['ъ'] = "", ['ы'] = "i", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
        ['ş'] = "S", ['š'] = "S", ['ç'] = "C", ['č'] = "C", ['ž'] = "J", ['ı'] = "i", ['ł'] = "l", ['ø'] = "u", ['đ'] = "d", ['ß'] = "s",
        ['æ'] = "e",
        ['o'] = "u", ['y'] = "i", ['h'] = "k", ['q'] = "k", ['w'] = "v", ['x'] = "ks", ['j'] = "J", ['c'] = "k",
    };

    private static readonly (string Spelling, string Sound)[] Digraphs =
        [("shch", "S"), ("sch", "S"), ("dzh", "J"), ("tch", "C"), ("дж", "J"), ("sh", "S"), ("ch", "C"), ("zh", "J"), ("dj", "J"),
        ("kh", "k"), ("gh", "g"), ("tz", "ts")];

    /// <summary>A text's folded words, each between blanks; words joined by a hyphen become one.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var word in Words(text, joinHyphens: true)) folded.Append(Fold(word)).Append(' ');
        return folded.ToString();
    }

    /// <summary>
    /// What a folded text must contain, all of it, to be found by a query. A folded word of one or two letters must be there whole, one of
    /// three letters as a beginning, a longer one as any part. A query without a letter or digit asks for nothing and finds everything.
    /// </summary>
    public static IReadOnlyList<string> Terms(string query) =>
        [.. Words(query, joinHyphens: false).Select(Fold).Where(word => word.Length > 0).Select(word => word.Length switch
        {
            <= 2 => $" {word} ",
            3 => $" {word}",
            _ => word,
        })];

    /// <summary>True when a folded text contains every term.</summary>
    public static bool Contains(string folded, IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
        {
            if (!folded.Contains(term, StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private static IEnumerable<string> Words(string text, bool joinHyphens)
    {
        var word = new StringBuilder();
        text = text.Normalize(NormalizationForm.FormC);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’' or '‘' or 'ʼ' or 'ʹ' or '`' or '´'
                || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (joinHyphens && c is '-' or '\u2010' or '\u2011' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1])
                && char.IsLetter(text[i + 1])) continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static string Fold(string word)
    {
        var sounds = Sounds(word);
        var folded = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var c = sounds[i];
            if (folded.Length > 0 && c == folded[^1] && char.IsLetter(c)) continue;
            folded.Append(c);
        }
        for (var i = folded.Length - 2; i >= 0; i--)
        {
            if (folded[i] == 'i' && folded[i + 1] is 'a' or 'e' or 'u') folded.Remove(i, 1);
        }
        if (folded is { Length: > 3 } && folded[^1] == 'u' && folded[^2] is 'a' or 'e') folded[^1] = 'v';
        return folded.ToString();
    }

    private static StringBuilder Sounds(string word)
    {
        var sounds = new StringBuilder(word.Length + 4);
        var ukrainian = IsUkrainianOrBelarusian(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (Digraph(word, i) is { Spelling.Length: > 0 } digraph)
            {
                sounds.Append(digraph.Sound);
                i += digraph.Spelling.Length - 1;
                continue;
            }
            var c = word[i];
            if (c == 'г' && ukrainian) sounds.Append('k');
            else if (c == 'c' && i + 1 < word.Length && word[i + 1] is 'e' or 'i' or 'y') sounds.Append("ts");
            else if (c == 'j' && i == word.Length - 1 && i > 0 && word[i - 1] is 'i' or 'y') sounds.Append('i');
            else if (Letters.TryGetValue(c, out var sound)) sounds.Append(sound);
            else if (c < 128) sounds.Append(c);
            else AppendBare(sounds, c);
        }
        return sounds;
    }

    private static (string Spelling, string Sound) Digraph(string word, int at)
    {
        if (word[at] is not ('s' or 'd' or 't' or 'д' or 'c' or 'z' or 'k' or 'g')) return default;
        foreach (var digraph in Digraphs)
        {
            if (string.CompareOrdinal(word, at, digraph.Spelling, 0, digraph.Spelling.Length) == 0) return digraph;
        }
        return default;
    }

    // Their г is a breath (Serhiy, Ryhor); Kazakh shares і with them, but not these.
    private static bool IsUkrainianOrBelarusian(string word) =>
        word.AsSpan().IndexOfAny("їєґў") >= 0 || word.Contains("ій", StringComparison.Ordinal);

    private static void AppendBare(StringBuilder sounds, char accented)
    {
        var bare = accented.ToString().Normalize(NormalizationForm.FormD)[0];
        if (bare != accented && Letters.TryGetValue(bare, out var sound)) sounds.Append(sound);
        else sounds.Append(bare);
    }
}
