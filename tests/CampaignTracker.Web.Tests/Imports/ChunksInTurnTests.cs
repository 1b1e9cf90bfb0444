using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Imports;

/// <summary>A chunk is decided on while the one before is being stored: it counts all the same as if it had waited.</summary>
public sealed class ChunksInTurnTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task What_a_chunk_opens_the_next_can_use_correct_and_name()
    {
        var arrest = Guid.CreateVersion7().ToString();
        List<JsonObject> lines = [Written.Campaign(Campaign), Written.Case(), Written.Arrested().With("id", arrest)];
        lines.AddRange(Contexts(LineImport.ChunkSize - lines.Count));
        lines.AddRange([Written.Correction(arrest, "case-1", new() { ["occurred"] = "2012-01-24" }), Written.Demand("demand-1", about: "case-1")]);
        lines.AddRange(Contexts(LineImport.ChunkSize - 2));
        lines.AddRange([Written.Correction(arrest, "case-1", new() { ["occurred"] = "2012-01-25" }), Written.Arrested("case-1", "2012-01-25")]);

        var result = await ImportAsync(lines);
        result.Problems.ShouldBeEmpty();
        result.Recorded.ShouldBe(lines.Count);
        (await Tracker.Rows<long>("select version from tracker.mt_events where stream_id = $1 order by seq_id", $"{Campaign}/case-1")).ShouldBe([1, 2, 3, 4, 5]);
        (await Tracker.Query<string>("select headers::text from tracker.mt_events where stream_id = $1 and version = 5", $"{Campaign}/case-1")).ShouldContain(arrest);

        // Warnings need what the database knows by then: the second run finds everything there.
        (await ImportAsync([.. lines.Select(line => line.DeepClone().AsObject())])).Repeated.ShouldBe(lines.Count);
    }

    [Fact]
    public async Task What_follows_a_refused_chunk_is_not_recorded()
    {
        List<JsonObject> lines = [Written.Campaign(Campaign), .. Contexts(LineImport.ChunkSize - 1), Written.Arrested("case-99"), .. Contexts(LineImport.ChunkSize - 1), .. Contexts(10)];
        var result = await ImportAsync(lines);
        result.Recorded.ShouldBe(LineImport.ChunkSize);
        result.Problems.ShouldHaveSingleItem().ShouldStartWith($"line {LineImport.ChunkSize + 1}: subject");
        (await Tracker.Count(Campaign)).ShouldBe(LineImport.ChunkSize);
    }

    [Fact]
    public async Task An_identifier_taken_in_one_chunk_is_refused_in_the_next()
    {
        List<JsonObject> lines = [Written.Campaign(Campaign), Written.Resolution("resolution-1", ("ta", "P7_TA(2013)0190")), .. Contexts(LineImport.ChunkSize - 2), Written.Resolution("resolution-2", ("ta", "P7_TA(2013)0190"))];
        (await ImportAsync(lines)).Problems.ShouldHaveSingleItem().ShouldContain("is already that of resolution-1");
        (await Tracker.Count(Campaign)).ShouldBe(LineImport.ChunkSize);
    }

    [Fact]
    public async Task A_line_repeated_in_the_next_chunk_is_recorded_once()
    {
        List<JsonObject> lines = [Written.Campaign(Campaign), .. Contexts(LineImport.ChunkSize - 1), Written.Campaign(Campaign), Written.Case()];
        var result = await ImportAsync(lines);
        (result.Recorded, result.Repeated).ShouldBe((LineImport.ChunkSize + 1, 1));
    }

    private Task<ImportResult> ImportAsync(IEnumerable<JsonObject> lines) => Tracker.Get<LineImport>().RunAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.With("campaign", Campaign).ToJsonString())))),
        "importer", _ => { }, TestContext.Current.CancellationToken);

    private static int contexts;

    private static IEnumerable<JsonObject> Contexts(int count) =>
        Enumerable.Range(0, count).Select(i => Written.Context($"2011-{1 + i % 12:00}-{1 + i % 28:00}").With("text", $"Shots in Zhanaozen, {Interlocked.Increment(ref contexts)}."));
}
