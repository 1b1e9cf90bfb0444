using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Testing;

/// <summary>What somebody who may see everything asks for, by the standing rule set, on the day of the run.</summary>
public static class Requested
{
    /// <summary>The campaign as it is now.</summary>
    public static ViewpointRequest Now => At(KnownAt.Now);

    /// <summary>What is said of a day that was answered, known up to a sequence.</summary>
    public static ViewpointRequest UpTo(long sequence, EdtfDate asOf) => At(new KnownAt(Sequence: sequence), asOf);

    public static ViewpointRequest At(KnownAt knownAt, EdtfDate? asOf = null, Sensitivity clearance = Sensitivity.Restricted)
    {
        var today = TestClock.OfTheRun.Day;
        return new(asOf ?? EdtfDate.Of(today), knownAt, clearance, RuleSetList.BuiltIn.AskOwn(), After: null, today);
    }
}
