using System.Diagnostics.Metrics;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Domain.Worlds;
using static CampaignTracker.Domain.Tests.Given;

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
        var state = CampaignState.Of(History(people), Viewpoints.Now);
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

    private static IReadOnlyList<RecordedEvent> History(int people)
    {
        var given = new Given().Event("deal", new AgreementDefined("Deal", ["EU", "KZ"], [new GateHolder("Council", [Milestone.Renewed])]) { Occurred = On("2000") })
            .Event("deal", new LinkageDeclared("EU", LinkageStrength.Committed, "depends on", "human rights") { Occurred = On("2000") });
        for (var n = 1; n <= people; n++)
        {
            given = given.ACase($"case-{n}").Event($"case-{n}", new Arrested { Occurred = On("1999-01-03") })
                .Event($"demand-{n}", new DemandIssued("Free", "EP", ["KZ"], "calls for", Force.Call, About: $"case-{n}") { Occurred = On("2000-01-02") })
                .Event("deal", new ConditionAttached($"demand-{n}", Requirement.Necessary) { Occurred = On("2000-01-03") });
        }
        for (var n = 0; n < 24; n++)
        {
            var (person, year) = ($"case-{n % people + 1}", 2001 + n);
            given = given.Event(person, new StatusContested("custody", [new Claim("held", "A", ClaimedStatus.Held), new Claim("free", "B", ClaimedStatus.AtLiberty)])
                    { Occurred = On($"{year}-03-0{n % 9 + 1}") })
                .Event(person, n % 2 == 0 ? new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On($"{year}") } : new Rearrested { Occurred = On($"{year}") });
        }
        for (var n = 0; n < 100; n++)
            given = given.Event("deal", new MilestoneReached(Milestone.Renewed, ["Council"]) { Occurred = On($"{2001 + n / 4}-0{n % 4 * 2 + 2}-15") });
        return given.Log;
    }
}
