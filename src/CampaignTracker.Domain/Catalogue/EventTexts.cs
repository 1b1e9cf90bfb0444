using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// The domain's texts in one language: sentences of events, names and help of types and fields, words for values, sentences of issues.
/// </summary>
public sealed class EventTexts
{
    /// <summary>
    /// The files of texts: Catalogue/Texts/EventTexts.resx, and one beside it for each other language. Its head says how keys are made.
    /// </summary>
    public static ResourceManager Resources { get; } =
        new("CampaignTracker.Domain.Catalogue.Texts.EventTexts", typeof(EventTexts).Assembly);

    private static readonly FrozenDictionary<CultureInfo, EventTexts> Each = Languages.Each(Resources, (language, texts) =>
        new EventTexts(language, texts));

    private readonly FrozenDictionary<string, string> texts;
    private readonly FrozenDictionary<Enum, string> words;

    private EventTexts(CultureInfo language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        this.texts = texts;
        words = Enumerations.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Distinct()
            .ToFrozenDictionary(value => value, value => texts.GetValueOrDefault(KeyOf(value), value.ToString()));
        Issues = new IssueTexts(language, texts, Find);
        Sentences = EventCatalogue.All.SelectMany(SentencesOf).ToFrozenDictionary(sentence => sentence.Key, StringComparer.Ordinal);
        (Yes, No, Comma) = (Find("value.yes") ?? "", Find("value.no") ?? "", Find("list") ?? "");
        (Claim, Votes) = (TextTemplate.Read(Find("value.claim") ?? ""), TextTemplate.Read(Find("value.votes") ?? ""));
    }

    /// <summary>The enumerations whose values have words.</summary>
    public static IEnumerable<Type> Enumerations => typeof(EventTexts).Assembly.GetExportedTypes().Where(type => type.IsEnum);

    /// <summary>The texts in a language.</summary>
    public static EventTexts In(CultureInfo language) => Each.In(language);

    /// <summary>The language.</summary>
    public CultureInfo Language { get; }

    /// <summary>The sentences of issues.</summary>
    public IssueTexts Issues { get; }

    /// <summary>A text by its key; null when there is none.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>A value of an enumeration in words: <c>sentence served</c>.</summary>
    public string Word(Enum value) => words.TryGetValue(value, out var word) ? word : value.ToString();

    /// <summary>What an event type is called: <c>release achieved</c>.</summary>
    public string Name(EventType type) => Find($"type.{type.Name}") ?? type.Name;

    /// <summary>The key of a value's word.</summary>
    public static string KeyOf(Enum value) => $"{value.GetType().Name}.{value}";

    internal FrozenDictionary<string, Sentence> Sentences { get; }

    internal string Yes { get; }

    internal string No { get; }

    internal string Comma { get; }

    internal TextTemplate Claim { get; }

    internal TextTemplate Votes { get; }

    private IEnumerable<Sentence> SentencesOf(EventType type) =>
        texts.Where(text => text.Key == type.Name || text.Key.StartsWith($"{type.Name}:", StringComparison.Ordinal))
            .Select(text => new Sentence(text.Key, type, text.Value));
}
