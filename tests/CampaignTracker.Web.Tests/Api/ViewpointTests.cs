using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>From where one looks: asOf, knownAt, after.</summary>
public sealed class ViewpointTests(TestTrackers trackers) : TrackerTests(trackers)
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "asOf=someday", "asOf wrong_value" },
        { "asOf=2013-02-29", "asOf wrong_value" },
        { "asOf=2013-01-01T00:00:00Z", "asOf wrong_value" },
        { "asOf=%00", "asOf wrong_value" },
        { "knownAt=yesterday", "knownAt wrong_value" },
        { "knownAt=2026-11-23", "knownAt wrong_value" },
        { "knownAt=2026-11-23T20:15:00", "knownAt wrong_value" },
        { "knownAt=2026-02-30T20:15:00Z", "knownAt wrong_value" },
        { "knownAt=-1", "knownAt wrong_value" },
        { "knownAt=1.5", "knownAt wrong_value" },
        { "after=-1", "after wrong_value" },
        { "after=soon", "after wrong_value" },
        { "after=99999999999999999999", "after wrong_value" },
        { "asof=2013", "asof unknown_parameter" },
        { "as_of=2013", "as_of unknown_parameter" },
        { "page=2", "page unknown_parameter" },
        { "asOf=2013&asOf=2014", "asOf duplicate_parameter, asOf wrong_value" },
        { "asOf=never&knownAt=never&after=never", "asOf wrong_value, knownAt wrong_value, after wrong_value" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_parameter_that_is_wrong_is_named_by_every_view(string query, string errors)
    {
        await Opened(Written.Case());
        foreach (var view in ViewCatalogue.Stored.Where(view => view != ViewCatalogue.Summary).Select(view => "/" + view.Name).Append(""))
        {
            var answer = await Tracker.Get($"/api/campaigns/{Campaign}{view}?{query}");
            answer.ShouldBe(HttpStatusCode.BadRequest).ShouldBeProblem();
            string.Join(", ", answer.Errors).ShouldBe(errors);
        }
    }

    [Theory]
    [InlineData("/api/campaigns")]
    [InlineData("/api/campaigns/{0}/cases?after={1}")]
    [InlineData("/api/campaigns/{0}/timeline?asOf=2013&after={1}")]
    [InlineData("/health/ready")]
    [InlineData("/docs")]
    public async Task To_ask_for_the_head_alone_is_answered_like_a_read_without_its_body(string path)
    {
        var opened = await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Head, string.Format(CultureInfo.InvariantCulture, path, Campaign, opened.Sequence), null);
        answer.ShouldBe(HttpStatusCode.OK).Text.ShouldBeEmpty();
        answer.MediaType.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_list_of_campaigns_has_no_viewpoint()
    {
        (await Tracker.Get("/api/campaigns?asOf=2013")).ShouldBe(HttpStatusCode.BadRequest).Errors.ShouldContain("asOf unknown_parameter");
        (await Tracker.Get("/api/campaigns?knownAt=1")).ShouldBe(HttpStatusCode.BadRequest).Errors.ShouldContain("knownAt unknown_parameter");
        (await Tracker.Get("/api/campaigns?after=x")).ShouldRefuse(HttpStatusCode.BadRequest, "after wrong_value");
    }

    [Fact]
    public async Task The_world_is_seen_up_to_a_date()
    {
        var answer = await Opened(Written.Case(), Written.Arrested(), Written.Released());
        (await Held($"asOf=2012-01-22&after={answer.Sequence}")).ShouldBeNull();
        (await Held("asOf=2012-01-23")).ShouldBe("Yes");
        (await Held("asOf=2016-08-18")).ShouldBe("Yes");
        (await Held("asOf=2016-08-19")).ShouldBe("No");
        (await Held("")).ShouldBe("No");
    }

    [Fact]
    public async Task Knowledge_as_an_instant_and_as_a_sequence_give_the_same_answer()
    {
        await Opened(Written.Case());
        var arrested = (await Record(Written.Arrested())).ShouldBe(HttpStatusCode.Created);
        var released = (await Record(Written.Released())).ShouldBe(HttpStatusCode.Created);

        foreach (var view in ViewCatalogue.Stored.Where(view => view != ViewCatalogue.Summary).Select(view => "/" + view.Name).Append("").Append("/timeline"))
        {
            var instant = arrested.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffK", CultureInfo.InvariantCulture);
            var bySequence = await Tracker.Get($"/api/campaigns/{Campaign}{view}?after={released.Sequence}&knownAt={arrested.Sequence}");
            var byInstant = await Tracker.Get($"/api/campaigns/{Campaign}{view}?knownAt={Uri.EscapeDataString(instant)}");
            bySequence.ShouldBe(HttpStatusCode.OK).Sequence.ShouldBe(arrested.Sequence);
            byInstant.Text.ShouldBe(bySequence.Text, view);
        }
        (await Held($"knownAt={arrested.Sequence}")).ShouldBe("Yes");
        (await Held($"knownAt={released.Sequence}")).ShouldBe("No");
    }

    [Fact]
    public async Task What_was_not_known_yet_is_not_found()
    {
        var opened = await Opened(Written.Case());
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?knownAt={opened.Events[0]!["sequence"]!.GetValue<long>() - 1}")).ShouldBe(HttpStatusCode.NotFound);
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?knownAt=2001-01-01T00:00:00Z")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_read_after_a_recording_sees_it()
    {
        await Opened();
        for (var i = 1; i <= 20; i++)
        {
            var recorded = (await Record(Written.Case($"case-{i}"))).ShouldBe(HttpStatusCode.Created);
            var cases = (await Tracker.Get($"/api/campaigns/{Campaign}/cases?after={recorded.Sequence}")).ShouldBe(HttpStatusCode.OK);
            cases.Body["cases"]!.AsArray().Count.ShouldBe(i);
        }
    }

    [Fact]
    public async Task A_sequence_that_the_views_do_not_reach_is_answered_after_a_while()
    {
        // Of its own: others wait for as long as a busy machine needs.
        await using var tracker = await RunningTracker.StartAsync(
            await Trackers.NewDatabaseAsync(), Nodes.One, Waits.Usual with { Views = TimeSpan.FromMilliseconds(300) });
        var watch = Stopwatch.StartNew();
        var answer = await tracker.Get($"/api/campaigns?after={long.MaxValue}");
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(300));
        answer.ShouldRefuse(HttpStatusCode.ServiceUnavailable, "after not_reached");
    }

    [Fact]
    public async Task A_live_view_is_what_a_replay_gives()
    {
        var recorded = await Opened(Written.Case(), Written.Arrested(), Written.Resolution("resolution-1"), Written.Demand("demand-1", about: "case-1"), Written.Released());
        foreach (var view in ViewCatalogue.Stored.Where(view => view != ViewCatalogue.Summary).Select(view => "/" + view.Name).Append(""))
        {
            var live = await Tracker.Get($"/api/campaigns/{Campaign}{view}?after={recorded.Sequence}");
            var replayed = await Tracker.Get($"/api/campaigns/{Campaign}{view}?knownAt={recorded.Sequence}");
            live.ShouldBe(HttpStatusCode.OK);
            JsonNode.DeepEquals(live.Body, replayed.Body).ShouldBeTrue(view + live.Text + replayed.Text);
        }
    }

    private async Task<string?> Held(string query) =>
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?{query}")).ShouldBe(HttpStatusCode.OK).Body["cases"]!.AsArray() is [var only] ? only!["held"]!.GetValue<string>() : null;
}
