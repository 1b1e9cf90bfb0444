using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Good events of every type, each with one mistake: the answer names it, nothing is stored, nothing of it is logged or said back.</summary>
public sealed class ManyBadInputsTests(TrackerOfAClass own, TestTrackers trackers, ITestOutputHelper output)
    : TrackerTests(trackers), IClassFixture<TrackerOfAClass>
{
    private const int Seed = 20130418;
    private const int OfEachType = 90;

    // What is logged of thousands of requests is better not searched by every other test.
    public override ValueTask InitializeAsync()
    {
        Tracker = own.Tracker;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_good_events_that_the_bad_are_made_from_are_recorded()
    {
        (await Tracker.Open(GoodBodies.Campaign(Campaign, 1))).ShouldBe(HttpStatusCode.Created);
        foreach (var type in EventCatalogue.All.Where(type => type.Opens != SubjectKind.Campaign))
        {
            var good = GoodBodies.Of(type.Name, Campaign, 1);
            if (good["identifiers"] is not null) good["identifiers"] = Written.Identifiers(("ta", type.Name));
            if (type.Opens is not null) good["subject"] = $"new-{type.Opens.ToString()!.ToLowerInvariant()}";
            (await Tracker.Record(Campaign, good)).ShouldBe(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task Every_mistake_in_an_event_is_named()
    {
        var random = new Random(Seed);
        var before = await OpenAsync(GoodBodies.Campaign(Campaign, 2));

        var count = await Cases(random, OfEachType).ShouldAllFailWell(body => TryAsync($"/api/campaigns/{Campaign}/events", body));

        output.WriteLine($"{count} bad events, seed {Seed}");
        count.ShouldBeGreaterThanOrEqualTo(5_000);
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, GoodBodies.Canary);
    }

    [Fact]
    public async Task Every_mistake_in_what_is_only_supposed_is_named()
    {
        var before = await OpenAsync(GoodBodies.Campaign(Campaign, 4));

        var count = await Cases(new Random(Seed + 1), OfEachType / 3, nth: 4).ShouldAllFailWell(body => TryAsync($"/api/campaigns/{Campaign}/what-if", body));

        output.WriteLine($"{count} bad suppositions");
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, GoodBodies.Canary);
    }

    [Fact]
    public async Task Every_mistake_in_the_opening_of_a_campaign_is_named()
    {
        var before = await OpenAsync([Written.Campaign(Campaign)]);
        var good = GoodBodies.Of("campaign_opened", "another", 3).With("campaign", "another");

        var count = await FieldMistakes.Of(good).Concat(RuleMistakes.Of(good)).Concat(SyntaxMistakes.Of(good, new Random(Seed)))
            .ShouldAllFailWell(body => TryAsync("/api/campaigns", body));

        output.WriteLine($"{count} bad openings");
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, GoodBodies.Canary);
    }

    // The mistakes of one type are much like those of another: a part of each is enough over HTTP. The import takes them all.
    private IEnumerable<BadBody> Cases(Random random, int ofEachType, int nth = 2) =>
        EventCatalogue.All.Where(type => type.Opens != SubjectKind.Campaign).Select(type => GoodBodies.Of(type.Name, Campaign, nth)).SelectMany(good =>
            FieldMistakes.Of(good).OrderBy(_ => random.Next()).Take(ofEachType * 2 / 3)
                .Concat(RuleMistakes.Of(good).OrderBy(_ => random.Next()).Take(ofEachType / 3))
                .Concat(SyntaxMistakes.Of(good, random).OrderBy(_ => random.Next()).Take(ofEachType / 3)));

    /// <summary>Opens the campaign, and says how things stand when the views have seen it.</summary>
    private async Task<string> OpenAsync(JsonArray batch)
    {
        var last = (await Tracker.Open(batch)).ShouldBe(HttpStatusCode.Created).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        return await Tracker.StateAsync(Campaign);
    }

    private async Task<string?> TryAsync(string path, BadBody body)
    {
        var answer = await Tracker.Send(HttpMethod.Post, path, body.Json);
        if ((int)answer.Status is not (400 or 404 or 409 or 422) || answer.MediaType != "application/problem+json") return $"{body} was answered {answer.Status} {answer.Text}";
        if (answer.Text.Contains(GoodBodies.Canary, StringComparison.OrdinalIgnoreCase)) return $"{body} is said back: {answer.Text}";
        if (answer.Text.Length > 30_000) return $"{body} has an answer of {answer.Text.Length}";
        return body.Unexplained([.. answer.Body["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>())]);
    }
}
