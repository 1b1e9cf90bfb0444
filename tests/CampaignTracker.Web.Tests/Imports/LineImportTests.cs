using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Imports;

/// <summary>A file of lines goes through the one door, and comes out again as it went in.</summary>
public sealed class LineImportTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task A_file_is_recorded_and_a_second_run_records_nothing()
    {
        var file = Lines(Written.Campaign(Campaign), Written.Case().With("id", Guid.CreateVersion7().ToString()), Written.Arrested(), Written.Released());
        (await Import(file)).ShouldBe((4, 0, ""));
        (await Import(file)).ShouldBe((0, 4, ""));
        (await Tracker.Count(Campaign)).ShouldBe(4);
    }

    [Fact]
    public async Task Lines_that_are_added_later_are_all_that_a_second_run_records()
    {
        await Import(Lines(Written.Campaign(Campaign), Written.Case()));
        (await Import(Lines(Written.Campaign(Campaign), Written.Case(), Written.Arrested()))).ShouldBe((1, 2, ""));
    }

    [Fact]
    public async Task A_file_may_hold_several_campaigns_in_any_order()
    {
        var other = NewName();
        (await Import(Lines(Written.Campaign(Campaign)) + Lines(other, Written.Campaign(other), Written.Case()) + Lines(Written.Case(), Written.Arrested())
            + Lines(other, Written.Arrested()))).ShouldBe((6, 0, ""));
        (await Tracker.Count(Campaign)).ShouldBe(3);
        (await Tracker.Count(other)).ShouldBe(3);
    }

    [Fact]
    public async Task A_file_may_be_longer_than_a_batch()
    {
        var days = Enumerable.Range(0, 2_500).Select(i => Written.Context($"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd}"));
        List<long> places = [];
        var file = Lines([Written.Campaign(Campaign), .. days]);
        (await Import(file, places.Add)).ShouldBe((2_501, 0, ""));
        places.Count.ShouldBe(3);
        places.ShouldBeInOrder();
        places[^1].ShouldBe(Encoding.UTF8.GetByteCount(file));
    }

    [Fact]
    public async Task Blank_lines_carriage_returns_and_a_byte_order_mark_are_no_events()
    {
        var file = "\uFEFF" + Lines(Written.Campaign(Campaign), Written.Case()).Replace("\n", "\r\n\r\n  \r\n", StringComparison.Ordinal).TrimEnd();
        (await Import(file)).ShouldBe((2, 0, ""));
    }

    [Fact]
    public async Task An_unreadable_line_is_named_with_its_field_and_its_chunk_stays_out()
    {
        var (recorded, _, problems) = await Import(
            Lines(Written.Campaign(Campaign), Written.Case()) + "\n" + Lines(Written.Arrested(occurred: "2012-02-30")) + "{\n" + Lines(Written.Released().With("manner", "Fled")));
        recorded.ShouldBe(0);
        problems.Split('\n').Select(problem => string.Join(' ', problem.Split(' ').Take(3))).ShouldBe(["line 4: occurred", "line 5: is", "line 6: manner"]);
        (await Tracker.Count(Campaign)).ShouldBe(0);
    }

    [Fact]
    public async Task A_refused_line_is_named_with_its_field_and_what_stood_before_its_chunk_is_recorded()
    {
        var days = Enumerable.Range(0, 999).Select(i => Written.Context($"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd}"));
        var (recorded, _, problems) = await Import(Lines([Written.Campaign(Campaign), .. days, Written.Case(), Written.Arrested("case-7"), Written.Arrested()]));
        recorded.ShouldBe(1_000);
        problems.ShouldStartWith("line 1002: subject ");
        (await Tracker.Count(Campaign)).ShouldBe(1_000);
    }

    [Fact]
    public async Task A_campaign_that_is_never_opened_is_named()
    {
        var (recorded, _, problems) = await Import(Lines(Written.Case()));
        recorded.ShouldBe(0);
        problems.ShouldStartWith("line 1: campaign ");
    }

    [Fact]
    public async Task An_empty_file_records_nothing() => (await Import("\n \n")).ShouldBe((0, 0, ""));

    [Fact]
    public async Task What_is_exported_and_imported_into_an_empty_tracker_is_exported_as_the_same_bytes()
    {
        await using var first = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        await Import(first, Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(TestContext.Current.CancellationToken)));
        var opened = await first.Open(new JsonArray(
            Written.Campaign("second").With("name", "Қазақстан \U0001F54A e\u0301 \u2028 \"\\/\b <&>"),
            Written.Resolution("resolution-1", ("ta", "P7_TA(2013)0190")).With("campaign", "second"),
            Written.Case(name: "Роза Түлетаева").With("campaign", "second"),
            Written.Arrested().With("campaign", "second"),
            Written.Demand("demand-1", about: "case-1", resolution: "resolution-1").With("campaign", "second")));
        opened.ShouldBe(System.Net.HttpStatusCode.Created);
        var corrected = await first.Record("second", new JsonArray(
            Written.Correction(opened.Id(3), "case-1", new() { ["occurred"] = "2012-01", ["place"] = "Алматы", ["note"] = new JsonObject { ["personal"] = "ж" } }),
            Written.Retraction(opened.Id(4), "demand-1")));
        corrected.ShouldBe(System.Net.HttpStatusCode.Created);
        var last = await first.Record("second", Written.Retraction(corrected.Id(), "case-1"));
        await first.Get($"/api/campaigns?after={last.Sequence}");
        var export = await Export(first);
        export.Split('\n').Length.ShouldBeGreaterThan(95);

        await using var second = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        var (recorded, repeated, problems) = await Import(second, export);
        problems.ShouldBeEmpty();
        repeated.ShouldBe(0);
        await second.Get($"/api/campaigns?after={recorded}");
        (await Export(second)).ShouldBe(export);
        (await second.Get("/api/campaigns/second/cases")).Body["cases"]!.ToJsonString()
            .ShouldBe((await first.Get("/api/campaigns/second/cases")).Body["cases"]!.ToJsonString());
        (await Import(first, export)).Recorded.ShouldBe(0);
    }

    private Task<(long Recorded, long Repeated, string Problems)> Import(string file, Action<long>? progress = null) => Import(Tracker, file, progress);

    private static async Task<(long Recorded, long Repeated, string Problems)> Import(RunningTracker tracker, string file, Action<long>? progress = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        var result = await tracker.Get<LineImport>().RunAsync(stream, "importer", progress ?? (_ => { }), TestContext.Current.CancellationToken);
        return (result.Recorded, result.Repeated, string.Join('\n', result.Problems));
    }

    private static async Task<string> Export(RunningTracker tracker)
    {
        var text = new StringBuilder();
        await foreach (var line in tracker.Get<EventLog>().ExportAsync(null, TestContext.Current.CancellationToken))
            text.Append(Encoding.UTF8.GetString(line.ToUtf8Line()));
        return text.ToString();
    }

    private string Lines(params JsonObject[] events) => Lines(Campaign, events);

    private static string Lines(string campaign, params JsonObject[] events) =>
        string.Concat(events.Select(e => e.With("campaign", campaign).ToJsonString() + "\n"));
}
