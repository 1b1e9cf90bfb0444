using System.Net;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>What is settled is read once, for as long as it is the same log; report rows are compared with what is stored, whoever stored it.</summary>
public sealed class ReadOnceTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task An_event_that_was_read_is_the_same_object_when_others_have_followed()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var before = await ReadAsync(opened.Sequence);
        var later = await Record(Written.Released());
        var after = await ReadAsync(later.Sequence);

        after.Events.Count.ShouldBe(before.Events.Count + 1);
        after.Events.Zip(before.Events).ShouldAllBe(pair => ReferenceEquals(pair.First, pair.Second));
        (await Tracker.Get<EventLog>().ReadCampaignAsync(Campaign, new KnownAt(Sequence: opened.Sequence), TestContext.Current.CancellationToken)).Events.ShouldBe(before.Events);
    }

    [Fact]
    public async Task A_log_that_was_put_back_from_a_backup_is_read_anew()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        await ReadAsync(opened.Sequence);
        await Tracker.Query<long>("update tracker.mt_events set id = gen_random_uuid() where seq_id = $1 returning seq_id", opened.Sequence);

        var again = await ReadAsync(opened.Sequence);
        $"{again.Events[^1].Id}".ShouldNotBe($"{opened.Id(2)}");
    }

    [Fact]
    public async Task A_rebuild_restores_a_lost_report_row_also_in_a_process_that_remembers()
    {
        await LoseARowAsync();
        await Tracker.Get<ViewProjector>().DrawAllAsync(TestContext.Current.CancellationToken);
        (await RowsAsync()).ShouldBe("campaign_opened case_opened arrested context_recorded");

        await Visible(await Record(Written.Released()));
        (await RowsAsync()).ShouldBe("campaign_opened case_opened arrested context_recorded release_achieved");
    }

    [Fact]
    public async Task Report_rows_are_right_when_somebody_else_has_drawn_in_between()
    {
        await LoseARowAsync();
        // Another process, as a rebuild by the command line is one: it writes the rows that this one remembers anew.
        using var cache = new CampaignCache();
        var other = new ViewProjector(Tracker.Get<EventLog>(), cache, RuleSetList.BuiltIn, Tracker.Get<NpgsqlDataSource>(), TestClock.OfTheRun);
        await other.DrawAllAsync(TestContext.Current.CancellationToken);
        await Visible(await Record(Written.Released()));

        (await RowsAsync()).ShouldBe("campaign_opened case_opened arrested context_recorded release_achieved");
    }

    private static string Events { get; } = ReportTables.All[0].Name;

    private async Task LoseARowAsync()
    {
        await Opened(Written.Case(), Written.Arrested());
        await Visible(await Record(Written.Context()));
        await Tracker.Query<long>($"with gone as (delete from tracker.{Events} where campaign = $1 and type = 'context_recorded' returning 1) select count(*) from gone", Campaign);
        (await RowsAsync()).ShouldBe("campaign_opened case_opened arrested");
    }

    private Task<string> RowsAsync() =>
        Tracker.Query<string>($"select string_agg(type, ' ' order by sequence) from tracker.{Events} where campaign = $1", Campaign);

    private async Task<CampaignLog> ReadAsync(long through)
    {
        (await Tracker.Get($"/api/campaigns/{Campaign}?after={through}")).ShouldBe(HttpStatusCode.OK);
        return await Tracker.Get<EventLog>().ReadCampaignAsync(Campaign, KnownAt.Now, TestContext.Current.CancellationToken);
    }

    private async Task Visible(Answer recorded) => (await Tracker.Get($"/api/campaigns/{Campaign}?after={recorded.Sequence}")).ShouldBe(HttpStatusCode.OK);
}
