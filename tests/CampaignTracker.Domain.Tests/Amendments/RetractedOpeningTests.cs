using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Amendments;

/// <summary>Whoever retracts what opens a subject is told what hangs on it, and afterwards nobody is sent in a circle. The case is event 2.</summary>
public class RetractedOpeningTests
{
    private static readonly EventRetracted Retraction = new(Id(2), "Somebody else") { Occurred = On("2026-01-01") };

    private static Given APersonWithADemand => new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") })
        .ADemand("release-1", about: "case-1").ADialogue("hrd").Event("hrd", new CaseRaised("case-1", "EU") { Occurred = On("2013") });

    [Fact]
    public void What_names_it_and_what_stands_on_it_is_told() =>
        APersonWithADemand.When("case-1", Retraction).ShouldWarn("retracts", "hangs_on_it").Message()
            .ShouldBe("is what opens case-1; it is named by hrd, release-1; 1 event on it stays: without it they find nothing there");

    [Fact]
    public void What_hangs_on_nothing_is_retracted_without_a_word()
    {
        new Given().ACase("case-1").When("case-1", Retraction).ShouldBeAccepted();
        APersonWithADemand.Retract(Id(3)).Retract(Id(4)).Retract(Id(6)).When("case-1", Retraction).ShouldBeAccepted();
        APersonWithADemand.When("case-1", new EventRetracted(Id(3), "x") { Occurred = On("2026-01-01") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_demand_that_was_corrected_to_be_about_somebody_else_does_not_hang_on_it()
    {
        var history = new Given().ACase("case-1").ACase("case-2").ADemand("release-1", about: "case-1");
        history.When("case-1", Retraction).ShouldWarn("retracts", "hangs_on_it").Message().ShouldContain("named by release-1");
        history.Correct(Id(4), ("about", "case-2")).When("case-1", Retraction).ShouldBeAccepted();
    }

    [Fact]
    public void Of_many_the_first_ten_are_named()
    {
        var history = new Given().ACase("case-1");
        for (var i = 10; i < 22; i++) history.ADemand($"release-{i}", about: "case-1");
        history.When("case-1", Retraction).ShouldWarn("retracts", "hangs_on_it").Message().ShouldContain("release-19 and 2 more: without it");
    }

    [Fact]
    public void Whoever_records_on_it_or_opens_it_anew_is_told_of_the_retraction_and_how_to_go_on()
    {
        var history = APersonWithADemand.Retract(Id(2));
        var retraction = history.Last.Id;
        foreach (var issue in new[]
        {
            history.When("case-1", new Arrested { Occurred = On("2014") }).ShouldRefuse("subject", "unopened_subject"),
            history.When("release-2", new DemandIssued("Release", "EP", ["KZ"], "calls for", Force.Call, About: "case-1") { Occurred = On("2014") }).ShouldRefuse("about", "unopened_subject"),
            history.When("case-1", new CaseOpened("P. O.") { Occurred = On("2012") }).ShouldRefuse("subject", "already_open"),
        })
        {
            issue.Message().ShouldContain($"{retraction} retracted");
            issue.Message().ShouldContain("Retract that retraction, or");
        }
        history.When("case-1", new EventRetracted(retraction, "It was he") { Occurred = On("2026") }).ShouldBeAccepted();
        history.Retract(retraction).When("case-1", new Arrested { Occurred = On("2014") }).ShouldBeAccepted();
        history.When("case-9", new Arrested { Occurred = On("2014") }).ShouldRefuse("subject", "unopened_subject").Message().ShouldContain("never opened");
    }
}
