using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Testing;

/// <summary>What somebody who may see everything asks for, by the standing rule set.</summary>
public static class Requested
{
    /// <summary>The campaign as it is now.</summary>
    public static ViewpointRequest Now { get; } = At(KnownAt.Now);

    /// <summary>What was known up to a sequence.</summary>
    public static ViewpointRequest UpTo(long sequence) => At(new KnownAt(Sequence: sequence));

    public static ViewpointRequest At(KnownAt knownAt, EdtfDate? asOf = null, Sensitivity clearance = Sensitivity.Restricted) =>
        new(asOf, knownAt, clearance, RuleSetList.BuiltIn.AskStanding(), After: null);
}
