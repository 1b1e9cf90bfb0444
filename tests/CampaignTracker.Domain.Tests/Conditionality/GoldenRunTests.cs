using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>The verdicts on the sample, as conditionality.md ends with them. The cases are Kozlov (1), Kuramshin (2) and Tuletaeva (3).</summary>
public sealed class GoldenRunTests
{
    private static readonly AgreementVerdict Epca = ConditionalityLedger.Of(CampaignState.Of(SampleFile.Recorded, Viewpoints.Now), Rules.V1, Rules.Memo).Agreements.Single();

    public static TheoryData<Milestone, string, string, string[], string[]> Gates => new()
    {
        { Milestone.MandateGiven, "2011-05-24", "NotLinked", [], [] },
        { Milestone.NegotiationsOpened, "2011-06", "NotLinked", [], [] },
        { Milestone.NegotiationsResumed, "2013-10-09/2013-10-10", "AdvancedUnmet", ["Open", "Open", "Open"],
            ["RefusedSince", "ChosenInHindsight"] },
        { Milestone.NegotiationsConcluded, "2014-10-09", "AdvancedUnmet", ["Open", "Open", "Open"],
            ["RefusedSince", "MovementOnly", "MetAfterwards (release-case-3, 23 to 52 days)", "ChosenInHindsight"] },
        { Milestone.Initialled, "2015-01-20~", "PartlyConditioned", ["Open", "Open", "MetConditionally"],
            ["UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.Signed, "2015-12-21", "AdvancedDespiteRegression", ["Open regressed", "Open", "MetConditionally"],
            ["RefusedSince", "MetEarlier (release-case-3)", "OtherConditionHonoured (WTO accession completed)", "CriterionSubstitution", "UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.ProvisionallyApplied, "2016-05-01", "AdvancedUnmet", ["Open", "Open", "MetConditionally"],
            ["MetEarlier (release-case-3)", "MetAfterwards (release-case-1, 110 days)", "UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.ConsentGiven, "2017-12-12", "Indeterminate: Rewarded or PartlyConditioned", ["MetConditionally", "Open or MetConditionally", "MetConditionally"],
            ["MetEarlier (release-case-3)", "UnverifiedInputs", "LinkageOnlyPolitical", "ChosenInHindsight"] },
        { Milestone.EnteredIntoForce, "2020-03-01", "Indeterminate: Rewarded or AdvancedUnmet", ["MetConditionally", "Open or MetConditionally", "MetConditionally"],
            ["MetEarlier (release-case-1)", "MetEarlier (release-case-3)", "UnverifiedInputs", "ChosenInHindsight"] },
    };

    [Theory, MemberData(nameof(Gates))]
    public void Each_gate_has_its_verdict_statuses_and_annotations(Milestone milestone, string occurred, string verdict, string[] statuses, string[] annotations)
    {
        var gate = Epca.Gates.Single(gate => gate.Milestone == milestone);

        gate.Occurred.Text.ShouldBe(occurred);
        (gate.Verdict == Verdict.Indeterminate ? $"Indeterminate: {string.Join(" or ", gate.Possible)}" : $"{gate.Verdict}").ShouldBe(verdict);
        gate.Conditions.Select(condition => string.Join(" or ", condition.Statuses) + (condition.Regressed == InReadings.All ? " regressed" : "")).ShouldBe(statuses);
        gate.Annotations.Select(annotation => annotation.Text).ShouldBe(annotations, ignoreOrder: true);
    }

    [Fact]
    public void There_are_no_other_gates_and_they_come_in_order() =>
        Epca.Gates.Select(gate => gate.Milestone).ShouldBe(Gates.Select(row => row.Data.Item1));

    [Fact]
    public void What_is_contested_of_Kuramshin_decides_the_last_two_gates()
    {
        var contested = SampleFile.Recorded.Single(recorded => recorded.Event is StatusContested { Subject: "case-2" }).Id;

        Epca.Gates.Where(gate => gate.Deciding.Count > 0).Select(gate => (gate.Milestone, gate.Deciding.Single()))
            .ShouldBe([(Milestone.ConsentGiven, contested), (Milestone.EnteredIntoForce, contested)]);
    }

    [Fact]
    public void The_word_is_Mixed() => Epca.Word.ShouldBe(Word.Mixed);

    [Fact]
    public void Each_verdict_is_said_in_a_sentence() =>
        string.Join('\n', Epca.Gates.Select(gate => gate.Sentence)).ShouldMatchApproved(options => options.NoDiff());
}
