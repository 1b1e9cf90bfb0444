using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>Campaigns as pages draw them now: kept while nobody writes, and never older than what was just read.</summary>
public sealed class LiveStatesTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task The_same_picture_serves_until_something_is_recorded()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var live = Tracker.Get<LiveStates>();
        await Tracker.Get($"/{Campaign}?after={opened.Sequence}");
        var first = await Find(live);
        (await Find(live)).ShouldBeSameAs(first);

        var released = (await Record(Written.Released())).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Get($"/{Campaign}/cases?after={released.Sequence}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("free, with conditions");
        (await Find(live)).ShouldNotBeSameAs(first);
        (await Tracker.Get($"/{Campaign}/cases?knownAt={opened.Sequence}")).Text.ShouldNotContain("free, with conditions");
    }

    [Fact]
    public async Task There_is_none_of_a_campaign_that_nobody_opened() =>
        (await Tracker.Get<LiveStates>().FindAsync("nobody-opened-it", TestContext.Current.CancellationToken)).ShouldBeNull();

    private async Task<Domain.Record.CampaignState> Find(LiveStates live) => (await live.FindAsync(Campaign, TestContext.Current.CancellationToken))!.Value.State;
}
