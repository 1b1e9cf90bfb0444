using System.Text.RegularExpressions;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Forms;

/// <summary>Something that may be meant, as it is offered and as it can be typed.</summary>
/// <param name="Text">What stands in the field when it is chosen: <c>Vladimir Kozlov (case-1)</c>.</param>
/// <param name="Hint">What else is to be known of it.</param>
public sealed record Offer(string Text, string Hint);

/// <summary>Finds the subjects of a campaign by any of their names, in any script.</summary>
public sealed partial class SubjectFinder(Knowledge? knowledge)
{
    private const int MaxOffers = 12;

    /// <summary>How a subject is written in a field.</summary>
    public string Written(string name) =>
        knowledge?.History(name) is { } history && history.Title != history.Name ? $"{Short(history.Title)} ({name})" : name;

    /// <summary>The short name that was meant; null where it is none, or may be several.</summary>
    public string? Resolve(string text, IReadOnlyCollection<SubjectKind> kinds)
    {
        if (knowledge is null) return null;
        if (InBrackets().Match(text) is { Success: true } named
            && knowledge.History(named.Groups[1].Value) is not null) return named.Groups[1].Value;
        if (ShortName.IsOne(text) && knowledge.History(text) is not null) return text;
        // What has no letter in it means nobody, also where there is one alone.
        if (new NameQuery(text).IsEmpty) return null;
        var found = Matching(text, kinds);
        if (found.Count == 1) return found[0].Name;
        return found.Where(history => history.Aliases.Append(history.Title).Any(name => NameNormalizer.AreSame(name, text)))
            .ToList() is [var exact]
            ? exact.Name
            : null;
    }

    /// <summary>What may be meant, the latest touched first.</summary>
    public IReadOnlyList<Offer> Find(string text, IReadOnlyCollection<SubjectKind> kinds, int most = MaxOffers) =>
        [.. Matching(text, kinds).OrderByDescending(history => history.Facts.Max(fact => fact.Recorded.Sequence)).Take(most)
            .Select(history => new Offer(Written(history.Name), Words.Of(history.Kind!.Value)))];

    private static string NamesOf(SubjectHistory history) => string.Join(" / ", history.Aliases.Append(history.Title).Append(history.Name));

    private List<SubjectHistory> Matching(string text, IReadOnlyCollection<SubjectKind> kinds)
    {
        var query = new NameQuery(text);
        return knowledge is null
            ? []
            : [.. knowledge.Histories
                .Where(history => history.Kind is { } kind && (kinds.Count == 0 || kinds.Contains(kind)))
                .Where(history => query.Finds(NameNormalizer.Of(NamesOf(history))))];
    }

    internal static string Short(string text) =>
        text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[78]) ? 78 : 79), "…");

    [GeneratedRegex(@"\(([a-z][a-z0-9-]*)\)\s*$")]
    private static partial Regex InBrackets();
}
