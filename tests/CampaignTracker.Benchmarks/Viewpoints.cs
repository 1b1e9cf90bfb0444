using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Benchmarks;

/// <summary>Viewpoints of somebody who may see everything, where a benchmark says nothing else.</summary>
internal static class Viewpoints
{
    /// <summary>The world open, all that is known.</summary>
    public static Viewpoint Now { get; } = Of();

    public static Viewpoint Of(EdtfDate? asOf = null, long? knowledge = null, Sensitivity clearance = Sensitivity.Restricted) => new(asOf, knowledge, clearance);
}
