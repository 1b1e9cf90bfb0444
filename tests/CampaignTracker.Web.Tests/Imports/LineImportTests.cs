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
    public async Task Of_many_problems_a_hundred_are_told_and_the_others_counted()
    {
        var (recorded, _, problems) = await Import(Lines(Written.Campaign(Campaign)) + string.Concat(Enumerable.Repeat("{\"type\":\"arrested\"}\n", 1_000)));
        recorded.ShouldBe(0);
        problems.Split('\n').Length.ShouldBe(101);
        problems.ShouldEndWith("\nand 2900 more: mend these first.");
        (recorded, _, problems) = await Import(Lines([Written.Campaign(Campaign), .. Enumerable.Range(0, 300).Select(i => Written.Arrested("case-7", $"{new DateOnly(2012, 1, 1).AddDays(i):yyyy-MM-dd}"))]));
        recorded.ShouldBe(0);
        problems.ShouldEndWith("\nand 200 more: mend these first.");
    }

    [Fact]
    public async Task A_file_of_bad_lines_without_end_is_left_after_some_thousands()
    {
        await using var file = new EndlessStream("{\"type\":\"arrested\"}\n");
        var result = await Tracker.Get<LineImport>().RunAsync(file, "importer", _ => { }, TestContext.Current.CancellationToken);
        result.Problems.Count.ShouldBe(101);
        result.Problems[^1].ShouldMatch("^and more than 99[0-9][0-9] more: mend these first.$");
        file.Position.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public async Task A_line_that_no_event_can_fill_is_named_and_let_go_and_what_follows_is_read()
    {
        await using var file = new EndlessStream("x", most: 200_000_000, end: "\n" + Lines(Written.Arrested(occurred: "2012-13")));
        var before = GC.GetTotalAllocatedBytes();
        var result = await Tracker.Get<LineImport>().RunAsync(file, "importer", _ => { }, TestContext.Current.CancellationToken);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(150_000_000);
        result.Problems.Count.ShouldBe(2);
        result.Problems[0].ShouldBe("line 1: is longer than 16 MB: no event is; is there no line end between them?");
        result.Problems[1].ShouldStartWith("line 2: occurred ");
        file.Position.ShouldBe(file.Length);
    }

    [Theory]
    [InlineData("[\n{\"type\":\"arrested\"},\n", "is one JSON list, and lines are expected, an event on each: leave out the brackets around them and the commas between them (jq -c '.[]' does it)")]
    [InlineData("  [{\"type\":\"arrested\"}]", "is one JSON list")]
    [InlineData("\uFEFF\n[]", "is one JSON list")]
    [InlineData("{\n  \"type\": \"arrested\"\n}\n", "has events that go over several lines, and each must stand on one: put each on one line (jq -c . does it)")]
    [InlineData("{ \"type\": \"arrested\",\n\"subject\": \"case-1\"}\n", "has events that go over several lines")]
    [InlineData("type,subject,occurred\narrested,case-1,2012\n", "is a table (CSV), and lines of JSON are expected: make each row a line such as {\"type\":\"arrested\",\"subject\":\"case-1\", …}")]
    [InlineData("\"type\";\"subject\"\n", "is a table (CSV)")]
    [InlineData("тип\tдата\n", "is a table (CSV)")]
    [InlineData("<!DOCTYPE html>\n", "is a web page or other XML")]
    [InlineData("PK\u0003\u0004xlsx\n", "is a spreadsheet or another packed file")]
    public async Task A_file_of_another_kind_is_named_as_what_it_is(string file, string said)
    {
        var (recorded, _, problems) = await Import(file);
        recorded.ShouldBe(0);
        problems.ShouldStartWith("The file " + said);
        problems.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_in_another_encoding_or_compressed_is_named_as_what_it_is()
    {
        foreach (var (bytes, said) in ((byte[], string)[])[(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}\n")).ToArray(), "is not in UTF-8"), (Encoding.Unicode.GetBytes("{}\n"), "is not in UTF-8"), (Encoding.BigEndianUnicode.GetBytes("{}\n"), "is not in UTF-8"), ([0x1F, 0x8B, 8, 0], "is compressed")])
        {
            using var stream = new MemoryStream(bytes);
            (await Tracker.Get<LineImport>().RunAsync(stream, "importer", _ => { }, TestContext.Current.CancellationToken)).Problems.ShouldHaveSingleItem().ShouldStartWith("The file " + said);
        }
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

    /// <summary>A text again and again, without end or up to a length, and then another.</summary>
    private sealed class EndlessStream(string text, long most = long.MaxValue / 2, string end = "") : Stream
    {
        private readonly byte[] again = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 10_000)));
        private readonly byte[] last = Encoding.UTF8.GetBytes(end);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => most + last.Length;
        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var from = Position < most ? again.AsSpan((int)(Position % again.Length)) : last.AsSpan((int)(Position - most));
            var taken = (int)Math.Min(Math.Min(from.Length, buffer.Length), Position < most ? most - Position : long.MaxValue);
            from[..taken].CopyTo(buffer);
            Position += taken;
            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private string Lines(params JsonObject[] events) => Lines(Campaign, events);

    private static string Lines(string campaign, params JsonObject[] events) =>
        string.Concat(events.Select(e => e.With("campaign", campaign).ToJsonString() + "\n"));
}
