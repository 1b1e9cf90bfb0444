using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Demands;

public class DemandIssuedTests
{
    private static readonly DemandIssued Demand = new("Release Kozlov", "EP", ["KZ"], "calls for", Force.Call, "He is free") { Occurred = On("2013-04-18") };

    private static readonly Given Subjects = new Given().ACase("case-1").ARestriction("ban-1").ADialogue("hrd").AnAgreement("epca");

    [Theory]
    [InlineData(Measure.Liberty, "case-1", true)]
    [InlineData(Measure.Liberty, "ban-1", false)]
    [InlineData(Measure.Liberty, "hrd", false)]
    [InlineData(Measure.Liberty, "epca", false)]
    [InlineData(Measure.Liberty, null, false)]
    [InlineData(Measure.Restriction, "ban-1", true)]
    [InlineData(Measure.Restriction, "case-1", false)]
    [InlineData(Measure.Restriction, "hrd", false)]
    [InlineData(Measure.Restriction, null, false)]
    [InlineData(Measure.Reviewer, "case-1", true)]
    [InlineData(Measure.Reviewer, "ban-1", true)]
    [InlineData(Measure.Reviewer, "hrd", true)]
    [InlineData(Measure.Reviewer, null, true)]
    [InlineData(null, "case-1", true)]
    [InlineData(null, null, true)]
    public void A_measure_fits_what_the_demand_is_about(Measure? measure, string? about, bool fits)
    {
        var issues = Subjects.When("demand-1", Demand with { MeasuredBy = measure, About = about });
        if (fits) issues.ShouldBeAccepted(); else issues.ShouldRefuse("measuredBy", "measure_does_not_fit").Message().ShouldContain("Reviewer");
    }

    [Fact]
    public void A_subject_that_nobody_opened_is_refused_by_its_name_alone() =>
        Subjects.When("demand-1", Demand with { MeasuredBy = Measure.Liberty, About = "case-9" }).ShouldHaveSingleItem().Field.ShouldBe("about");

    [Fact]
    public void What_the_demand_is_about_is_not_corrected_away_from_its_measure()
    {
        var history = new Given().ACase("case-1").ARestriction("ban-1").Event("demand-1", Demand with { MeasuredBy = Measure.Liberty, About = "case-1" });
        history.When("demand-1", new Domain.Amendments.EventCorrected(Id(4), Changes(("about", "ban-1")), "x") { Occurred = On("2026") })
            .ShouldRefuse("changes.measuredBy", "measure_does_not_fit");
    }

    [Theory]
    [InlineData(SubjectKind.Case, Measure.Liberty)]
    [InlineData(SubjectKind.Restriction, Measure.Restriction)]
    [InlineData(SubjectKind.Dialogue, Measure.Reviewer)]
    [InlineData(SubjectKind.Agreement, Measure.Reviewer)]
    [InlineData(null, Measure.Reviewer)]
    public void A_demand_that_does_not_say_is_measured_by_what_it_is_about(SubjectKind? about, Measure measure) => DemandIssued.UsualMeasure(about).ShouldBe(measure);

    [Fact]
    public void The_other_people_that_a_text_is_about_are_cases()
    {
        Subjects.When("demand-1", Demand with { About = "ban-1", AlsoAbout = ["case-1"] }).ShouldBeAccepted();
        Subjects.When("demand-1", Demand with { AlsoAbout = ["ban-1"] }).ShouldRefuse("alsoAbout", "wrong_kind");
        Subjects.When("demand-1", Demand with { AlsoAbout = ["case-1", "case-9"] }).ShouldRefuse("alsoAbout", "unopened_subject");
        Subjects.When(Campaign, new Domain.Campaigns.ContextRecorded("Six were freed", ["case-9"]) { Occurred = On("2015") }).ShouldRefuse("alsoAbout", "unopened_subject");
        new Given().AResolution("res-1").When("res-1", new Domain.Resolutions.FindingRecorded("trials", "deplores", "Unfair", ["res-1"]) { Occurred = On("2013-04-18") })
            .ShouldRefuse("alsoAbout", "wrong_kind");
    }

    [Fact]
    public void A_demand_does_not_come_after_what_makes_it_a_condition_or_closes_it()
    {
        var history = new Given().AnAgreement("epca").ADemand("demand-1").ADemand("demand-2")
            .Event("epca", new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2013-04-18") })
            .Event("demand-1", new DemandWithdrawn("EP") { Occurred = On("2013-04-18") });
        foreach (var (id, refused) in new[] { (Id(5), true), (Id(6), true), (Id(4), false) })
        {
            var issues = history.When("demand-1", new Domain.Amendments.EventCorrected(Id(3), Changes(("follows", new[] { id })), "x") { Occurred = On("2026") });
            if (refused) issues.ShouldRefuse("changes.follows", "follows_own_condition"); else issues.ShouldBeAccepted();
            history.When("demand-2", new Domain.Amendments.EventCorrected(Id(4), Changes(("follows", new[] { id })), "x") { Occurred = On("2026") }).ShouldBeAccepted();
        }
    }

    [Fact]
    public void A_demand_does_not_come_after_what_closes_one_that_was_merged_into_it()
    {
        var history = new Given().ADemand("demand-1").ADemand("demand-2").Event("demand-2", new DemandWithdrawn("EP") { Occurred = On("2013-04-18") })
            .Event("demand-2", new Domain.Amendments.SubjectMerged("demand-1") { Occurred = On("2026") });
        history.When("demand-1", new Domain.Amendments.EventCorrected(Id(2), Changes(("follows", new[] { Id(4) })), "x") { Occurred = On("2026") })
            .ShouldRefuse("changes.follows", "follows_own_condition");
    }
}
