using CampaignTracker.Domain.Agreements;

namespace CampaignTracker.Domain.Tests.Agreements;

public class MilestoneTests
{
    /// <summary>conditionality-2.md, section 2, row by row.</summary>
    [Theory]
    [InlineData(GateDirection.Advances, GateDirection.None, Milestone.MandateGiven, Milestone.NegotiationsOpened, Milestone.NegotiationsResumed,
        Milestone.NegotiationsConcluded, Milestone.Initialled, Milestone.Signed, Milestone.ProvisionallyApplied, Milestone.ConsentGiven, Milestone.Ratified,
        Milestone.CouncilConcluded, Milestone.EnteredIntoForce, Milestone.Granted, Milestone.NotObjected, Milestone.Restored)]
    [InlineData(GateDirection.Advances, GateDirection.HoldsBack, Milestone.Renewed)]
    [InlineData(GateDirection.HoldsBack, GateDirection.HoldsBack, Milestone.Imposed)]
    [InlineData(GateDirection.HoldsBack, GateDirection.None, Milestone.NegotiationsSuspended)]
    [InlineData(GateDirection.HoldsBack, GateDirection.Advances, Milestone.Suspended, Milestone.Withdrawn, Milestone.Terminated)]
    [InlineData(GateDirection.Advances, GateDirection.Advances, Milestone.Eased, Milestone.Lifted)]
    public void The_direction_of_a_gate_follows_from_the_kind_of_the_benefit(GateDirection direction, GateDirection ofMeasure, params Milestone[] milestones)
    {
        foreach (var milestone in milestones)
        {
            Milestones.DirectionOf(milestone, BenefitKind.Agreement).ShouldBe(direction, milestone.ToString());
            Milestones.DirectionOf(milestone, BenefitKind.Preference).ShouldBe(direction, milestone.ToString());
            Milestones.DirectionOf(milestone, BenefitKind.RestrictiveMeasure).ShouldBe(ofMeasure, milestone.ToString());
        }
    }
}
