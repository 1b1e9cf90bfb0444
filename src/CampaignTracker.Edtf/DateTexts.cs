using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace CampaignTracker.Edtf;

/// <summary>What dates are said with in one language.</summary>
/// <remarks>
/// Names of months and days stand in the files too: those of the machine differ from one to the next, and are English where it has none.
/// </remarks>
internal sealed class DateTexts
{
    // Another language is its files DateTexts.xx.resx and Vocabulary/xx.txt, and its code here. The first is that of the neutral file.
    internal static readonly string[] Languages = ["en", "ru", "kk"];

    internal static ResourceManager Resources { get; } = new("CampaignTracker.Edtf.DateTexts", typeof(DateTexts).Assembly);

    private static readonly FrozenDictionary<string, DateTexts> Each =
        Languages.ToFrozenDictionary(name => name, name => new DateTexts(CultureInfo.GetCultureInfo(name)), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> texts;
    private readonly FrozenDictionary<string, string[]> lists;

    private DateTexts(CultureInfo language)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        foreach (var of in (CultureInfo[])[CultureInfo.InvariantCulture, language])
        {
            if (Resources.GetResourceSet(of, createIfNotExists: true, tryParents: false) is not { } file) continue;
            foreach (DictionaryEntry text in file) all[(string)text.Key] = (string)text.Value!;
        }
        texts = all.ToFrozenDictionary(StringComparer.Ordinal);
        lists = all.Where(text => text.Key.Split('.')[0] is "Months" or "Seasons" or "Weekdays")
            .ToFrozenDictionary(text => text.Key, text => text.Value.Split(' '), StringComparer.Ordinal);
    }

    /// <summary>The texts of a language, or of a wider one (<c>kk</c> for <c>kk-KZ</c>), else the English ones.</summary>
    public static DateTexts In(CultureInfo language)
    {
        for (var wider = language; wider.Name.Length > 0; wider = wider.Parent)
        {
            if (Each.TryGetValue(wider.Name, out var found)) return found;
        }
        return Each[Languages[0]];
    }

    /// <summary>The first text that there is of several keys.</summary>
    public string Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (texts.TryGetValue(key, out var text)) return text;
        }
        throw new InvalidOperationException($"DateTexts.resx has none of {string.Join(", ", keys.ToArray())}.");
    }

    /// <summary>A word of a list (<c>Months</c>, <c>Seasons</c>, <c>Weekdays</c>) in a form, else as it stands alone.</summary>
    /// <param name="list">The list.</param>
    /// <param name="form">The form.</param>
    /// <param name="index">From 0.</param>
    public string Word(string list, string form, int index) => lists.GetValueOrDefault($"{list}.{form}", lists[list])[index];

    /// <summary>A text with what stands for its places: <c>{name}</c> and <c>{name:form}</c>.</summary>
    public static string Fill(string template, Func<string, string, string> said)
    {
        var filled = new System.Text.StringBuilder(template.Length + 16);
        for (int at = 0, open; at < template.Length; at++)
        {
            open = template.IndexOf('{', at);
            filled.Append(template, at, (open < 0 ? template.Length : open) - at);
            if (open < 0) break;
            at = template.IndexOf('}', open);
            var place = template[(open + 1)..at];
            var colon = place.IndexOf(':', StringComparison.Ordinal);
            filled.Append(colon < 0 ? said(place, "") : said(place[..colon], place[(colon + 1)..]));
        }
        return filled.ToString();
    }
}
