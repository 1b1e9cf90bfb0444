using System.Globalization;
using System.Text;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The short name that is offered for a new subject: free in its campaign, and never the name of a person.</summary>
public static class OfferedName
{
    private const int MaxWords = 5;
    private const int MaxLetters = 40;

    private static readonly HashSet<string> Little = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "at", "between", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with",
    };

    /// <summary>
    /// The next free name: <c>case-8</c> and <c>demand-8</c> by number, since what they are called speaks of people;
    /// <c>resolution-2013-04-18</c>
    /// by its day; of other kinds a few words of the title, those left out that are names of people the campaign knows.
    /// </summary>
    /// <param name="kind">What is opened.</param>
    /// <param name="title">What it is called; null where nobody has said.</param>
    /// <param name="occurred">When the opening happened; null where nobody has said.</param>
    /// <param name="knowledge">The campaign; null where that is what is opened.</param>
    /// <param name="taken">Names that are taken besides those on record.</param>
    public static string For(SubjectKind kind, string? title, EdtfDate? occurred, Knowledge? knowledge, IReadOnlySet<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        if (knowledge is not null) used.UnionWith(knowledge.Facts.Select(fact => fact.Recorded.Event.Subject));
        var word = kind.ToString().ToLowerInvariant();
        var stem = kind switch
        {
            SubjectKind.Case or SubjectKind.Demand => null,
            SubjectKind.Resolution => occurred is null ? null : $"{word}-{Day(occurred)}",
            _ => Slug(title ?? "", knowledge),
        };
        if (stem is null) return Numbered(word, used);
        if (ShortName.IsOne(stem) && !used.Contains(stem)) return stem;
        return ShortName.IsOne(stem) ? Counted(stem, used) : Numbered(word, used);
    }

    private static string Day(EdtfDate date) => date.IsDay
        ? date.Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : date.Earliest.ToString(date.Earliest.Month == date.Latest.Month ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    // One more than the highest, so that a number is not given twice where a subject was merged or retracted.
    private static string Numbered(string word, HashSet<string> used)
    {
        var highest = used.Where(name => name.StartsWith($"{word}-", StringComparison.Ordinal))
            .Select(name => int.TryParse(
                name.AsSpan(word.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();
        return $"{word}-{highest + 1}";
    }

    private static string Counted(string stem, HashSet<string> used)
    {
        var number = 2;
        while (used.Contains($"{stem}-{number}")) number++;
        return $"{stem}-{number}";
    }

    private static string Slug(string title, Knowledge? knowledge)
    {
        var people = knowledge?.Histories.Where(history => history.Kind == SubjectKind.Case)
            .SelectMany(history => history.Aliases.Append(history.Title))
            .SelectMany(Folded).ToHashSet(StringComparer.Ordinal) ?? [];
        var words = Latin(title).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Little.Contains(word) && !people.Overlaps(Folded(word))).Take(MaxWords);
        var slug = new StringBuilder();
        foreach (var word in words)
        {
            if (slug.Length > 0 && slug.Length + word.Length >= MaxLetters) break;
            slug.Append(slug.Length == 0 ? "" : "-").Append(word);
        }
        return slug.Length > MaxLetters ? slug.ToString(0, MaxLetters).TrimEnd('-') : slug.ToString();
    }

    private static string[] Folded(string text) => NameNormalizer.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Letters of other scripts fall away: a number is a better name than a guess at how a word is spelt.
    private static string Latin(string title)
    {
        var latin = new StringBuilder(title.Length);
        // Somebody's is that somebody. What is typed may be no text: it is refused when it is read, and must not stop us here.
        var plain = UnicodeText.Plain($"{title} ").Replace("'s ", " ", StringComparison.Ordinal);
        foreach (var c in plain.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) latin.Append(char.ToLowerInvariant(c));
            else if (c != '\'' && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) latin.Append(' ');
        }
        return latin.ToString();
    }
}
