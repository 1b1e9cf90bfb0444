using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality;

public sealed class GateTests
{
    private static Given By(params string[] by) =>
        Deal.OnRelease().Event(Deal.Name, new MilestoneReached(Milestone.Ratified, by) { Occurred = On("2016-03-25") });

    private static GateReason ReasonOfLast(Given deal)
    {
        var state = CampaignState.Of(deal.Log, Viewpoints.Now);
        return Rules.V1.ReasonOf(state, state.History(Deal.Name)!, deal.Last.Event);
    }

    [Theory]
    [InlineData("Kazakhstan")]
    [InlineData("KZ")]
    public void The_other_sides_own_step_is_not_judged(string side)
    {
        By(side).Judged().Gates.ShouldBeEmpty();
        ReasonOfLast(By(side)).ShouldBe(GateReason.TakenByOtherSide);
    }

    [Theory]
    [InlineData("Council")]
    [InlineData("council of the eu")]
    [InlineData("EU")]
    public void A_step_of_the_promising_side_is_judged(string by) => By(by).Judged().Gates.Count.ShouldBe(1);

    [Fact]
    public void A_step_of_both_parties_together_is_judged() => By("KZ", "EU").Judged().Gates.Count.ShouldBe(1);

    [Fact]
    public void A_step_of_nobody_in_particular_is_judged_as_the_holders() => By().Judged().Gates.Count.ShouldBe(1);

    [Fact]
    public void A_step_of_somebody_else_is_not_judged() => ReasonOfLast(By("World Trade Organization")).ShouldBe(GateReason.TakenBySomebodyElse);

    [Fact]
    public void A_negotiating_round_is_not_judged()
    {
        var deal = Deal.OnRelease().Event(Deal.Name, new RoundHeld(6) { Occurred = On("2014-05-13/2014-05-14") });

        deal.Judged().Gates.ShouldBeEmpty();
        ReasonOfLast(deal).ShouldBe(GateReason.NoMilestone);
    }

    [Fact]
    public void Two_recordings_of_one_gate_are_one_gate_with_the_grounds_of_both()
    {
        var gate = Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21")
            .Event(Deal.Name, new MilestoneReached(Milestone.Signed, ["Council"], [new Ground(Words: "WTO accession")]) { Occurred = On("2015-12-21") }).LastGate();

        gate.Annotations().ShouldContain("OtherConditionHonoured (WTO accession)");
    }

    [Fact]
    public void Gates_of_one_day_come_in_the_order_of_the_list_and_do_not_precede_one_another()
    {
        var deal = Deal.OnRelease().Gate(Milestone.CouncilConcluded, "2015-12-21").Gate(Milestone.Signed, "2015-12-21").Gate(Milestone.Suspended, "2015-12-21")
            .Event(Deal.Name, new MilestonePostponed(Milestone.MandateGiven) { Occurred = On("2015-12-21") });

        deal.Judged().Gates.Select(gate => (gate.Milestone, gate.Postponed)).ShouldBe(
            [(Milestone.Signed, false), (Milestone.CouncilConcluded, false), (Milestone.MandateGiven, true), (Milestone.Suspended, false)]);
        deal.Judged().Gates.SelectMany(gate => gate.Conditions).ShouldAllBe(condition => condition.BaselineGate == null);
    }
}
