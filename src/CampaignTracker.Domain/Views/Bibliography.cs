using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>Every source that the timeline's events and their amendments cite, each once, with all that cites it.</summary>
/// <param name="Sources">By name; a source that is neither cited nor addressed, such as an informant alone, is none of them.</param>
public sealed record Bibliography(IReadOnlyList<CitedSource> Sources)
{
    /// <summary>The sources that are cited up to V, as far as the viewer may see.</summary>
    public static Bibliography Of(CampaignState state) =>
        new([
            .. Timeline.Of(state).Entries.SelectMany(entry => Citing.Of(state, entry))
                .Where(citing => citing.Source.Key() is not null)
                .GroupBy(citing => citing.Source.Key()!, StringComparer.Ordinal)
                .Select(same => CitedSource.Of(same.Key, [.. same.OrderBy(citing => citing.Occurred)]))
                .OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Key, StringComparer.Ordinal),
        ]);
}

/// <summary>One source: what has the same address, or else the same citation.</summary>
/// <param name="Key">What stands for it in an address.</param>
/// <param name="Name">As it is cited, by most; its address where nobody cites it.</param>
/// <param name="AlsoCitedAs">Its other citations.</param>
/// <param name="Titles">What it calls itself.</param>
/// <param name="Address">Where it can be read; null where that is not known.</param>
/// <param name="Copies">Where copies are kept.</param>
/// <param name="Languages">Its languages, as BCP 47 tags.</param>
/// <param name="CitedBy">What cites it, by date.</param>
public sealed record CitedSource(
    string Key,
    string Name,
    IReadOnlyList<string> AlsoCitedAs,
    IReadOnlyList<string> Titles,
    string? Address,
    IReadOnlyList<string> Copies,
    IReadOnlyList<string> Languages,
    IReadOnlyList<Citing> CitedBy)
{
    /// <summary>Its language, where it has one only.</summary>
    public string? Language => Languages is [var only] ? only : null;

    /// <summary>How many events cite it; an event and its amendments are one.</summary>
    public int Events => CitedBy.Select(citing => citing.About).Distinct().Count();

    /// <summary>True where all that is looked for is in its names, its titles or its address.</summary>
    public bool Matches(NameQuery query) =>
        query.IsEmpty
        || query.Finds(string.Concat(AlsoCitedAs.Concat(Titles).Append(Name).Append(Address ?? "").Select(NameNormalizer.Of)));

    internal static CitedSource Of(string key, IReadOnlyList<Citing> citedBy)
    {
        var citations = citedBy.Select(citing => citing.Source.Citation?.Trim() ?? "").Where(citation => citation.Length > 0)
            .GroupBy(citation => citation, StringComparer.Ordinal).OrderByDescending(same => same.Count())
            .Select(same => same.Key).ToList();
        var address = citedBy.Select(citing => citing.Source.Address()).FirstOrDefault(address => address is not null);
        return new(
            key, citations.FirstOrDefault() ?? address!, [.. citations.Skip(1)], Each(citedBy, source => source.Title), address,
            Each(citedBy, source => source.Copy()), Each(citedBy, source => source.Language), citedBy);
    }

    private static List<string> Each(IReadOnlyList<Citing> citedBy, Func<ShownSource, string?> part) =>
        [.. citedBy.Select(citing => part(citing.Source)).OfType<string>().Distinct(StringComparer.Ordinal)];
}

/// <summary>An event, or an amendment of it, that cites a source.</summary>
/// <param name="Event">The event or amendment.</param>
/// <param name="About">The event; for an amendment the one that it amends.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="Retracted">True where the event was retracted.</param>
/// <param name="Source">The source, with the place in it and the words relied on.</param>
public sealed record Citing(Guid Event, Guid About, EdtfDate Occurred, string Sentence, bool Retracted, ShownSource Source)
{
    internal static IEnumerable<Citing> Of(CampaignState state, TimelineEntry entry) =>
    [
        .. entry.Sources.Select(source =>
            new Citing(entry.Event, entry.Event, entry.Occurred, entry.Sentence, entry.Status == EntryStatus.Retracted, source)),
        .. from amendment in entry.Amendments
           let told = state.Knowledge.Fact(amendment.Event)?.Event
           where told is not null
           from source in ShownSource.Of(told, state.Viewpoint)
           select new Citing(amendment.Event, entry.Event, told.Occurred, state.Sentence(told), Retracted: false, source),
    ];
}
