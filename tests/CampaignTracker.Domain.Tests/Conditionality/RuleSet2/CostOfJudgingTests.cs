using System.Diagnostics.Metrics;
using CampaignTracker.Benchmarks;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Worlds multiply; the states that are walked do not.</summary>
public sealed class CostOfJudgingTests
{
    /// <summary>A hundred gates, and of each year a contested claim and a fact dated by the year: of one person, and of as many as years.</summary>
    [Theory]
    [InlineData(1, 150_000)]
    [InlineData(24, 100_000)]
    public void A_hundred_gates_are_judged_in_few_states(int people, long most)
    {
        var state = CampaignState.Of(ContestedCampaign.Of(people), Viewpoints.Now);
        var (thread, walked) = (Environment.CurrentManagedThreadId, 0L);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == Sweep.MeterName) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, states, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread) walked += states;
        });
        listener.Start();
        var gates = ConditionalityLedger.Of(state, RuleSetList.BuiltIn.Find("2")!, Memo.New()).Agreements.Single().Gates;
        gates.Count.ShouldBe(100);
        gates.ShouldAllBe(gate => gate.Verdict == Verdict.Indeterminate && gate.Deciding.Count > 0);
        gates.SelectMany(gate => gate.Annotations).ShouldNotContain(said => said.Kind == AnnotationKind.TooManyUnknowns);
        walked.ShouldBeInRange(100, most);
    }
}
