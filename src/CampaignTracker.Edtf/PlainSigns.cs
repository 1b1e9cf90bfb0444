using System.Globalization;
using System.Text;

namespace CampaignTracker.Edtf;

/// <summary>
/// What was typed or pasted, in the signs that dates are made of: figures of any script as 0 to 9, any dash as a dash, any blanks as one
/// blank, small letters. What cannot be seen (direction marks, soft hyphens) is left out.
/// </summary>
internal static class PlainSigns
{
    private const int FullWidth = '！' - '!';

    public static string Of(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        // Half of a character comes as U+FFFD, which no date has.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else plain.Append(Plain(rune));
        }
        for (var i = 1; i < plain.Length; i++)
        {
            // A Latin i in a Cyrillic word.
            if (plain[i] == 'i' && plain[i - 1] is >= 'Ѐ' and <= 'ӿ') plain[i] = 'і';
        }
        return plain.ToString().TrimEnd();
    }

    private static string Plain(Rune rune) => (Rune.GetUnicodeCategory(rune), rune.Value) switch
    {
        (UnicodeCategory.DecimalDigitNumber, _) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        (UnicodeCategory.DashPunctuation, _) or (_, '−') => "-",
        (UnicodeCategory.Format or UnicodeCategory.Control, _) => "",
        (_, '⁄' or '∕' or '؍') => "/",
        (_, '،') => ",",
        (_, '’' or 'ʼ') => "'",
        (_, '…') => "..",
        (_, >= '！' and <= '～') => $"{char.ToLowerInvariant((char)(rune.Value - FullWidth))}",
        (_, 'ё' or 'Ё') => "е",
        (_, 'ə' or 'Ə') => "ә",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
