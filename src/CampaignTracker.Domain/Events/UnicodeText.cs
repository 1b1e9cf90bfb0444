using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>What holds of characters in any script.</summary>
public static class UnicodeText
{
    /// <summary>
    /// A text as it is compared: in compatibility form (NFKC: ligatures and full-width letters are plain ones), without invisible
    /// characters, with apostrophes and dashes as on a keyboard and decimal digits of any script as 0 to 9. What no text should hold (half
    /// a character, a noncharacter) becomes U+FFFD. Doing it again changes nothing.
    /// </summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text.Replace('`', '\'');
        return WithPlainCharacters(WithPlainCharacters(text).Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormKC);
    }

    /// <summary>
    /// Where a text first holds what cannot be kept faithfully: U+0000, half a character (a lone surrogate) or a noncharacter
    /// (U+FDD0 to U+FDEF, and the last two of each plane); -1 where it is nowhere.
    /// </summary>
    public static int IndexOfUnstorable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\ud800') continue;
            if (!char.IsSurrogate(c))
            {
                if (c is '\0' || IsNoncharacter(c)) return i;
            }
            else if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]) || IsNoncharacter(char.ConvertToUtf32(c, text[i + 1])))
            {
                return i;
            }
            else
            {
                i++;
            }
        }
        return -1;
    }

    /// <summary>
    /// True for a character that shows nothing and takes no room: soft hyphen, zero-width space and joiners, marks of direction, selectors
    /// of a variant (Unicode calls most of them default ignorable).
    /// </summary>
    public static bool IsInvisible(Rune rune) => !rune.IsAscii
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5
            or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF));

    private static bool IsNoncharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    // What is typed for an apostrophe is one, letters that look like it among them.
    private static bool IsApostrophe(int code) =>
        code is '`' or '´' or '‘' or '’' or '‛' or 'ʹ' or 'ʻ' or 'ʼ' or 'ʽ' or 'ʾ' or 'ʿ' or '′';

    private static string WithPlainCharacters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            var category = Rune.GetUnicodeCategory(rune);
            if (IsApostrophe(rune.Value)) plain.Append('\'');
            else if (category is UnicodeCategory.DashPunctuation || rune.Value is '−') plain.Append('-');
            else if (category is UnicodeCategory.DecimalDigitNumber) plain.Append((int)Rune.GetNumericValue(rune));
            else plain.Append(IsNoncharacter(rune.Value) ? Rune.ReplacementChar : rune);
        }
        return plain.ToString();
    }
}
