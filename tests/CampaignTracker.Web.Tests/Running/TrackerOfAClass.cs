using CampaignTracker.Web.Storage;
using CampaignTracker.Testing;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>A tracker that only the tests of one class use, one after another: nobody else records there, nor fills its log.</summary>
public sealed class TrackerOfAClass(TestTrackers trackers) : IAsyncLifetime
{
    public RunningTracker Tracker { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One);

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();
}
