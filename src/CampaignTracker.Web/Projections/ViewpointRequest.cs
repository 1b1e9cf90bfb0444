using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Projections;

/// <summary>From where somebody asks to look, and by which rules.</summary>
/// <param name="AsOf">V: an EDTF date, inclusive; null is open.</param>
/// <param name="KnownAt">K: an instant or a sequence; neither is now.</param>
/// <param name="Clearance">The most sensitive event that whoever asks may see.</param>
/// <param name="Rules">The rule set that verdicts are asked of.</param>
/// <param name="After">The sequence that the views must have reached before the answer; null for any.</param>
public sealed record ViewpointRequest(EdtfDate? AsOf, KnownAt KnownAt, Sensitivity Clearance, AskedRules Rules, long? After)
{
    /// <summary>True for the world open and knowledge now.</summary>
    public bool IsNow => AsOf is null && KnownAt == KnownAt.Now;
}
