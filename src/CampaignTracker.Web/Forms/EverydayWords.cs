using System.Collections.Immutable;
using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Forms;

/// <summary>What somebody may want to record who says in a word what happened.</summary>
/// <param name="Types">The event types: the likeliest first, or the choices of a question.</param>
/// <param name="IsQuestion">True where the word says too little for one of them to be likelier than another.</param>
public sealed record EverydayMeaning(ImmutableArray<EventType> Types, bool IsQuestion);

/// <summary>
/// The words in which people say what happened, and the event types that they lead to, in every language at once. They stand in
/// Resources/Everyday, a file for each of <see cref="Languages.All"/>: a line has event types and, after a colon, the stems that lead to
/// them.
/// </summary>
public static class EverydayWords
{
    private const int Most = 4;
    private const int MinLettersOfBeginning = 3;

    private static readonly ImmutableArray<Line> Lines = [.. Languages.All.SelectMany(Read)];

    /// <summary>A stem: its folded words in their order, and whether each may have any ending.</summary>
    private sealed record Stem(ImmutableArray<(string Word, bool IsOpen)> Words)
    {
        public int Letters { get; } = Words.Sum(word => word.Word.Length);
    }

    private sealed record Line(EverydayMeaning Meaning, ImmutableArray<Stem> Stems);

    /// <summary>A line that a text leads to: by which of its words, and how many letters of them.</summary>
    private sealed record Found(EverydayMeaning Meaning, ImmutableHashSet<int> Words, int Letters);

    /// <summary>What a text may mean; null where no word of it is known.</summary>
    /// <remarks>Of the stems that are in it the longest counts, and the others' types come after its own.</remarks>
    public static EverydayMeaning? Find(string text)
    {
        if (text.Length > NameQuery.MaxLength) return null;
        var words = Folded(text);
        var found = Best(stem => WordsOf(stem, words));
        // Somebody may still be typing the last word.
        if (found.Count == 0 && words is [.., { Length: >= MinLettersOfBeginning } last])
        {
            found = Best(stem => stem.Words is [{ Word: var word }] && word.StartsWith(last, StringComparison.Ordinal)
                ? [words.Length - 1] : null);
        }
        if (found.Count == 0) return null;
        // Nobody is asked where another word answers.
        var told = found.FindAll(one => !one.Meaning.IsQuestion && !(found[0].Meaning.IsQuestion && one.Words.IsSubsetOf(found[0].Words)));
        return told.Count == 0
            ? found[0].Meaning
            : new([.. told.SelectMany(one => one.Meaning.Types).Distinct().Take(Most)], IsQuestion: false);
    }

    private static List<Found> Best(Func<Stem, ImmutableHashSet<int>?> wordsOf) =>
        [.. Lines.Select(line => line.Stems.OrderByDescending(stem => stem.Letters)
            .Select(stem => wordsOf(stem) is { } words ? new Found(line.Meaning, words, stem.Letters) : null)
            .FirstOrDefault(found => found is not null))
            .OfType<Found>().OrderByDescending(found => found.Letters)];

    /// <summary>The places of the words of a text in which a stem is; null where it is not in it.</summary>
    private static ImmutableHashSet<int>? WordsOf(Stem stem, string[] words)
    {
        var (places, at) = (ImmutableHashSet.CreateBuilder<int>(), 0);
        foreach (var (word, isOpen) in stem.Words)
        {
            while (at < words.Length && !(isOpen ? words[at].StartsWith(word, StringComparison.Ordinal) : words[at] == word)) at++;
            if (at >= words.Length) return null;
            places.Add(at++);
        }
        return places.ToImmutable();
    }

    private static string[] Folded(string text) => NameNormalizer.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Line> Read(CultureInfo language)
    {
        var name = $"Everyday/{language.Name}.txt";
        using var reader = new StreamReader(typeof(EverydayWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the program."));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(':', 2);
            var isQuestion = parts[0][0] == '?';
            yield return new(
                new([.. parts[0].TrimStart('?').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TypeOf)], isQuestion),
                [.. parts[1].Split(',').Select(StemOf)]);
        }
    }

    private static EventType TypeOf(string name) =>
        EventCatalogue.Find(name) ?? throw new InvalidOperationException($"{name} is no event type.");

    private static Stem StemOf(string written) => new([.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Words)]);

    // What a hyphen joins is several words, of which the last has the ending.
    private static IEnumerable<(string Word, bool IsOpen)> Words(string written)
    {
        var words = NameNormalizer.Of(written).Split("  ")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Select((word, i) => (word, i == words.Length - 1 && written.EndsWith('*')));
    }
}
