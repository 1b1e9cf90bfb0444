namespace CampaignTracker.Domain.Events;

/// <summary>
/// What somebody looks for: words in any order, each in any script. What is written together is looked for together: <c>EU-Kazakhstan</c>,
/// <c>P7_TA(2013)0190</c> and an address find themselves, not their parts far apart.
/// </summary>
/// <remarks>A folded word of one or two letters must be there whole, one of three as a beginning, a longer one as any part.</remarks>
public sealed class NameQuery
{
    /// <summary>The longest text that is looked for; a longer one is found nowhere.</summary>
    public const int MaxLength = 20_000;

    private readonly IReadOnlyList<IReadOnlyList<string>> wanted;

    /// <summary>What is asked by a text; one without a letter or digit asks for nothing.</summary>
    public NameQuery(string text)
    {
        if (text.Length > MaxLength)
        {
            wanted = [[]];
            return;
        }
        var chunks = NameChunks.Of(text);
        var uzbek = chunks.Any(chunk => chunk.LooksUzbek);
        wanted = [.. chunks.Select(chunk => Alternatives(chunk, uzbek)).Where(alternatives => alternatives.Count > 0)];
    }

    /// <summary>True where nothing is asked for, and everything found.</summary>
    public bool IsEmpty => wanted.Count == 0;

    /// <summary>True for a folded text (<see cref="NameNormalizer.Of"/>) that has all that is asked for.</summary>
    public bool Finds(string folded)
    {
        foreach (var alternatives in wanted)
        {
            if (!FindsAny(folded, alternatives)) return false;
        }
        return true;
    }

    private static bool FindsAny(string folded, IReadOnlyList<string> alternatives)
    {
        foreach (var alternative in alternatives)
        {
            if (folded.Contains(alternative, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static List<string> Alternatives(NameChunk chunk, bool uzbek) =>
        [.. chunk.OtherForms().Prepend(chunk.Words()).Where(words => words.Count > 0).Select(Term)
            .Concat(chunk.WithOtherVowels(uzbek).Select(word => $" {word}")).Distinct(StringComparer.Ordinal)];

    private static string Term(IReadOnlyList<string> words)
    {
        var (last, together) = (words[^1], string.Join(' ', words));
        if (NameSounds.IsWrittenWithoutBlanks(last[0]) && words.Count == 1) return together;
        if (last.Length <= 2) return $" {together} ";
        return words.Count > 1 || last.Length == 3 ? $" {together}" : together;
    }
}
