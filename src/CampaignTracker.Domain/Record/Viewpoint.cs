using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// Where one looks from: the world up to V, our knowledge up to K, with a clearance. Everything shown is a pure function of it.
/// </summary>
/// <param name="AsOf">V: the date in the world up to which facts count, inclusive; null is open.</param>
/// <param name="Knowledge">K: the sequence up to which our knowledge counts, inclusive; null is all there is.</param>
/// <param name="Clearance">The most sensitive event that the viewer may see.</param>
public sealed record Viewpoint(EdtfDate? AsOf, long? Knowledge, Sensitivity Clearance)
{
    /// <summary>The language in which events are told; that of the API's answers unless somebody reads a page in another.</summary>
    public CultureInfo Language { get; init; } = Languages.OfTheApi;

    /// <summary>True when a fact of this date may have happened by V.</summary>
    public bool Reaches(EdtfDate date) => AsOf is null || date.Earliest <= AsOf.Latest;
}
