using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Health;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Faults.Tests;

/// <summary>A bad event stops the views, on whichever of two nodes they are kept: both say where and why, and nothing is skipped on the way back.</summary>
public sealed class StoppedViewTests(TestTrackers trackers) : IAsyncLifetime
{
    // A word that stands for what an event says of a person: it must show nowhere.
    private const string Canary = "Mukhtarqanary";
    private const string View = CampaignViews.Name;

    private RunningTracker first = null!;
    private RunningTracker second = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await trackers.NewDatabaseAsync();
        first = await RunningTracker.StartAsync(database, Nodes.Several);
        second = await RunningTracker.StartAsync(database, Nodes.Several);
        (await first.Open(Written.Campaign("c"))).ShouldBe(HttpStatusCode.Created);
        await EventuallyReady();
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_view_stopped_by_an_unknown_type_says_so_on_both_nodes_and_goes_on_after_mending(int round)
    {
        for (var before = 0; before < round % 3; before++) await RecordAnotherAsync();
        var sequence = await PlantAsync("case_reopenedd", $$"""{"campaign":"c","subject":"case-1","occurred":"2012-01-23","name":"{{Canary}}"}""");
        await RecordAnotherAsync();
        await ShouldSayOnBothNodes(sequence, "unknown_type");

        await MendAsync(sequence);
        await ResumeAsync();
        await ShouldHaveSkippedNothing();
        ShouldHaveLoggedNoContent();
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_view_stopped_by_a_broken_body_says_so_on_both_nodes_and_goes_on_after_mending(int round)
    {
        for (var before = 0; before < round % 3; before++) await RecordAnotherAsync();
        var sequence = await PlantAsync("case_opened", $$"""{"campaign":"c","subject":"case-1","occurred":"2012-01-23","name":"X","{{Canary}}":"{{Canary}}"}""");
        await RecordAnotherAsync();
        await ShouldSayOnBothNodes(sequence, "broken_body");

        var early = await second.Get<ViewKeeping>().ResumeAsync(View, TestContext.Current.CancellationToken);
        early.Done.ShouldBeFalse(early.Message);
        await ShouldSayOnBothNodes(sequence, "broken_body", times: 2);

        var rebuild = await second.Get<ViewKeeping>().RebuildAsync(View, TestContext.Current.CancellationToken);
        rebuild.Done.ShouldBeFalse(rebuild.Message);
        rebuild.Message.ShouldContain($"Event {sequence} ");

        await MendAsync(sequence);
        await ResumeAsync();
        await ShouldHaveSkippedNothing();
        ShouldHaveLoggedNoContent();
    }

    [Fact]
    public async Task A_recorded_event_that_is_broken_later_is_the_one_that_is_named()
    {
        var sequence = (await first.Record("c", Written.Case())).ShouldBe(HttpStatusCode.Created).Sequence;
        await EventuallyReady();
        await first.Rows<long>($$"""update tracker.mt_events set data = data || '{"{{Canary}}": 1}' where seq_id = $1 returning seq_id""", sequence);
        await RecordAnotherAsync();
        await ShouldSayOnBothNodes(sequence, "broken_body");

        await first.Rows<long>($"update tracker.mt_events set data = data - '{Canary}' where seq_id = $1 returning seq_id", sequence);
        await ResumeAsync();
        await ShouldHaveSkippedNothing();
        ShouldHaveLoggedNoContent();
    }

    [Fact]
    public async Task A_view_stopped_by_a_passing_failure_goes_on_by_itself()
    {
        await first.Rows<long>($"alter table tracker.{CampaignViews.ViewsTable} rename to away");
        await RecordAnotherAsync();
        await Eventually(async () => (await Standing(first)).State == ViewState.Stopped);
        var standing = await Standing(second);
        standing.MayPass().ShouldBeTrue();

        await first.Rows<long>($"alter table tracker.away rename to {CampaignViews.ViewsTable}");
        await EventuallyReady();
        await ShouldHaveSkippedNothing();
    }

    [Fact]
    public async Task A_rebuild_asked_for_on_the_command_line_gives_the_same_views()
    {
        (await first.Record("c", Written.Context())).ShouldBe(HttpStatusCode.Created);
        await EventuallyReady();
        await first.Rows<string>($"update tracker.{CampaignViews.CampaignsTable} set title = 'scribbled over' returning title");
        var outcome = await second.Get<ViewKeeping>().RebuildAsync(View, TestContext.Current.CancellationToken);
        outcome.Done.ShouldBeTrue(outcome.Message);
        (await first.Query<string>($"select title from tracker.{CampaignViews.CampaignsTable}")).ShouldBe("EU and Kazakhstan");
        await ShouldHaveSkippedNothing();
    }

    private async Task<long> PlantAsync(string type, string body) => await first.Query<long>("""
        with s as (insert into tracker.mt_streams (id, version, timestamp, tenant_id) values ('c/case-1', 1, now(), '*DEFAULT*')),
             e as (insert into tracker.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type, user_name)
                   values (nextval('tracker.mt_events_sequence'), gen_random_uuid(), 'c/case-1', 1, $1::jsonb, $2, '*DEFAULT*', '', 'aigul')
                   returning seq_id)
        select seq_id from e
        """, body, type);

    private async Task MendAsync(long sequence) => await first.Rows<long>("""
        update tracker.mt_events set type = 'case_opened',
               data = '{"campaign":"c","subject":"case-1","occurred":"2012-01-23","name":{"personal":"X"}}'
        where seq_id = $1 returning seq_id
        """, sequence);

    private async Task RecordAnotherAsync() => (await first.Record("c", Written.Context("2013-01-01"))).ShouldBe(HttpStatusCode.Created);

    private async Task ResumeAsync()
    {
        var outcome = await second.Get<ViewKeeping>().ResumeAsync(View, TestContext.Current.CancellationToken);
        outcome.Done.ShouldBeTrue(outcome.Message);
        foreach (var node in new[] { first, second }) (await node.Get("/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task ShouldSayOnBothNodes(long sequence, string reason, int times = 1)
    {
        var id = await first.Query<Guid>("select id from tracker.mt_events where seq_id = $1", sequence);
        await Eventually(async () => (await Standing(first)).State == ViewState.Stopped);
        await Eventually(() => Task.FromResult(TimesTold(sequence) == times));
        foreach (var node in new[] { first, second })
        {
            var answer = (await node.Get("/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Text.ShouldNotContain(Canary);
            var view = answer.Body["views"]![0]!;
            view["state"]!.GetValue<string>().ShouldBe("Stopped");
            view["stoppedBy"]!["sequence"]!.GetValue<long>().ShouldBe(sequence);
            view["stoppedBy"]!["id"]!.GetValue<Guid>().ShouldBe(id);
            view["stoppedBy"]!["reason"]!.GetValue<string>().ShouldBe(reason);
            (await node.Get("/health/live")).ShouldBe(HttpStatusCode.OK);
        }
    }

    private async Task ShouldHaveSkippedNothing()
    {
        var reader = first.Get<CampaignReader>();
        var from = (await reader.ReadAnewAsync("c", Requested.Now, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        ((long)from.Log.Events.Count).ShouldBe(await first.Count("c"));
        foreach (var view in ViewCatalogue.Stored)
        {
            var stored = (await first.Get<LiveViews>().FindAsync("c", view.Name, Requested.Now, TestContext.Current.CancellationToken)).ShouldNotBeNull();
            stored.Body.ShouldBe(from.Write(from.Of(view)), view.Name);
        }
    }

    private IEnumerable<string> LogLines() => first.Log.Lines.Concat(second.Log.Lines);

    private int TimesTold(long sequence) => LogLines().Count(line =>
        line.StartsWith("Error CampaignTracker", StringComparison.Ordinal)
        && line.Contains(View, StringComparison.Ordinal) && line.Contains($"at event {sequence}:", StringComparison.Ordinal));

    private void ShouldHaveLoggedNoContent() =>
        LogLines().Where(line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

    private async Task EventuallyReady() => await Eventually(async () =>
        await Standing(first) is { State: ViewState.Running } standing && standing.Reached >= await first.Query<long>("select max(seq_id) from tracker.mt_events"));

    private static Task<ViewStanding> Standing(RunningTracker node) => node.Get<ViewHealth>().ReadAsync(View, TestContext.Current.CancellationToken);

    private Task Eventually(Func<Task<bool>> condition) => Until.True(condition, async () => (await first.Get("/health/ready")).Text);
}
