using System.Numerics;

namespace CampaignTracker.Domain.Events;

/// <summary>What is written without a blank: a word, words joined by hyphens, an identifier, an address.</summary>
/// <param name="words">Its words in small letters; each with whether a hyphen joins it to the one before.</param>
/// <param name="looksUzbek">Whether a letter is used as the Latin alphabet of Uzbek does: oʻ, gʻ, x, q.</param>
/// <param name="amongTurkic">Whether it stands among Turkic words, so that letters that English has too may sound otherwise.</param>
internal sealed class NameChunk(IReadOnlyList<(string Word, bool IsJoined)> words, bool looksUzbek, bool amongTurkic)
{
    // Longer ones are no names but addresses.
    private const int MaxLetters = 80;
    private const int MaxAmbiguities = 4;
    private const int MinLettersOfOtherVowels = 5;
    private const int MaxOtherVowels = 4;

    private readonly bool isHyphenated = words.Any(word => word.IsJoined);
    private readonly Reading ambiguities = AmbiguitiesOf(words, amongTurkic);

    public bool LooksUzbek => looksUzbek;

    /// <summary>The folded words.</summary>
    public IReadOnlyList<string> Words(Reading reading = Reading.Usual) => Folded(words.Select(word => word.Word), reading);

    /// <summary>Everything else that it is: its words in other readings, and those that hyphens join as one word.</summary>
    public IEnumerable<IReadOnlyList<string>> OtherForms()
    {
        if (isHyphenated) yield return Joined(Reading.Usual);
        foreach (var reading in OtherReadings())
        {
            yield return Words(reading);
            if (isHyphenated) yield return Joined(reading);
        }
    }

    /// <summary>
    /// A single word as it is spelt where o and a change places: Uzbek and Tajik write o where Russian writes а (Murod, Мурад). None for a
    /// short word, nor for a Latin one that does not look Uzbek: it would find too much.
    /// </summary>
    public IEnumerable<string> WithOtherVowels(bool uzbek)
    {
        if (words is not [{ Word: { Length: >= MinLettersOfOtherVowels and <= MaxLetters } word }]) yield break;
        if (!uzbek && !NameSounds.IsCyrillic(word[0])) yield break;
        var vowels = NameSounds.OtherVowels(word).Take(MaxOtherVowels).ToList();
        for (var chosen = 1; chosen < 1 << vowels.Count; chosen++)
        {
            var letters = word.ToCharArray();
            foreach (var (i, (at, other)) in vowels.Index())
            {
                if ((chosen & (1 << i)) != 0) letters[at] = other;
            }
            var changed = new string(letters);
            foreach (var reading in OtherReadings().Prepend(Reading.Usual)) yield return NameSounds.Fold(changed, reading);
        }
    }

    private static Reading AmbiguitiesOf(IReadOnlyList<(string Word, bool IsJoined)> words, bool amongTurkic)
    {
        if (words.Sum(word => word.Word.Length) > MaxLetters) return Reading.Usual;
        var found = words.Aggregate(Reading.Usual, (found, word) => found | NameSounds.Ambiguities(word.Word, amongTurkic));
        while (BitOperations.PopCount((uint)found) > MaxAmbiguities) found &= found - 1;
        return found;
    }

    private IEnumerable<Reading> OtherReadings()
    {
        for (var reading = ambiguities; reading != Reading.Usual; reading = (reading - 1) & ambiguities) yield return reading;
    }

    private List<string> Joined(Reading reading)
    {
        var joined = new List<string>();
        foreach (var (word, isJoined) in words)
        {
            if (isJoined) joined[^1] += word;
            else joined.Add(word);
        }
        return Folded(joined, reading);
    }

    private static List<string> Folded(IEnumerable<string> words, Reading reading) =>
        [.. words.Select(word => NameSounds.Fold(word, reading)).Where(word => word.Length > 0)];
}
