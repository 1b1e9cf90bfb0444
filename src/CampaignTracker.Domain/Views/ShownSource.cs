using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// Where it can be read: its web address, or that of the identifier by which it is cited; null where there is neither.
    /// </summary>
    public string? Address() =>
        Url is { } url && WebAddress(url) is not null ? url : Citation is { } citation ? IdentifierAddress.Of(citation) : null;

    /// <summary>
    /// What stands for it in an address of ours: the same for all that can be read at the same place, else for all that is cited alike;
    /// null for what is neither cited nor addressed.
    /// </summary>
    public string? Key()
    {
        var same = Address() is { } address && WebAddress(address) is { } place
            ? $"{Host(place)}{place.AbsolutePath.TrimEnd('/')}{place.Query}"
            : NameNormalizer.Of(Citation ?? "").Trim();
        return same.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(same)))[..KeyLength];
    }

    /// <summary>Where a copy can be read; null where there is none.</summary>
    public string? Copy() => ArchivedUrl is { } copy && WebAddress(copy) is not null ? copy : null;

    private const int KeyLength = 10;

    private static string Host(Uri place) =>
        place.Authority.StartsWith("www.", StringComparison.Ordinal) ? place.Authority[4..] : place.Authority;

    // What was typed in as an address may be anything, javascript: among them.
    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;
}
