using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>What is kept live is what a replay at (today, now) draws, to the byte, in whatever order and pieces the facts came in.</summary>
public sealed class StoredViewTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_stored_view_is_the_replay_of_now_whatever_the_order_of_recording(int seed)
    {
        var random = new Random(seed);
        var ids = new Dictionary<string, string>();
        var (openings, facts) = await SampleAsync(ids);
        (await Tracker.Open(new JsonArray([.. openings]))).ShouldBe(HttpStatusCode.Created);

        long sequence = 0;
        foreach (var batch in InPieces(random, facts))
        {
            var posted = (JsonArray)batch.DeepClone();
            sequence = Math.Max(sequence, (await Tracker.Record(Campaign, batch)).ShouldBe(HttpStatusCode.Created).Sequence);
            if (random.Next(4) == 0) (await Tracker.Record(Campaign, posted)).ShouldBe(HttpStatusCode.Created).Body["repeated"]!.GetValue<bool>().ShouldBeTrue();
        }
        var amendments = new JsonArray(
            Written.Correction(ids["019ab000-7000-7000-8000-001700000010"], "case-3", new JsonObject { ["occurred"] = "2012-06-05" }),
            Written.Retraction(ids["019ab000-7000-7000-8000-002100000014"], "case-2"));
        sequence = (await Tracker.Record(Campaign, amendments)).ShouldBe(HttpStatusCode.Created).Sequence;

        foreach (var view in ViewCatalogue.Stored)
        {
            var address = view == ViewCatalogue.Summary ? $"/api/campaigns/{Campaign}" : $"/api/campaigns/{Campaign}/{view.Name}";
            var live = (await Tracker.Get($"{address}?after={sequence}")).ShouldBe(HttpStatusCode.OK);
            var replay = (await Tracker.Get($"{address}?knownAt={sequence}")).ShouldBe(HttpStatusCode.OK);
            live.Text.ShouldBe(replay.Text, view.Name);
            (await Tracker.Query<string>($"select convert_from(body, 'UTF8') from tracker.{CampaignViews.ViewsTable} where campaign = $1 and view = $2", Campaign, view.Name))
                .ShouldBe(replay.Text, view.Name);
        }
    }

    [Fact]
    public async Task What_was_known_before_does_not_change_by_what_is_recorded_after()
    {
        var before = await Opened(Written.Case(), Written.Arrested());
        var address = $"/api/campaigns/{Campaign}/cases?knownAt={before.Sequence}";
        var then = await Tracker.Get($"{address}&after={before.Sequence}");
        var later = await Record(Written.Released(), Written.Retraction(before.Id(2), "case-1"));

        (await Tracker.Get($"{address}&after={later.Sequence}")).Text.ShouldBe(then.Text);
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?after={later.Sequence}")).Text.ShouldNotBe(then.Text);
    }

    [Fact]
    public async Task A_view_that_is_first_drawn_from_an_older_state_is_not_answered_after_a_newer_one()
    {
        var opened = await Opened(Written.Case());
        var later = await Record(Written.Arrested());
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?after={later.Sequence}")).ShouldBe(HttpStatusCode.OK);

        // As before its first drawing: answered by replay.
        await Tracker.Rows<string>($"delete from tracker.{CampaignViews.CampaignsTable} where campaign = $1 returning campaign", Campaign);
        (await Cases()).Sequence.ShouldBe(later.Sequence);

        // Whoever draws all views had read how far the log was settled before the last event was.
        await Tracker.Get<ViewProjector>().DrawAsync([Campaign], opened.Sequence, TestContext.Current.CancellationToken);
        (await Tracker.Query<long>($"select sequence from tracker.{CampaignViews.CampaignsTable} where campaign = $1", Campaign)).ShouldBe(opened.Sequence);
        (await Cases()).Sequence.ShouldBe(later.Sequence);

        await Tracker.Get<ViewProjector>().DrawAsync([Campaign], later.Sequence, TestContext.Current.CancellationToken);
        (await Cases()).Sequence.ShouldBe(later.Sequence);

        async Task<Answer> Cases() => (await Tracker.Get($"/api/campaigns/{Campaign}/cases")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(List<JsonNode> Openings, List<JsonNode> Facts)> SampleAsync(Dictionary<string, string> ids)
    {
        var lines = System.Text.Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        foreach (var line in lines) ids[line["id"]!.GetValue<string>()] = Guid.CreateVersion7().ToString();
        foreach (var line in lines)
        {
            line["id"] = ids[line["id"]!.GetValue<string>()];
            if (line["about"]?.GetValue<string>() is { } about && ids.TryGetValue(about, out var renamed)) line["about"] = renamed;
            line["campaign"] = Campaign;
            if (line["subject"]!.GetValue<string>() == "eu-kazakhstan") line["subject"] = Campaign;
        }
        bool Opens(JsonObject line) => line["type"]!.GetValue<string>() is "campaign_opened" or "case_opened" or "agreement_defined" or "dialogue_series_opened"
            or "restriction_opened" or "resolution_adopted" or "demand_issued";
        // What others name must be there first; everything else comes as it comes.
        bool IsNamed(JsonObject line) => lines.Any(other => other["about"]?.GetValue<string>() == line["id"]!.GetValue<string>());
        return ([.. lines.Where(line => Opens(line) || IsNamed(line))], [.. lines.Where(line => !Opens(line) && !IsNamed(line))]);
    }

    private static IEnumerable<JsonArray> InPieces(Random random, List<JsonNode> facts)
    {
        var shuffled = facts.ToArray();
        random.Shuffle(shuffled);
        for (var taken = 0; taken < shuffled.Length;)
        {
            var size = Math.Min(random.Next(1, 12), shuffled.Length - taken);
            yield return new JsonArray(shuffled[taken..(taken + size)]);
            taken += size;
        }
    }
}
