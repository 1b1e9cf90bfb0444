using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>What goes through the door, and what it answers.</summary>
public sealed class BatchTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task One_event_is_recorded_and_answered_with_its_id_version_and_sequence()
    {
        await Opened();
        var answer = (await Tracker.Record(Campaign, Written.Case())).ShouldBe(HttpStatusCode.Created);

        answer.MediaType.ShouldBe("application/json");
        answer.Body["repeated"]!.GetValue<bool>().ShouldBeFalse();
        var line = answer.Events.ShouldHaveSingleItem()!;
        line["type"]!.GetValue<string>().ShouldBe("case_opened");
        line["subject"]!.GetValue<string>().ShouldBe("case-1");
        line["version"]!.GetValue<long>().ShouldBe(1);
        line["sequence"]!.GetValue<long>().ShouldBe(answer.Sequence);
        (await Tracker.Query<long>("select seq_id from tracker.mt_events where id = $1", Guid.Parse(answer.Id()))).ShouldBe(answer.Sequence);
    }

    [Fact]
    public async Task A_batch_may_open_a_subject_and_use_it()
    {
        await Opened();
        var answer = (await Record(Written.Case(), Written.Arrested(), Written.Demand("demand-1", about: "case-1"), Written.Released()))
            .ShouldBe(HttpStatusCode.Created);
        answer.Events.Select(line => line!["version"]!.GetValue<long>()).ShouldBe([1, 2, 1, 3]);
    }

    [Fact]
    public async Task A_batch_may_not_use_a_subject_before_it_opens_it()
    {
        await Opened();
        (await Record(Written.Arrested(), Written.Case()))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].subject unopened_subject");
        (await Tracker.Count(Campaign)).ShouldBe(1);
    }

    [Fact]
    public async Task One_refused_event_keeps_the_whole_batch_out()
    {
        await Opened();
        (await Record(Written.Case(), Written.Arrested().Without("sources"), Written.Released()))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[1].sources no_source");
        (await Tracker.Count(Campaign)).ShouldBe(1);
        (await Tracker.Query<long>("select count(*) from tracker.mt_streams where id = $1", $"{Campaign}/case-1")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_field_that_cannot_be_read_is_named_in_every_event()
    {
        await Opened();
        (await Record(
            Written.Case().With("occurred", "2013-02-30").With("nickname", "x"),
            Written.Arrested(),
            Written.Released().With("manner", "Escaped").Without("occurred")))
            .ShouldRefuse(HttpStatusCode.BadRequest,
                "events[0].occurred wrong_value", "events[0].nickname unknown_field", "events[2].manner wrong_value", "events[2].occurred missing_field");
        (await Tracker.Count(Campaign)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_field_that_breaks_a_rule_is_named_in_every_event()
    {
        await Opened();
        (await Record(
            Written.Case().With("name", ""),
            Written.Arrested().With("occurred", "2999-01-01").Without("sources"),
            Written.Released("case-7"),
            Written.Demand("demand-1", about: "case-8")))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity,
                "events[0].name empty", "events[1].occurred future", "events[1].sources no_source", "events[2].subject unopened_subject", "events[3].about unopened_subject");
    }

    [Fact]
    public async Task A_refusal_of_an_event_sent_alone_names_the_field_alone()
    {
        await Opened(Written.Case());
        (await Tracker.Record(Campaign, Written.Arrested().Without("sources"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "sources no_source");
    }

    [Fact]
    public async Task A_campaign_that_was_never_opened_is_not_found()
    {
        (await Tracker.Record("nowhere", Written.Case())).ShouldRefuse(HttpStatusCode.NotFound, "campaign unknown_campaign");
        (await Tracker.Record("nowhere", Written.Campaign("nowhere"))).ShouldRefuse(HttpStatusCode.NotFound, "campaign unknown_campaign");
    }

    [Fact]
    public async Task A_thousand_events_go_into_one_batch_and_one_more_does_not()
    {
        await Opened(Written.Case());
        JsonNode[] thousand = [.. Enumerable.Range(0, 1_000).Select(i => Written.Context($"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd}"))];
        var answer = (await Record(thousand)).ShouldBe(HttpStatusCode.Created);
        answer.Events.Count.ShouldBe(1_000);
        answer.Events.Select(line => line!["version"]!.GetValue<long>()).ShouldBe(Enumerable.Range(2, 1_000).Select(v => (long)v));

        JsonNode[] more = [.. Enumerable.Range(0, 1_001).Select(_ => Written.Arrested())];
        (await Record(more)).ShouldRefuse(HttpStatusCode.BadRequest, "events too_many");
        (await Tracker.Count(Campaign)).ShouldBe(1_002);
    }

    [Fact]
    public async Task A_surprise_is_recorded_and_answered_as_a_warning()
    {
        await Opened(Written.Case());
        var answer = (await Tracker.Record(Campaign, Written.Released())).ShouldBe(HttpStatusCode.Created);
        answer.Events[0]!["warnings"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("not_held");
        (await Tracker.Query<string>("select headers -> 'warnings' -> 0 ->> 'code' from tracker.mt_events where id = $1", Guid.Parse(answer.Id())))
            .ShouldBe("not_held");
    }

    [Fact]
    public async Task Who_recorded_and_under_which_request_and_at_which_place_is_kept_with_the_event()
    {
        await Opened(Written.Case());
        var answer = (await Record(Written.Arrested(), Written.Released())).ShouldBe(HttpStatusCode.Created);
        const string kept = "select user_name || ' ' || (correlation_id <> '') || ' ' || coalesce(headers ->> 'index', '0') from tracker.mt_events where id = $1";
        (await Tracker.Query<string>(kept, Guid.Parse(answer.Id()))).ShouldBe($"{RunningTracker.Recorder} true 0");
        (await Tracker.Query<string>(kept, Guid.Parse(answer.Id(1)))).ShouldBe($"{RunningTracker.Recorder} true 1");
    }

    [Fact]
    public async Task A_version_that_was_seen_and_is_no_longer_the_last_is_a_conflict()
    {
        await Opened(Written.Case(), Written.Arrested());
        (await Tracker.Record(Campaign, Written.Released().With("seenVersion", 1))).ShouldRefuse(HttpStatusCode.Conflict, "seenVersion newer_version");
        (await Tracker.Record(Campaign, Written.Released().With("seenVersion", 2))).ShouldBe(HttpStatusCode.Created);
    }
}
