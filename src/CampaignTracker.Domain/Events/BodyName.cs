using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Names of bodies as they are compared: <c>the  COUNCIL</c>, with a soft hyphen or a no-break space in it, is the Council. Unlike
/// <see cref="NameNormalizer"/>, it brings no spellings together: another word is another body.
/// </summary>
public static class BodyName
{
    /// <summary>
    /// A name without its case, its leading article and its invisible characters, as <see cref="UnicodeText.Plain"/> has it, each run of
    /// blanks one blank. It serves comparing, never showing or storing; folding it again changes nothing.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = UnicodeText.Plain(Lower(UnicodeText.Plain(name)));
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

    private static string Lower(string name)
    {
        var lower = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) AppendLower(lower, rune);
            else if (lower.Length > 0 && lower[^1] != ' ') lower.Append(' ');
        }
        return lower.ToString().TrimEnd(' ');
    }

    // Upper first: several small letters share a capital (ς and σ). The letters with and without a dot of Turkish and Azeri are one i.
    private static void AppendLower(StringBuilder lower, Rune rune)
    {
        if (rune.Value is 'ß' or 'ẞ') lower.Append("ss");
        else if (rune.Value is 'ı' or 'İ') lower.Append('i');
        else if (rune.Value is not 0x307 || lower.Length == 0 || lower[^1] != 'i')
            lower.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)));
    }
}
