using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Demands;

/// <summary>An assessment that rule set 2 does not hear is recorded, and told.</summary>
public class FulfilmentAssessedTests
{
    private static Given Asked(Measure? measure = Measure.Reviewer, string? about = null) => new Given().ACase("case-1").ARestriction("ban")
        .Event("demand-1", new DemandIssued("Fair trials", "European Parliament", ["Kazakh authorities", "KZ"], "calls for", Force.Call, "Trials are fair", about, MeasuredBy: measure) { Occurred = On("2013-04-18") });

    private static IReadOnlyList<ValidationIssue> Assessed(Given asked, string reviewer, ReviewerSide? side = null) =>
        asked.When("demand-1", new FulfilmentAssessed(Fulfilment.PartlyMet, reviewer, ReviewerSide: side) { Occurred = On("2014-05-01") });

    [Theory]
    [InlineData("IPHR", null)]
    [InlineData("Kazakhstani Bureau for Human Rights", null)]
    [InlineData("Ministry of Justice of Kazakhstan", ReviewerSide.None)]
    [InlineData("Ministry of Justice of Kazakhstan", ReviewerSide.PromisingSide)]
    [InlineData("European Commission", null)]
    public void Whoever_is_of_no_side_or_says_of_which_is_heard(string reviewer, ReviewerSide? side) => Assessed(Asked(), reviewer, side).ShouldBeAccepted();

    [Theory]
    [InlineData("Ministry of Justice of Kazakhstan")]
    [InlineData("KAZAKHSTAN's foreign ministry")]
    [InlineData("Embassy of the  Kaza\u00adkhstan")]
    public void A_name_that_has_the_reforming_sides_in_it_is_asked_about(string reviewer) =>
        Assessed(Asked(), reviewer).ShouldWarn("reviewer", "side_not_said").Message().ShouldContain("Kazakhstan");

    [Theory]
    [InlineData("the kazakh  authorities", null)]
    [InlineData("Kazakhstan", null)]
    [InlineData("kz", ReviewerSide.None)]
    [InlineData("Ministry of Justice", ReviewerSide.ReformingSide)]
    public void Whoever_was_asked_claims_and_sets_nothing(string reviewer, ReviewerSide? side) =>
        Assessed(Asked(), reviewer, side).ShouldWarn("reviewer", "own_claim").Message().ShouldContain("sets nothing");

    [Fact]
    public void The_reforming_side_claims_also_where_others_were_asked() =>
        Assessed(new Given().ADemand("other").Event("demand-1", new DemandIssued("A dialogue", "IPHR", ["EU"], "urges", Force.Urge, "It is held") { Occurred = On("2013-04-18") }), "Kazakhstan")
            .ShouldWarn("reviewer", "own_claim").Form.ShouldBe("side");

    [Theory]
    [InlineData(Measure.Liberty, "case-1", "liberty")]
    [InlineData(null, "case-1", "liberty")]
    [InlineData(null, "ban", "restriction")]
    public void What_reviewers_do_not_measure_they_have_an_opinion_of(Measure? measure, string about, string form) =>
        Assessed(Asked(measure, about), "IPHR").ShouldWarn("fulfilment", FulfilmentAssessed.Opinion).Form.ShouldBe(form);

    [Fact]
    public void What_reviewers_measure_of_a_person_they_assess() => Assessed(Asked(Measure.Reviewer, "case-1"), "IPHR").ShouldBeAccepted();
}
