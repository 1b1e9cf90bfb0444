using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>Campaigns as pages draw them now: kept while nobody writes, and never older than what was just read.</summary>
public sealed class LiveCampaignsTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task The_same_campaign_serves_until_something_is_recorded()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        await Tracker.Get($"/{Campaign}?after={opened.Sequence}");
        var first = await Find();
        (await Find()).ShouldBeSameAs(first);

        var released = (await Record(Written.Released())).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Get($"/{Campaign}/cases?after={released.Sequence}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("free, with conditions");
        (await Find()).ShouldNotBeSameAs(first);
        (await Tracker.Get($"/{Campaign}/cases?knownAt={opened.Sequence}")).Text.ShouldNotContain("free, with conditions");
    }

    [Fact]
    public async Task There_is_none_of_a_campaign_that_nobody_opened() =>
        (await Tracker.Get<CampaignReader>().ReadAsync("nobody-opened-it", Requested.Now, TestContext.Current.CancellationToken)).ShouldBeNull();

    private async Task<CampaignAt> Find() =>
        (await Tracker.Get<CampaignReader>().ReadAsync(Campaign, Requested.Now, TestContext.Current.CancellationToken))!;
}
