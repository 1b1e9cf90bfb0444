using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

public class EventLifeTests
{
    private static EventLife Of(Given given, Guid id) => EventLife.Of(CampaignState.Of(given.Log, Viewpoints.Now), id)!;

    private static (Given Given, Guid Id) Released()
    {
        var given = new Given().ACase("case-1").Event("case-1", new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2016-08-19") });
        return (given, given.Last.Id);
    }

    [Fact]
    public void A_correction_that_does_not_fit_its_event_is_told_and_does_not_hold()
    {
        var (given, id) = Released();
        var life = Of(given.Correct(id, ("manner", "Flight")), id);
        var stage = life.Stages.Single();
        (stage.Holds, stage.Fields.Count).ShouldBe((false, 0));
        life.Entry.Status.ShouldBe(EntryStatus.Current);
    }

    [Fact]
    public void A_correction_of_a_correction_and_its_retraction_are_stages_of_their_own_events()
    {
        var (given, id) = Released();
        given.Correct(id, ("occurred", "2016-08-20"));
        var correction = given.Last.Id;
        given.Correct(correction, ("changes", Changes(("occurred", "2016-08-21"))));
        Of(given, id).Entry.Occurred.Text.ShouldBe("2016-08-21");
        Of(given, correction).Stages.Single().Holds.ShouldBeTrue();

        given.Retract(correction);
        var life = Of(given, id);
        life.Entry.Occurred.Text.ShouldBe("2016-08-19");
        life.Stages.Single().ShouldSatisfyAllConditions(
            stage => stage.Holds.ShouldBeFalse(), stage => stage.By.ShouldBe("alma"), stage => stage.Reason.ShouldBe("A better source"),
            stage => stage.Fields.Single().Now.ShouldBe("2016-08-21"));
    }

    [Fact]
    public void A_retracted_event_says_by_whom_when_and_why()
    {
        var (given, id) = Released();
        var stage = Of(given.Retract(id), id).Stages.Single();
        (stage.Retracts, stage.Holds, stage.Reason, stage.By, stage.At).ShouldBe((true, true, "Recorded twice", "alma", given.Last.RecordedAt));
    }
}
