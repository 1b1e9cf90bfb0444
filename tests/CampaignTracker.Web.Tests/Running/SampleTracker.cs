using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>A tracker with the sample in it, on a day that is always the same.</summary>
public class SampleTracker(TestTrackers trackers) : IAsyncLifetime
{
    public RunningTracker Tracker { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: new TestClock(new DateOnly(2026, 12, 1)), parts: Configure);
        var events = await SampleCampaign.LoadIntoEmptyAsync(Tracker.Get<IServiceProvider>(), CancellationToken.None);
        await Tracker.Get<CampaignReader>().WaitAsync(events, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Tracker.DisposeAsync();
    }

    /// <summary>What stands in the place of the product's own.</summary>
    protected virtual void Configure(IServiceCollection services) { }
}
