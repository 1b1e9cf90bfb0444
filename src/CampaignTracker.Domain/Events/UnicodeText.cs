using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>What holds of characters in any script.</summary>
public static class UnicodeText
{
    /// <summary>
    /// A text in a normal form. What no text should hold (half a character, a noncharacter) becomes U+FFFD, where
    /// <see cref="string.Normalize(NormalizationForm)"/> would throw.
    /// </summary>
    public static string Normalized(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text)) return text;
        return (IndexOfUnstorable(text) < 0 ? text : Replaced(text)).Normalize(form);
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

    /// <summary>True for every kind of hyphen and dash.</summary>
    public static bool IsDash(Rune rune) =>
        rune.Value is '-' or 0x2212 || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation);

    /// <summary>True for an apostrophe, however it is typed, and for what is typed for one.</summary>
    public static bool IsApostrophe(Rune rune) =>
        rune.Value is '\'' or '`' or '´' or '‘' or '’' or '‛' or 'ʹ' or 'ʻ' or 'ʼ' or 'ʽ' or 'ʾ' or 'ʿ' or '′' or '＇';

    private static bool IsNoncharacter(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    private static string Replaced(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(IsNoncharacter(rune.Value) ? Rune.ReplacementChar : rune);
        return whole.ToString();
    }
}
