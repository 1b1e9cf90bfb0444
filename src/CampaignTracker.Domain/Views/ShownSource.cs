using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Views;

/// <summary>A source as a view shows it.</summary>
/// <param name="Informant">Who told us; only for a viewer who may see what is restricted.</param>
public sealed record ShownSource(
    string? Citation,
    string? Title,
    string? Url,
    string? ArchivedUrl,
    string? Language,
    string? Locator,
    string? Quote,
    Reliability? Reliability,
    string? Informant)
{
    /// <summary>The sources of an event, as the viewer may see them.</summary>
    public static IReadOnlyList<ShownSource> Of(CampaignEvent e, Viewpoint viewpoint) =>
    [
        .. e.Sources.Select(source => new ShownSource(
            source.Citation, source.Title?.Value, source.Url, source.ArchivedUrl, source.Language, source.Locator, source.Quote?.Value,
            source.Reliability,
            viewpoint.Clearance == Sensitivity.Restricted ? source.Informant?.Value : null)),
    ];
}
