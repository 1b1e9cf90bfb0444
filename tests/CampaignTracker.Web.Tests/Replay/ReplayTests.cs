using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Replay;

/// <summary>Replay over HTTP, on the real host.</summary>
public sealed class ReplayTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task A_release_learned_late_is_told_apart_from_one_that_happened_in_between()
    {
        var opened = await Opened(Written.Case(), Written.Arrested(), Written.Demand("demand-1", "case-1"));
        var released = (await Record(Written.Released())).ShouldBe(HttpStatusCode.Created);
        var learned = await Tracker.Get($"/api/campaigns/{Campaign}/difference?fromKnownAt={opened.Sequence}&toKnownAt={released.Sequence}&after={released.Sequence}");
        Causes(learned, "Fulfilment").ShouldBe(["LearnedInBetween"]);
        var happened = await Tracker.Get($"/api/campaigns/{Campaign}/difference?fromAsOf=2016-01-01&toAsOf=2017-01-01");
        Causes(happened, "Custody").ShouldBe(["HappenedInBetween"]);
        Causes(happened, "Fulfilment").ShouldBe(["HappenedInBetween"]);
    }

    [Fact]
    public async Task Why_names_the_event_without_which_the_answer_is_another()
    {
        await Opened(Written.Case(), Written.Arrested());
        var released = await Record(Written.Released());
        var why = (await Tracker.Get($"/api/campaigns/{Campaign}/why?case=case-1&after={released.Sequence}")).ShouldBe(HttpStatusCode.OK);
        var flips = why.Body["chain"]!.AsArray().Where(link => link!["flips"]!.GetValue<bool>() && link["role"]!.GetValue<string>() == "SetsStatus");
        flips.Select(link => link!["event"]!["event"]!.GetValue<string>()).ShouldBe([released.Id()]);
    }

    [Fact]
    public async Task The_history_of_an_answer_ends_a_span_with_the_recording_that_changed_it()
    {
        await Opened(Written.Case(), Written.Arrested());
        var released = await Record(Written.Released());
        var history = await Tracker.Get($"/api/campaigns/{Campaign}/history?case=case-1&asOf=2017&after={released.Sequence}");
        var spans = history.ShouldBe(HttpStatusCode.OK).Body["spans"]!.AsArray();
        spans.Count.ShouldBe(2);
        spans[0]!["says"]![0]!.GetValue<string>().ShouldBe("Held");
        spans[0]!["untilSequence"]!.GetValue<long>().ShouldBe(released.Sequence);
        spans[1]!["causes"]![0]!["kind"]!.GetValue<string>().ShouldBe("LearnedInBetween");
    }

    [Theory]
    [InlineData("world")]
    [InlineData("knowledge")]
    public async Task Frames_are_answered_over_both_times(string over)
    {
        await Opened(Written.Case(), Written.Arrested());
        var released = await Record(Written.Released());
        var frames = await Tracker.Get($"/api/campaigns/{Campaign}/frames?over={over}&after={released.Sequence}");
        frames.ShouldBe(HttpStatusCode.OK).Body["all"]!.AsArray().Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_life_of_an_event_says_who_changed_what_and_why()
    {
        await Opened(Written.Case());
        var arrested = await Record(Written.Arrested());
        var corrected = await Record(Written.Correction(arrested.Id(), "case-1", new JsonObject { ["occurred"] = "2012-01-24" }));
        var life = (await Tracker.Get($"/api/campaigns/{Campaign}/events/{arrested.Id()}?after={corrected.Sequence}")).ShouldBe(HttpStatusCode.OK).Body;
        life["entry"]!["occurred"]!.GetValue<string>().ShouldBe("2012-01-24");
        var stage = life["stages"]![0]!;
        stage["by"]!.GetValue<string>().ShouldBe(RunningTracker.Recorder);
        stage["reason"]!.GetValue<string>().ShouldBe("Misread.");
        (stage["fields"]![0]!["first"]!.GetValue<string>(), stage["fields"]![0]!["now"]!.GetValue<string>()).ShouldBe(("2012-01-23", "2012-01-24"));
    }

    [Fact]
    public async Task What_if_answers_the_difference_and_leaves_the_whole_database_as_it_was()
    {
        // A tracker of its own: nobody else writes to its database.
        await using var tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        var opened = (await tracker.Open(new JsonArray([Written.Campaign(Campaign), .. new[] { Written.Case(), Written.Arrested(), Written.Demand("demand-1", "case-1") }.Select(e => e.With("campaign", Campaign))])))
            .ShouldBe(HttpStatusCode.Created);
        (await tracker.Get($"/api/campaigns/{Campaign}/demands?after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK);
        var before = await Everything(tracker);
        before.Count.ShouldBeGreaterThan(10);
        var supposed = (await tracker.Post($"/api/campaigns/{Campaign}/what-if?asOf=2017", Written.Released().ToJsonString())).ShouldBe(HttpStatusCode.OK);
        Causes(supposed, "Fulfilment").Count().ShouldBe(1);
        (await tracker.Post($"/api/campaigns/{Campaign}/what-if", Written.Released().Without("sources").ToJsonString())).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "sources no_source");
        (await Everything(tracker)).ShouldBe(before);
    }

    [Fact]
    public async Task A_cited_answer_is_the_same_bytes_after_more_was_recorded_and_another_hash_is_told()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var cited = (await Tracker.Get($"/api/campaigns/{Campaign}/citation?view=cases&asOf=2013&after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK);
        var link = cited.Body["link"]!.GetValue<string>();
        var first = (await Tracker.Get(link)).ShouldBe(HttpStatusCode.OK);
        await Record(Written.Released(occurred: "2012-06-01"));
        (await Tracker.Get(link)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(first.Text);
        (await Tracker.Get(link[..^64] + new string('0', 64))).ShouldRefuse(HttpStatusCode.Conflict, "hash other_answer");
        (await Tracker.Get(link.Replace("ruleSet=2", "ruleSet=9", StringComparison.Ordinal))).ShouldRefuse(HttpStatusCode.BadRequest, "ruleSet unknown_rule_set");
    }

    private static IEnumerable<string> Causes(Answer answer, string what) => answer.ShouldBe(HttpStatusCode.OK).Body["changes"]!.AsArray()
        .Where(change => change!["what"]!.GetValue<string>() == what).SelectMany(change => change!["causes"]!.AsArray()).Select(cause => cause!["kind"]!.GetValue<string>());

    /// <summary>
    /// Every row of every table of ours and how far every sequence is. Left out is what the keeping of views writes in its own time: the heartbeats of
    /// nodes, and the progress, whose mark follows a moment after the view.
    /// </summary>
    private static async Task<List<string>> Everything(RunningTracker tracker)
    {
        List<string> all = [];
        foreach (var table in await tracker.Rows<string>("select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'wolverine') and tablename not like 'mt_event_progression%' order by 1"))
            all.Add($"{table} {await tracker.Query<string>($"select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t")}");
        all.AddRange(await tracker.Rows<string>("select schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences where schemaname <> 'wolverine' order by 1"));
        return all;
    }
}
