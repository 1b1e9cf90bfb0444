using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Tests.Conditionality;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>A step sets no status, and yet a verdict can change on its day.</summary>
public sealed class FramesTests
{
    private static readonly Transferred Away = new(RegimeStep.Away) { Occurred = On("2015-12-15") };

    private static IEnumerable<string> Verdicts(Frames frames, Func<Frame, string> when, Guid gate) =>
        from frame in frames.All
        from line in frame.Changes
        where line.What == StatusKind.Verdict && line.Event == gate
        select $"{when(frame)} {line.Says}";

    [Fact]
    public void A_step_that_may_lie_before_the_gate_of_its_month_has_a_frame()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Initialled, "2014-01-20").Gate(Milestone.Signed, "2015-12");
        var gate = deal.Last.Id;
        deal.Event(Deal.Person, Away);

        Verdicts(Frames.OverWorld(deal.Log, Viewpoints.Now, int.MaxValue, Rules.V1, Rules.Memo), frame => frame.AsOf!.Text, gate)
            .ShouldBe(["2015-12-01 AdvancedUnmet", "2015-12-15 AdvancedDespiteRegression | AdvancedUnmet"]);
    }

    [Fact]
    public void A_step_before_the_last_gate_alone_that_is_learned_after_it_has_a_frame()
    {
        var deal = Deal.OnRelease().Gate(Milestone.Initialled, "2014-01-20").Gate(Milestone.Signed, "2015-12-21");
        var gate = deal.Last.Id;
        var learned = deal.Last.Sequence + 1;
        deal.Event(Deal.Person, Away);

        Verdicts(Frames.OverKnowledge(deal.Log, Viewpoints.Now, int.MaxValue, Rules.V1, Rules.Memo), frame => $"{frame.Sequence}", gate)
            .ShouldBe([$"{learned - 1} AdvancedUnmet", $"{learned} AdvancedDespiteRegression"]);
    }

    [Fact]
    public void A_fact_that_is_recorded_again_as_confirmed_has_a_frame()
    {
        var release = new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2015-03-01"), Confidence = Confidence.Unverified };
        var deal = Deal.OnRelease().Event(Deal.Person, release).Gate(Milestone.Signed, "2015-12-21");
        var gate = deal.Last.Id;
        deal.Event(Deal.Person, release with { Confidence = Confidence.Confirmed });

        var annotations = Frames.OverKnowledge(deal.Log, Viewpoints.Now, int.MaxValue, Rules.V1, Rules.Memo).All
            .SelectMany(frame => frame.Changes).Where(line => line.What == StatusKind.Annotations && line.Event == gate)
            .Select(line => line.Says!.Says.Contains("UnverifiedInputs"));
        annotations.ShouldBe([true, false]);
    }
}
