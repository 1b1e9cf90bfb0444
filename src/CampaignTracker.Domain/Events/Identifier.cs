using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CampaignTracker.Domain.Events;

/// <summary>An identifier of a text, unique in its scheme within a campaign: scheme <c>ta</c>, value <c>P7_TA(2013)0190</c>.</summary>
/// <param name="Scheme">One of <c>procedure</c>, <c>ta</c>, <c>motion</c>, <c>report</c>, <c>celex</c>, <c>eli</c>, <c>oj</c>,
/// <c>question</c>, or another scheme's short name.</param>
/// <param name="Value">The value as the scheme writes it.</param>
public sealed record Identifier(string Scheme, string Value)
{
    /// <summary>The longest scheme and the longest value, in UTF-16 code units.</summary>
    public const int MaxLength = 300;

    // What is written before a value of a scheme, and is none of it. The scheme's own name is so in every scheme.
    private static readonly FrozenDictionary<string, string[]> Prefixes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["oj"] = ["ojeu", "ojec", "official", "journal", "of", "the", "european", "union", "communities", "eu"],
        ["eli"] = ["https", "http", "data", "europa", "eu"],
        ["question"] = ["written", "oral", "parliamentary"],
        ["motion"] = ["joint", "for", "a", "resolution"],
        ["ta"] = ["text", "texts", "adopted"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbering = new[] { "no", "nr", "n", "number" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The identifier as institutions read it, by which two are compared: letters of either case, any sign or blank between its parts, no
    /// name of the scheme before it (<c>CELEX:</c>, <c>OJ </c>), nothing after it, numbers without leading zeros.
    /// </summary>
    public Identifier Canonical()
    {
        var scheme = string.Concat(Parts(Scheme));
        var parts = Parts(Value);
        // The last word that is not the value: a whole address may stand before it.
        var named = scheme == "celex" ? parts.FindLastIndex(part => part == scheme) : -1;
        var first = named + 1;
        while (first < parts.Count && IsBefore(parts[first], scheme, first)) first++;
        return new(scheme, string.Join(' ', first < parts.Count ? parts[first..] : parts));
    }

    private static bool IsBefore(string part, string scheme, int place) =>
        part == scheme || Prefixes.GetValueOrDefault(scheme, []).Contains(part) || (place > 0 && Numbering.Contains(part));

    private static List<string> Parts(string text)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        void End()
        {
            if (part.Length == 0) return;
            var word = part.ToString();
            parts.Add(word.All(char.IsAsciiDigit) ? word.TrimStart('0') is { Length: > 0 } number ? number : "0" : word);
            part.Clear();
        }
        foreach (var rune in UnicodeText.Plain(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                part.Append(Rune.ToLowerInvariant(rune));
            else if (!UnicodeText.IsInvisible(rune)) End();
        }
        End();
        return parts;
    }
}
