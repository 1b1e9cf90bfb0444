using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class TimelineTests
{
    private static Record AnArrest() => Record.ACase().And("2012-03-05", "case-1", on => new Arrested { Occurred = on });

    private static TimelineEntry Only(Timeline timeline, string type) => timeline.Entries.Single(entry => entry.Type == type);

    [Fact]
    public void A_corrected_entry_shows_what_was_first_recorded_and_why_it_changed()
    {
        var record = AnArrest();
        var arrest = record.LastId;
        var changes = new Dictionary<string, JsonElement> { ["occurred"] = JsonSerializer.SerializeToElement("2012-03-04") };
        var timeline = Timeline.Of(record.And("2012-03-05", "case-1", on => new EventCorrected(arrest, changes, "A slip of the pen") { Occurred = on }).Seen());

        var entry = Only(timeline, "arrested");
        entry.Status.ShouldBe(EntryStatus.Corrected);
        entry.Occurred.Text.ShouldBe("2012-03-04");
        entry.FirstRecorded.ShouldBe([new("occurred", "2012-03-05", "2012-03-04")]);
        entry.Amendments.Single().ShouldSatisfyAllConditions(
            amendment => amendment.Reason.ShouldBe("A slip of the pen"),
            amendment => amendment.Fields.ShouldBe(["occurred"]),
            amendment => amendment.By.ShouldBe("recorder 4"));
        timeline.Entries.ShouldNotContain(other => other.Type == "event_corrected");
    }

    [Fact]
    public void A_retracted_entry_stays_and_is_marked()
    {
        var record = AnArrest();
        var arrest = record.LastId;
        var timeline = Timeline.Of(record.And("2020", "case-1", on => new EventRetracted(arrest, "Another person") { Occurred = on }).Seen(asOf: "2013"));

        Only(timeline, "arrested").Status.ShouldBe(EntryStatus.Retracted);
        Only(timeline, "arrested").Amendments.Single().Retracts.ShouldBeTrue();
    }

    [Fact]
    public void A_disagreement_marks_what_it_is_about_and_its_settlement_marks_the_disagreement()
    {
        var record = AnArrest();
        var arrest = record.LastId;
        record.And("2012-03-05", "case-1", on => new StatusContested("day", [new("4 March", "A"), new("5 March", "B")], arrest) { Occurred = on });
        var contested = record.LastId;
        Only(Timeline.Of(record.Seen()), "arrested").Contested.ShouldBe([new(contested, "day", Settled: false)]);

        var settled = Timeline.Of(record.And("2021", "case-1", on => new ClaimsReconciled(contested, "5 March", "The warrant was found") { Occurred = on }).Seen());
        Only(settled, "arrested").Contested.ShouldBe([new(contested, "day", Settled: true)]);
        Only(settled, "status_contested").Settlement!.Chosen.ShouldBe("5 March");
    }

    [Fact]
    public void A_case_raised_at_a_meeting_shows_on_the_case_too()
    {
        var timeline = Timeline.Of(ARaisedCase().Seen());
        new TimelineFilter(Subject: "case-1").Matches(timeline).Select(entry => entry.Type).ShouldBe(["case_opened", "case_raised"]);
        new TimelineFilter(Subject: "hrd").Matches(timeline).Select(entry => entry.Type).ShouldBe(["dialogue_series_opened", "case_raised"]);
        new TimelineFilter(Text: "Тулетаева поднята").Matches(timeline).ShouldBeEmpty();
        new TimelineFilter(Text: "Төлетаева").Matches(timeline).Count.ShouldBe(2);
    }

    [Fact]
    public void Entries_are_narrowed_by_type_confidence_and_any_overlap_of_dates()
    {
        var timeline = Timeline.Of(AnArrest().And("2014-11~", "case-1", on => new ReleaseAchieved(ReleaseManner.Unknown) { Occurred = on, Confidence = Confidence.Probable }).Seen());
        new TimelineFilter(Types: ["arrested", "release_achieved"]).Matches(timeline).Count.ShouldBe(2);
        new TimelineFilter(Confidence: Confidence.Probable).Matches(timeline).Single().Type.ShouldBe("release_achieved");
        new TimelineFilter(From: Record.Date("2014-11-15"), To: Record.Date("2014-11-20")).Matches(timeline).Single().Type.ShouldBe("release_achieved");
        new TimelineFilter(From: Record.Date("2014-12")).Matches(timeline).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_says_how_many_there_are_in_all()
    {
        var timeline = Timeline.Of(AnArrest().Seen());
        var page = new TimelineFilter().Page(timeline, skip: 1, take: 1);
        (page.Total, page.Skipped, page.Entries.Single().Type).ShouldBe((3, 1, "case_opened"));
        new TimelineFilter().Page(timeline, skip: 9, take: 1).Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Sensitivity.Restricted, "A guard")]
    [InlineData(Sensitivity.Public, null)]
    public void An_informant_is_named_only_to_those_who_may_see_what_is_restricted(Sensitivity clearance, string? shown)
    {
        var record = Record.ACase().And("2012-03-05", "case-1", on => new Arrested { Occurred = on, Sources = [new Source("Interview", Informant: "A guard")] });
        var arrest = record.LastId;
        record.And("2012-03-05", "case-1", on => new EventCorrected(arrest, new Dictionary<string, JsonElement> { ["sources"] = JsonSerializer.SerializeToElement(new[] { new { citation = "Interview 2", informant = "A guard" } }) }, "A second one") { Occurred = on });
        var timeline = Timeline.Of(record.Seen(clearance: clearance));
        Only(timeline, "arrested").Sources.Single().Informant.ShouldBe(shown);
        JsonSerializer.Serialize(timeline, ViewJson.Options).Contains("A guard", StringComparison.Ordinal).ShouldBe(shown is not null);
    }

    private static Record ARaisedCase() => Record.ACase()
        .And("2013", "hrd", on => new DialogueSeriesOpened("Human rights dialogue") { Occurred = on })
        .And("2013-11", "hrd", on => new CaseRaised("case-1", "EEAS") { Occurred = on });
}
