using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Folds names and texts to a skeleton in which the usual transliterations of a name meet: Tuletaeva, Tuletayeva, Тулетаева and
/// Төлетаева; Zhanaozen, Janaozen and Жаңаөзен; Пётр, Pyotr and Petr. It serves searching (<see cref="NameQuery"/>) and is never shown or
/// stored.
/// </summary>
public static class NameNormalizer
{
    /// <summary>
    /// A text's folded words in their order, each between blanks; after them, apart by two blanks, what the words also are: those joined by
    /// a hyphen as one word, and other readings of ambiguous letters.
    /// </summary>
    public static string Of(string text)
    {
        var (folded, also) = (new StringBuilder(text.Length + 2).Append(' '), new StringBuilder());
        foreach (var chunk in NameChunks.Of(text))
        {
            foreach (var word in chunk.Words()) folded.Append(word).Append(' ');
            foreach (var words in chunk.OtherForms()) also.Append(' ').AppendJoin(' ', words).Append(' ');
        }
        return folded.Append(also).ToString();
    }

    /// <summary>True for names that are one once they are folded, hyphens and blanks apart.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    private static string Key(string text) => string.Concat(NameChunks.Of(text).SelectMany(chunk => chunk.Words()));
}
