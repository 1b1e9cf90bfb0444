using System.Buffers;
using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// How the letters of names sound: Latin (English, Turkic and European spellings), Cyrillic (Russian, Ukrainian, Belarusian and the
/// languages of Central Asia), Georgian and Armenian. Letters of other scripts stand for themselves.
/// </summary>
/// <remarks>
/// Treated alike: case, accents and soft signs; o and u (ө is written as either); y, i, ы and й; i before another vowel and none (ya, ia, я
/// and a); kh, h, q and k; zh, j and ж; ts, tz, ц and c before e, i, y; shch, sch and sh; w, v, ў, and u after a vowel at the end; doubled
/// letters. In words of two letters o and u stay apart (on, UN). No ending is cut, so that the beginning of a word is, but for a split
/// digraph, a beginning of the folded word too.
/// </remarks>
internal static class NameSounds
{
    // One capital stands for a sound that several letters spell: S for sh, C for ch, J for zh.
    private static readonly Dictionary<char, string> Letters = Table(
        // Cyrillic
        "аa,әa,бb,вv,гg,ғg,ґg,дd,еe,ёe,жJ,җJ,ҷJ,зz,иi,іi,їi,йi,кk,қk,ҡk,лl,мm,нn,ңn,оu,өu,пp,рr,сs,ҫs,тt,уu,ұu,үu,фf,хk,ҳk,һk,цts,чC,ҹC",
        "шS,щS,ъ,ыi,ь,эe,ђd,ѕz,јi,љl,њn,ћC,џJ,ѣe,ӕa,ӏ",
        // Latin
        "ck,hk,jJ,ou,qk,wv,xks,yi,şS,šS,çC,čC,žJ,ıi,łl,øu,đd,ßs,æe,œu,əa,ǝa,ɵu,ŋn,ħk,ŧt,ƶz,ƣg,ðd,þt",
        // Georgian
        "აa,ბb,გg,დd,ეe,ვv,ზz,თt,იi,კk,ლl,მm,ნn,ოu,პp,ჟJ,რr,სs,ტt,უu,ფp,ქk,ღg,ყk,შS,ჩC,ცts,ძdz,წts,ჭC,ხk,ჯJ,ჰk",
        // Armenian
        "աa,բb,գg,դd,եe,զz,էe,ըi,թt,ժJ,իi,լl,խk,ծts,կk,հk,ձdz,ղg,ճC,մm,յi,նn,շS,ոu,չC,պp,ջJ,ռr,սs,վv,տt,րr,ցts,ւv,փp,քk,օu,ֆf");

    private static readonly SearchValues<char> Turkic = SearchValues.Create("əǝıİğşçöü");

    private static readonly SearchValues<char> CyrillicVowels = SearchValues.Create("аәеёиіоөуұүыэюя");

    private static readonly (string Spelling, string Sound)[] Digraphs =
        [("shch", "S"), ("sch", "S"), ("dzh", "J"), ("tch", "C"), ("дж", "J"), ("sh", "S"), ("ch", "C"), ("zh", "J"), ("dj", "J"),
        ("kh", "k"), ("gh", "g"), ("tz", "ts"), ("ու", "u")];

    /// <summary>A word as it sounds.</summary>
    /// <param name="word">A word in small letters.</param>
    /// <param name="reading">The letters that are read otherwise than usually.</param>
    public static string Fold(string word, Reading reading)
    {
        var sounds = Sounds(word, reading);
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

    /// <summary>The letters of a word that can be read otherwise.</summary>
    /// <param name="word">A word in small letters.</param>
    /// <param name="turkic">Whether it stands among words of Azeri, Turkish or Turkmen.</param>
    public static Reading Ambiguities(string word, bool turkic)
    {
        var found = Reading.Usual;
        for (var i = 0; i < word.Length; i++)
        {
            found |= word[i] switch
            {
                'ё' => Reading.Yo,
                'o' when IsYo(word, i - 1) => Reading.Yo,
                'x' => Reading.Kh,
                'ə' or 'ǝ' or 'ә' => IsLaterSchwa(word, i) ? Reading.LaterSchwa : Reading.Schwa,
                'q' or 'c' when turkic => Reading.Azeri,
                'ý' => Reading.Yacute,
                'г' when i == 0 && word.Length > 3 && IsCyrillicVowel(word[1]) => Reading.Breath,
                _ => Reading.Usual,
            };
        }
        return found;
    }

    /// <summary>True for a word with a letter of Azeri, Turkish or Turkmen that English lacks.</summary>
    public static bool LooksTurkic(string word) => word.AsSpan().ContainsAny(Turkic);

    /// <summary>True for a Cyrillic letter.</summary>
    public static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';

    /// <summary>True for a letter of a script that is written without blanks between words: Chinese, Japanese, Thai, Burmese, Khmer; and
    /// Korean, which inflects what stands between them.</summary>
    public static bool IsWrittenWithoutBlanks(char c) => c is (>= '\u0E00' and < '\u0F00') or (>= '\u1000' and < '\u10A0')
        or (>= '\u1780' and < '\u1800') or (>= '\u2E80' and < '\uA4D0') or (>= '\uAC00' and < '\uD7B0') or (>= '\uF900' and < '\uFB00');

    /// <summary>Where a word has an o or a that another language may spell as the other; the endings -ov and -ova are the same.</summary>
    public static IEnumerable<(int At, char Other)> OtherVowels(string word)
    {
        var ending = word.TrimEnd('a', 'а') is [.., 'o' or 'о', 'v' or 'w' or 'в'] stem ? stem.Length - 2 : word.Length;
        for (var i = 0; i < ending; i++)
        {
            if (Other(word[i]) is { } other) yield return (i, other);
        }

        static char? Other(char c) => c switch { 'a' => 'o', 'o' => 'a', 'а' => 'о', 'о' => 'а', _ => null };
    }

    private static StringBuilder Sounds(string word, Reading reading)
    {
        var sounds = new StringBuilder(word.Length + 4);
        var ukrainian = IsUkrainianOrBelarusian(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (Digraph(word, i) is { Spelling.Length: > 0 } digraph)
            {
                sounds.Append(digraph.Sound);
                i += digraph.Spelling.Length - 1;
            }
            else if (reading.HasFlag(Reading.Yo) && IsYo(word, i))
            {
                sounds.Append('e');
                i++;
            }
            else if (Special(word, i, reading, ukrainian) is { } sound) sounds.Append(sound);
            else if (Letters.TryGetValue(word[i], out var usual)) sounds.Append(usual);
            else if (word[i] < 128) sounds.Append(word[i]);
            else AppendBare(sounds, word[i]);
        }
        return sounds;
    }

    // What depends on the letters around, or on the reading.
    private static string? Special(string word, int i, Reading reading, bool ukrainian)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        return word[i] switch
        {
            'г' when ukrainian || (i == 0 && reading.HasFlag(Reading.Breath)) => "k",
            'c' or 'q' when reading.HasFlag(Reading.Azeri) => word[i] == 'c' ? "J" : "g",
            'c' when next is 'e' or 'i' or 'y' => "ts",
            'j' when i > 0 && next == '\0' && word[i - 1] is 'i' or 'y' => "i",
            'ў' => i > 0 && IsCyrillicVowel(word[i - 1]) ? "v" : "u",
            'o' or 'о' when word.Length <= 2 => "o",
            'є' => "ie",
            'ю' => "iu",
            'я' => "ia",
            'և' => "ev",
            'ո' when i == 0 && next != 'ւ' => "vu",
            'ё' when reading.HasFlag(Reading.Yo) => "iu",
            'x' when reading.HasFlag(Reading.Kh) => "k",
            'ə' or 'ǝ' or 'ә' when reading.HasFlag(IsLaterSchwa(word, i) ? Reading.LaterSchwa : Reading.Schwa) => "e",
            'ý' when reading.HasFlag(Reading.Yacute) => "u",
            _ => null,
        };
    }

    // Latin ё: Pyotr, Piotr; but not the many English words in -ion.
    private static bool IsYo(string word, int at) => at >= 0 && at + 1 < word.Length && word[at + 1] == 'o'
        && (word[at] == 'y' || (word[at] == 'i' && at > 0 && (at + 2 == word.Length || word[at + 2] != 'n')));

    private static bool IsLaterSchwa(string word, int at) => word.AsSpan(0, at).IndexOfAny('ə', 'ǝ', 'ә') >= 0;

    private static bool IsCyrillicVowel(char c) => CyrillicVowels.Contains(c);

    private static (string Spelling, string Sound) Digraph(string word, int at)
    {
        if (word[at] is not ('s' or 'd' or 't' or 'д' or 'c' or 'z' or 'k' or 'g' or 'ո')) return default;
        foreach (var digraph in Digraphs)
        {
            if (string.CompareOrdinal(word, at, digraph.Spelling, 0, digraph.Spelling.Length) == 0) return digraph;
        }
        return default;
    }

    // Their г is a breath (Serhiy, Ryhor); Kazakh shares і with them, but not these.
    private static bool IsUkrainianOrBelarusian(string word) =>
        word.AsSpan().IndexOfAny("їєґ") >= 0 || word.Contains("ій", StringComparison.Ordinal) || HasBelarusianW(word);

    // Uzbek has the letter too, where it is no second half of a vowel.
    private static bool HasBelarusianW(string word) =>
        word.IndexOf('ў', StringComparison.Ordinal) is > 0 and var at && IsCyrillicVowel(word[at - 1]);

    // A letter without its accent; what is more than an accent (a syllable of Korean) stays.
    private static void AppendBare(StringBuilder sounds, char accented)
    {
        var parts = char.IsSurrogate(accented) ? "" : accented.ToString().Normalize(NormalizationForm.FormD);
        if (parts.Length < 2 || char.GetUnicodeCategory(parts[1]) is not UnicodeCategory.NonSpacingMark) sounds.Append(accented);
        else if (Letters.TryGetValue(char.ToLowerInvariant(parts[0]), out var sound)) sounds.Append(sound);
        else sounds.Append(char.ToLowerInvariant(parts[0]));
    }

    private static Dictionary<char, string> Table(params ReadOnlySpan<string> scripts)
    {
        var letters = new Dictionary<char, string>();
        foreach (var script in scripts)
        {
            foreach (var letter in script.Split(',')) letters.Add(letter[0], letter[1..]);
        }
        return letters;
    }
}

/// <summary>Letters that sound otherwise in another language, or are left out by habit; the last in the list matter most.</summary>
[Flags]
internal enum Reading
{
    /// <summary>Every letter as it is read most often.</summary>
    Usual = 0,

    /// <summary>Russian г at the beginning for a foreign h: Гейдар is Heydar.</summary>
    Breath = 1,

    /// <summary>Kazakh ý for у: Qýandyq.</summary>
    Yacute = 2,

    /// <summary>Azeri c and q: Cəfərov is Jafarov, İntiqam is Intigam.</summary>
    Azeri = 4,

    /// <summary>The second ə and those after it as e: Məmmədov is Mamedov for some.</summary>
    LaterSchwa = 8,

    /// <summary>The first ə as e: Kərimov is Kerimov for some.</summary>
    Schwa = 16,

    /// <summary>x as kh, not as ks: Xalmurodov.</summary>
    Kh = 32,

    /// <summary>ё as yo, and yo as the е that ё is often written as.</summary>
    Yo = 64,
}
