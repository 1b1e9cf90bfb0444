using System.Globalization;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Forms;

/// <summary>Finds the events of a campaign by their words.</summary>
public sealed partial class EventFinder(CampaignState? state)
{
    private const int MaxOffers = 12;
    private Timeline? timeline;

    /// <summary>How an event is written in a field: its date, its sentence and its place in the log.</summary>
    public string Written(Guid id) => state?.Knowledge.Fact(id) is { } fact
        ? $"{fact.Event.Occurred} {SubjectFinder.Short(state.Sentence(fact.Event))} (#{fact.Recorded.Sequence})"
        : id.ToString();

    /// <summary>
    /// The event that was meant: by its place in the log, its id, its page's address, or words that only it has; null where it is none, or
    /// may be several.
    /// </summary>
    /// <param name="subject">The subject whose event it must be; null for any.</param>
    public Guid? Resolve(string text, string? subject)
    {
        if (state is null || string.IsNullOrWhiteSpace(text)) return null;
        if (InBrackets().Match(text) is { Success: true } place
            && long.TryParse(place.Groups[1].Value, CultureInfo.InvariantCulture, out var sequence))
            return state.Knowledge.Facts.FirstOrDefault(fact => fact.Recorded.Sequence == sequence)?.Id;
        if (Id().Match(text) is { Success: true } id) return Guid.Parse(id.Value);
        return Matching(text, subject) is [var only] ? only.Event : null;
    }

    /// <summary>What may be meant, the latest first.</summary>
    public IReadOnlyList<Offer> Find(string text, string? subject) =>
        [.. Matching(text, subject).Reverse().Take(MaxOffers).Select(entry => new Offer(Written(entry.Event), entry.SubjectTitle))];

    private IReadOnlyList<TimelineEntry> Matching(string text, string? subject)
    {
        if (state is null) return [];
        return new TimelineFilter(subject is null ? null : state.Knowledge.Canonical(subject), Text: text)
            .Matches(timeline ??= Timeline.Of(state));
    }

    [GeneratedRegex(@"\(#(\d{1,18})\)\s*$")]
    private static partial Regex InBrackets();

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
