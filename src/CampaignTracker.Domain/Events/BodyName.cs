using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Names of bodies as they are compared: <c>the  COUNCIL</c>, with a soft hyphen or a no-break space in it, is the Council. Unlike
/// <see cref="NameNormalizer"/>, it brings no spellings together: another word is another body.
/// </summary>
public static class BodyName
{
    /// <summary>
    /// A name without its case, its leading article and its invisible characters, in compatibility form (NFKC), each run of blanks one
    /// blank, dashes and apostrophes as on a keyboard. It serves comparing, never showing or storing; folding it again changes nothing.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = UnicodeText.Normalized(Plain(UnicodeText.Normalized(name, NormalizationForm.FormKC)), NormalizationForm.FormKC);
        while (AfterArticle(folded) is { } rest) folded = rest;
        return folded;
    }

    /// <summary>True for two spellings of one name.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Fold(one), Fold(other), StringComparison.Ordinal);

    private static string? AfterArticle(string folded)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "an ", "a "])
        {
            if (folded.StartsWith(article, StringComparison.Ordinal)) return folded[article.Length..];
        }
        return null;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (UnicodeText.IsInvisible(rune)) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (UnicodeText.IsDash(rune)) plain.Append('-');
            else if (UnicodeText.IsApostrophe(rune)) plain.Append('\'');
            else AppendLower(plain, rune);
        }
        return plain is [.., ' '] ? plain.ToString(0, plain.Length - 1) : plain.ToString();
    }

    // Upper first: several small letters share a capital (ς and σ). The letters with and without a dot of Turkish and Azeri are one i.
    private static void AppendLower(StringBuilder plain, Rune rune)
    {
        if (rune.Value is 'ß' or 'ẞ') plain.Append("ss");
        else if (rune.Value is 'ı' or 'İ') plain.Append('i');
        else if (rune.Value is not 0x307 || plain is not [.., 'i']) plain.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)));
    }
}
