using System.Globalization;

namespace CampaignTracker.Edtf;

/// <summary>One sign of a written date.</summary>
/// <param name="Kind">
/// <c>n</c> a number of one or two figures, <c>y</c> of four; <c>r</c> a Roman number; <c>d</c> a decade, <c>c</c> what may be a decade or
/// a century; a stop, slash, dash or comma stands for itself; <c>#</c> what nobody writes dates with. Words are as <see cref="Vocabulary"/>
/// has them, and the endings of Kazakh that say something: <c>&lt;</c> 'from', <c>^</c> 'to'.
/// </param>
/// <param name="Value">The number; of a month, season or day of the week which one it is.</param>
internal readonly record struct DateToken(char Kind, int Value)
{
    /// <summary>The signs of a date, without the words that say nothing.</summary>
    /// <param name="plain">What was written, in plain signs.</param>
    public static List<DateToken> Read(string plain)
    {
        List<DateToken> tokens = [];
        for (var at = 0; at < plain.Length;)
        {
            at += plain[at] switch
            {
                >= '0' and <= '9' => ReadNumber(plain, at, tokens),
                var c when char.IsLetter(c) => ReadWord(plain, at, tokens),
                ' ' or '(' or ')' => 1,
                '-' or '.' or '/' or ',' or '&' or '?' or '~' => ReadSign(plain[at], 0, tokens),
                '%' => ReadSign('~', 0, tokens) - 1 + ReadSign('?', 0, tokens),
                _ => ReadSign('#', 0, tokens),
            };
        }
        return tokens;
    }

    private static int ReadSign(char kind, int value, List<DateToken> tokens)
    {
        tokens.Add(new(kind, value));
        return 1;
    }

    private static int ReadNumber(string plain, int at, List<DateToken> tokens)
    {
        var length = 1;
        while (at + length < plain.Length && char.IsAsciiDigit(plain[at + length])) length++;
        if (length is 3 or > 4)
        {
            tokens.Add(new('#', 0));
            return length;
        }
        var number = int.Parse(plain.AsSpan(at, length), CultureInfo.InvariantCulture);
        var (sign, letters) = EndingAfter(plain, at + length);
        if (length == 4 && number % 10 == 0 && (Vocabulary.IsDecade(letters) || letters == "s"))
        {
            // 'The 1900s' can be ten years or a hundred; in Russian and Kazakh a hundred are called otherwise.
            tokens.Add(new(letters == "s" && number % 100 == 0 ? 'c' : 'd', number));
            return length + sign + letters.Length;
        }
        if (length == 4 && number % 10 == 0 && sign == 1
            && Vocabulary.At(plain, at + length + sign) is ([(';', _), .. var ending], var years))
        {
            tokens.Add(new('d', number));
            tokens.AddRange(ending);
            return length + sign + years + Stop(plain, at + length + sign + years);
        }
        tokens.Add(new(length == 4 ? 'y' : 'n', number));
        if (Vocabulary.Ending(letters) is not { } kind) return length;
        if (kind != ' ') tokens.Add(new(kind, 0));
        return length + sign + letters.Length;
    }

    // Letters after a number, with or without a dash or an apostrophe before them.
    private static (int Sign, string Letters) EndingAfter(string plain, int at)
    {
        var sign = at < plain.Length && plain[at] is '-' or '\'' ? 1 : 0;
        return (sign, Vocabulary.FirstWord(plain[(at + sign)..]));
    }

    private static int ReadWord(string plain, int at, List<DateToken> tokens)
    {
        if (Vocabulary.At(plain, at) is not { } found)
        {
            tokens.Add(new('#', 0));
            return Vocabulary.FirstWord(plain[at..]).Length;
        }
        tokens.AddRange(found.Tokens.Where(token => token.Kind != '_'));
        return found.Length + Stop(plain, at + found.Length);
    }

    // The stop of a word that is cut short.
    private static int Stop(string plain, int at) => at < plain.Length && plain[at] == '.' && plain[at - 1] != '.' ? 1 : 0;
}
