using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>The golden runs of rule set 2 (conditionality-2.md, 'Golden runs'), by walking every world.</summary>
public sealed class GoldenCampaignsTests
{
    private static readonly Dictionary<string, Answer> Answers = CarriedOver.All.ToDictionary(campaign => campaign.Name, campaign =>
        BruteForce.Judge(CampaignState.Of(campaign.Log, Viewpoints.Now), campaign.Agreement).ShouldNotBeNull());

    private static readonly Answer Kazakhstan =
        BruteForce.Judge(CampaignState.Of(SampleFile.Recorded, Viewpoints.Now), "epca").ShouldNotBeNull();

    [Theory]
    [InlineData("eu-belarus", Milestone.Suspended, "2008-10-13", "Rewarded", true)]
    [InlineData("eu-belarus", Milestone.Imposed, "2011-01-31", "Withheld", false)]
    [InlineData("eu-belarus", Milestone.Renewed, "2012-10-15", "Withheld", false)]
    [InlineData("eu-belarus", Milestone.Suspended, "2015-10-29", "Rewarded", true)]
    [InlineData("eu-belarus", Milestone.Lifted, "2016-02-25", "Rewarded", true)]
    [InlineData("us-china", Milestone.Renewed, "1993-05-28", "NotLinked", false)]
    [InlineData("us-china", Milestone.Renewed, "1994-05-26", "AdvancedUnmet", false)]
    [InlineData("us-china", Milestone.Renewed, "1995-06-02", "NotLinked", false)]
    [InlineData("eu-pakistan", Milestone.Renewed, "2016-01-28", "AdvancedUnmet", false)]
    [InlineData("eu-pakistan", Milestone.Renewed, "2018-01-19", "AdvancedUnmet", false)]
    [InlineData("eu-pakistan", Milestone.Renewed, "2020-02-10", "PartlyConditioned", false)]
    [InlineData("eu-serbia", Milestone.NegotiationsSuspended, "2006-05-03", "Withheld", false)]
    [InlineData("eu-serbia", Milestone.NegotiationsResumed, "2007-06-13", "AdvancedUnmet", false)]
    public void A_gate_has_its_verdict(string campaign, Milestone milestone, string occurred, string verdict, bool part)
    {
        var gate = Answers[campaign].Gates.Single(gate => gate.Milestone == milestone && gate.Occurred == occurred);
        gate.Verdict.ShouldBe(verdict);
        gate.Annotations.Any(annotation => annotation.Kind == "PartOnly").ShouldBe(part);
    }

    [Theory]
    [InlineData("eu-belarus", "Yes")]
    [InlineData("us-china", "No")]
    [InlineData("eu-pakistan", "Mixed")]
    [InlineData("eu-serbia", "Mixed")]
    public void A_campaign_has_its_word(string campaign, string word) => Answers[campaign].Word.ShouldBe(word);

    [Theory, MemberData(nameof(GoldenRunTests.Gates), MemberType = typeof(GoldenRunTests))]
    public void The_sample_has_the_verdicts_statuses_and_annotations_of_version_1(
        Milestone milestone, string occurred, string verdict, string[] statuses, string[] annotations)
    {
        var gate = Kazakhstan.Gates.Single(gate => gate.Milestone == milestone);
        gate.Occurred.ShouldBe(occurred);
        gate.Verdict.ShouldBe(verdict);
        gate.Conditions.Select(condition => string.Join(" or ", condition.AtGate)).ShouldBe(statuses.Select(status => status.Replace(" regressed", "", StringComparison.Ordinal)));
        gate.Annotations.Select(annotation => annotation.Text).ShouldBe(annotations, ignoreOrder: true);
    }

    [Fact]
    public void The_word_of_the_sample_is_Mixed_and_what_is_contested_of_Kuramshin_decides_its_last_two_gates()
    {
        Kazakhstan.Word.ShouldBe("Mixed");
        var contested = SampleFile.Recorded.Single(recorded => recorded.Event is StatusContested { Subject: "case-2" }).Id;
        Kazakhstan.Gates.Where(gate => gate.Deciding.Count > 0).Select(gate => (gate.Milestone, gate.Deciding.Single()))
            .ShouldBe([(Milestone.ConsentGiven, contested), (Milestone.EnteredIntoForce, contested)]);
    }
}
