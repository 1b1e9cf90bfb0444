using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// The languages that there are texts in. Another language is another file of texts beside the English one, and its code here.
/// </summary>
public static class Languages
{
    /// <summary>
    /// The language of sentences in the API's answers, on the console and in exports: programs read them, and people of every language.
    /// </summary>
    public static CultureInfo OfTheApi { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>All of them; the first is that of the neutral files, whose texts stand in where another language has none.</summary>
    public static ImmutableArray<CultureInfo> All { get; } = [OfTheApi, CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("kk")];

    /// <summary>Makes something of each language's texts, once.</summary>
    /// <param name="resources">The files of texts.</param>
    /// <param name="make">Makes it of a language and its texts, by their keys.</param>
    public static FrozenDictionary<CultureInfo, T> Each<T>(
        ResourceManager resources, Func<CultureInfo, FrozenDictionary<string, string>, T> make) =>
        All.ToFrozenDictionary(language => language, language => make(language, Texts(resources, language)));

    /// <summary>
    /// What was made of a language's texts: of its own, else of a wider one's (<c>kk</c> for <c>kk-KZ</c>), else of the English ones.
    /// </summary>
    public static T In<T>(this FrozenDictionary<CultureInfo, T> each, CultureInfo language)
    {
        for (var wider = language; wider.Name.Length > 0; wider = wider.Parent)
        {
            if (each.TryGetValue(wider, out var found)) return found;
        }
        return each[All[0]];
    }

    /// <summary>The one of these languages that is meant: itself, else a wider one (<c>kk</c> for <c>kk-KZ</c>); null for none.</summary>
    public static CultureInfo? Find(CultureInfo language)
    {
        for (var wider = language; wider.Name.Length > 0; wider = wider.Parent)
        {
            if (All.Contains(wider)) return wider;
        }
        return null;
    }

    private static FrozenDictionary<string, string> Texts(ResourceManager resources, CultureInfo language)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var of in (CultureInfo[])[CultureInfo.InvariantCulture, language])
        {
            if (resources.GetResourceSet(of, createIfNotExists: true, tryParents: false) is not { } file) continue;
            foreach (DictionaryEntry text in file) texts[(string)text.Key] = (string)text.Value!;
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
