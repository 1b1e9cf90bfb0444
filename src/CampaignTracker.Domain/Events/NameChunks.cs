using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>Cuts a text where it has blanks, and what is between them into words.</summary>
internal static class NameChunks
{
    /// <summary>The chunks of a text that have a letter or digit.</summary>
    public static IReadOnlyList<NameChunk> Of(string text)
    {
        // As a letter, the sign would stick to its number.
        var plain = UnicodeText.Plain(text.Replace('№', ' '));
        var chunks = new List<(IReadOnlyList<(string Word, bool IsJoined)> Words, bool LooksUzbek)>();
        for (var start = 0; start < plain.Length;)
        {
            var end = IsBlank(plain[start]) ? start + 1 : EndOfChunk(plain, start);
            if (Read(Address(plain[start..end])) is { Words.Count: > 0 } chunk) chunks.Add(chunk);
            start = end;
        }

        // Names stand side by side: a letter that English lacks says how those of its neighbours may sound.
        var turkic = chunks.ConvertAll(chunk => chunk.Words.Any(word => NameSounds.LooksTurkic(word.Word)));
        return [.. chunks.Select((chunk, i) => new NameChunk(
            chunk.Words, chunk.LooksUzbek, turkic[i] || (i > 0 && turkic[i - 1]) || (i + 1 < turkic.Count && turkic[i + 1])))];
    }

    // A word that a hyphen breaks at the end of a line goes on after it.
    private static int EndOfChunk(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (!IsBlank(text[end]) || (text[end] is '\r' or '\n' && text[end - 1] is '-' or '\r'))) end++;
        return end;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>An address without its scheme and www, its escaped letters as they are read; anything else as it is.</summary>
    private static string Address(string chunk)
    {
        var scheme = chunk.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var start = scheme;
            while (start > 0 && char.IsAsciiLetterOrDigit(chunk[start - 1])) start--;
            chunk = $"{chunk[..start]}/{chunk[(scheme + 3)..]}";
            if (chunk.Contains('%', StringComparison.Ordinal)) chunk = UnicodeText.Plain(Uri.UnescapeDataString(chunk));
        }
        return chunk.Replace("/www.", "/", StringComparison.OrdinalIgnoreCase) is var bare
            && bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }

    private static (IReadOnlyList<(string Word, bool IsJoined)> Words, bool LooksUzbek) Read(string chunk)
    {
        var words = new List<(string Word, bool IsJoined)>();
        var word = new StringBuilder();
        var (looksUzbek, isJoined) = (false, false);
        for (var i = 0; i <= chunk.Length; i++)
        {
            if (IsOfWord(chunk, i))
            {
                looksUzbek |= chunk[i] is 'x' or 'X' or 'q' or 'Q';
                word.Append(chunk[i]);
                continue;
            }
            if (i < chunk.Length && char.GetUnicodeCategory(chunk[i]) is UnicodeCategory.NonSpacingMark) continue;
            if (i < chunk.Length && chunk[i] == '\'')
            {
                looksUzbek |= i > 0 && chunk[i - 1] is 'o' or 'O' or 'g' or 'G' && IsOfWord(chunk, i + 1);
                // Somebody's is that somebody.
                if (i > 0 && IsOfWord(chunk, i - 1) && i + 1 < chunk.Length && chunk[i + 1] is 's' or 'S' && !IsOfWord(chunk, i + 2)) i++;
                continue;
            }
            if (word.Length > 0)
            {
                // Numbers that a hyphen joins are a range, or the parts of an identifier.
                var joined = isJoined && !(char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(words[^1].Word[^1]));
                words.Add((word.ToString().ToUpperInvariant().ToLowerInvariant(), joined));
                word.Clear();
            }
            isJoined = i < chunk.Length
                && ((chunk[i] == '-' && i > 0 && IsOfWord(chunk, i - 1)) || (isJoined && chunk[i] is '\r' or '\n'));
        }
        return (words, looksUzbek);
    }

    private static bool IsOfWord(string text, int at)
    {
        if (at < 0 || at >= text.Length) return false;
        var c = text[at];
        if (char.IsSurrogate(c)) return char.IsLetter(text, char.IsLowSurrogate(c) ? at - 1 : at);
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.SpacingCombiningMark;
    }
}
