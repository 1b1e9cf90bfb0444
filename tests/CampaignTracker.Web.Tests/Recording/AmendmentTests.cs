using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>Corrections and retractions come through the same door.</summary>
public sealed class AmendmentTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task A_correction_changes_what_is_shown_and_not_what_is_stored()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var answer = (await Record(Written.Correction(opened.Id(2), "case-1", new() { ["occurred"] = "2012-01-24" }))).ShouldBe(HttpStatusCode.Created);

        var timeline = await Tracker.Get($"/api/campaigns/{Campaign}/timeline?after={answer.Sequence}");
        var arrest = timeline.ShouldBe(HttpStatusCode.OK).Body["entries"]!.AsArray().Single(entry => entry!["event"]!.GetValue<string>() == opened.Id(2))!;
        arrest["occurred"]!.GetValue<string>().ShouldBe("2012-01-24");
        arrest["status"]!.GetValue<string>().ShouldBe("Corrected");
        (await Tracker.Query<string>("select data ->> 'occurred' from tracker.mt_events where id = $1", Guid.Parse(opened.Id(2)))).ShouldBe("2012-01-23");
    }

    [Fact]
    public async Task A_correction_passes_the_checks_of_a_new_event()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        (await Record(Written.Correction(opened.Id(2), "case-1", new() { ["occurred"] = "2012-02-30" })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].changes.occurred wrong_value");
        (await Record(Written.Correction(opened.Id(2), "case-1", new() { ["sources"] = null })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].changes.sources no_source");
    }

    [Fact]
    public async Task An_event_that_names_other_subjects_can_be_corrected()
    {
        var opened = await Opened(Written.Case(), Written.Resolution("resolution-1"), Written.Demand("demand-1", about: "case-1", resolution: "resolution-1"));
        (await Record(Written.Correction(opened.Id(3), "demand-1", new() { ["operativeVerb"] = "urges" }))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_event_of_a_merged_subject_can_be_corrected()
    {
        var opened = await Opened(Written.Case(), Written.Case("case-2", "Kozlov"), Written.Arrested());
        var merged = new JsonObject { ["type"] = "subject_merged", ["subject"] = "case-1", ["occurred"] = "2014", ["sources"] = Written.Arrested()["sources"]!.DeepClone(), ["into"] = "case-2", ["reason"] = "One person." };
        (await Record(merged)).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Correction(opened.Id(3), "case-1", new() { ["occurred"] = "2012-01-24" }))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_correction_may_name_another_subject_than_before()
    {
        var opened = await Opened(Written.Case(), Written.Case("case-2", "Roza Tuletaeva"), Written.Demand("demand-1", about: "case-1"));
        (await Record(Written.Correction(opened.Id(3), "demand-1", new() { ["about"] = "case-2" }))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Correction(opened.Id(3), "demand-1", new() { ["text"] = "Release her." }))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Correction(opened.Id(3), "demand-1", new() { ["about"] = "case-3" })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].changes.about unopened_subject");
    }

    [Fact]
    public async Task A_corrected_name_is_stored_as_personal_too_and_recording_it_again_changes_nothing()
    {
        var opened = await Opened(Written.Case());
        var correction = Written.Correction(opened.Id(1), "case-1", new() { ["name"] = "Vladimir Ivanovich Kozlov" }).With("id", Guid.CreateVersion7().ToString());
        var first = (await Record(correction.DeepClone())).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Query<string>("select data -> 'changes' -> 'name' ->> 'personal' from tracker.mt_events where id = $1", Guid.Parse(first.Id())))
            .ShouldBe("Vladimir Ivanovich Kozlov");

        var amended = Written.Correction(first.Id(), "case-1", new() { ["changes"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "Vladimir I. Kozlov" } });
        var second = (await Record(amended)).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Query<string>("select data -> 'changes' -> 'changes' -> 'name' ->> 'personal' from tracker.mt_events where id = $1", Guid.Parse(second.Id())))
            .ShouldBe("Vladimir I. Kozlov");

        (await Record(correction)).ShouldBe(HttpStatusCode.Created).Body["repeated"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_correction_can_itself_be_corrected()
    {
        var opened = await Opened(Written.Case(), Written.Demand("demand-1", about: "case-1"));
        var correction = (await Record(Written.Correction(opened.Id(2), "demand-1", new() { ["operativeVerb"] = "urges" }))).ShouldBe(HttpStatusCode.Created);
        var again = Written.Correction(correction.Id(), "demand-1", new() { ["changes"] = new System.Text.Json.Nodes.JsonObject { ["operativeVerb"] = "demands" } });
        (await Record(again)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_correction_may_follow_in_the_batch_of_what_it_corrects()
    {
        var arrest = Guid.CreateVersion7().ToString();
        await Opened(Written.Case());
        (await Record(
            Written.Arrested().With("id", arrest),
            Written.Correction(arrest, "case-1", new() { ["occurred"] = "2012-01-24" }))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_amendment_of_nothing_is_refused()
    {
        await Opened(Written.Case());
        var nobody = Guid.CreateVersion7().ToString();
        (await Record(Written.Correction(nobody, "case-1", new() { ["occurred"] = "2012" })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].corrects unknown_event");
        (await Record(Written.Retraction(nobody, "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].retracts unknown_event");
    }

    [Fact]
    public async Task An_event_of_another_campaign_cannot_be_amended()
    {
        var other = NewName();
        var foreign = (await Tracker.Open(Written.Campaign(other))).ShouldBe(HttpStatusCode.Created);
        await Opened(Written.Case());
        (await Record(Written.Retraction(foreign.Id(), "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].retracts unknown_event");
    }

    [Fact]
    public async Task A_retracted_event_counts_for_nothing()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var answer = (await Record(Written.Retraction(opened.Id(2), "case-1"))).ShouldBe(HttpStatusCode.Created);
        var cases = await Tracker.Get($"/api/campaigns/{Campaign}/cases?after={answer.Sequence}");
        cases.Body["cases"]![0]!["held"]!.GetValue<string>().ShouldNotBe("Yes");
        var before = await Tracker.Get($"/api/campaigns/{Campaign}/cases?knownAt={opened.Sequence}");
        before.Body["cases"]![0]!["held"]!.GetValue<string>().ShouldBe("Yes");
    }
}
