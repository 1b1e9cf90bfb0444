using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>What to look for on a timeline; what is left out does not narrow.</summary>
/// <param name="Subject">Short name of a subject: its own entries, and those of others that name it.</param>
/// <param name="Types">Stored names of event types, any of them.</param>
/// <param name="Text">Words to find, in any script: every one, in what is shown of the entry and its subjects' names.</param>
/// <param name="From">Entries that may have occurred on or after this date.</param>
/// <param name="To">Entries that may have occurred on or before this date.</param>
/// <param name="Confidence">Entries of this confidence.</param>
/// <param name="WithoutLink">Entries none of whose sources can be opened.</param>
/// <param name="WithoutSource">Entries that name no source.</param>
public sealed record TimelineFilter(
    string? Subject = null,
    IReadOnlyList<string>? Types = null,
    string? Text = null,
    EdtfDate? From = null,
    EdtfDate? To = null,
    Confidence? Confidence = null,
    bool WithoutLink = false,
    bool WithoutSource = false)
{
    /// <summary>The entries that match, a page of them.</summary>
    /// <param name="timeline">Where to look.</param>
    /// <param name="skip">How many matching entries to leave out; below zero is zero.</param>
    /// <param name="take">How many to return at most; below zero is none.</param>
    public TimelinePage Page(Timeline timeline, int skip, int take)
    {
        var matches = Matches(timeline);
        return new TimelinePage(matches.Count, Math.Clamp(skip, 0, matches.Count), [.. matches.Skip(skip).Take(take)]);
    }

    /// <summary>Every entry that matches, in the timeline's order.</summary>
    public IReadOnlyList<TimelineEntry> Matches(Timeline timeline)
    {
        var query = new NameQuery(Text ?? "");
        var names = query.IsEmpty
            ? []
            : timeline.Subjects.ToDictionary(
                subject => subject.Name, subject => NameNormalizer.Of(string.Join(" / ", [subject.Title, .. subject.Aliases])),
                StringComparer.Ordinal);
        return [.. timeline.Entries.Where(entry => MatchesFields(entry)
            && (query.IsEmpty || query.Finds(FoldedText(entry, names))))];
    }

    private bool MatchesFields(TimelineEntry entry) =>
        (Subject is null || entry.Subject == Subject || entry.AlsoOn.Contains(Subject))
        && (Types is not { Count: > 0 } || Types.Contains(entry.Type))
        && (From is null || entry.Occurred.Latest >= From.Earliest)
        && (To is null || entry.Occurred.Earliest <= To.Latest)
        && (Confidence is null || entry.Confidence == Confidence)
        && (!WithoutLink || entry.Sources.All(source => source.Address() is null))
        && (!WithoutSource || entry.Sources.Count == 0);

    private static string FoldedText(TimelineEntry entry, Dictionary<string, string> names)
    {
        IEnumerable<string?> texts =
        [
            entry.Sentence, entry.Note,
            .. entry.Sources.SelectMany(source =>
                new[]
                {
                    source.Citation, source.Title, source.Url, source.ArchivedUrl, source.Locator, source.Quote, source.Informant,
                }),
            .. entry.Identifiers.Select(identifier => identifier.Value),
            .. entry.Amendments.Select(amendment => amendment.Reason),
            .. entry.FirstRecorded.Select(field => field.First),
            .. entry.Contested.Select(mark => mark.Matter),
        ];
        return string.Concat([.. texts.OfType<string>().Select(NameNormalizer.Of), names[entry.Subject],
            .. entry.AlsoOn.Select(name => names[name])]);
    }
}

/// <summary>A page of a timeline.</summary>
/// <param name="Total">How many entries match in all.</param>
/// <param name="Skipped">How many of them come before this page.</param>
public sealed record TimelinePage(int Total, int Skipped, IReadOnlyList<TimelineEntry> Entries);
