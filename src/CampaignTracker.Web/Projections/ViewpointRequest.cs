using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Projections;

/// <summary>From where somebody asks to look, and by which rules.</summary>
/// <param name="AsOf">V: an EDTF date, inclusive; today where none was given.</param>
/// <param name="KnownAt">K: an instant or a sequence; neither is now.</param>
/// <param name="Clearance">The most sensitive event that whoever asks may see.</param>
/// <param name="Rules">The rule set that verdicts are asked of.</param>
/// <param name="After">The sequence that the views must have reached before the answer; null for any.</param>
/// <param name="Today">The day on which it is asked.</param>
public sealed record ViewpointRequest(
    EdtfDate AsOf, KnownAt KnownAt, Sensitivity Clearance, AskedRules Rules, long? After, DateOnly Today)
{
    /// <summary>The language in which events are told: of a page that of its other texts, else that of the API.</summary>
    public CultureInfo Language { get; init; } = Languages.OfTheApi;

    /// <summary>True for the world as of today and knowledge now, whether today was given or not.</summary>
    public bool IsNow => AsOf == EdtfDate.Of(Today) && KnownAt == KnownAt.Now;

    /// <summary>The same campaign as it is now.</summary>
    public ViewpointRequest Now() => this with { AsOf = EdtfDate.Of(Today), KnownAt = KnownAt.Now };
}
