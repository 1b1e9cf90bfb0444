using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Testing;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>Tests on the shared tracker; each test has a campaign of its own.</summary>
public abstract class TrackerTests(TestTrackers trackers) : IAsyncLifetime
{
    private static int campaigns;

    protected TestTrackers Trackers { get; } = trackers;

    protected RunningTracker Tracker { get; private protected set; } = null!;

    /// <summary>A name that no other test uses.</summary>
    protected string Campaign { get; } = NewName();

    protected static string NewName() => $"campaign-{Interlocked.Increment(ref campaigns)}";

    public virtual async ValueTask InitializeAsync() => Tracker = await Trackers.SharedAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the test's campaign, with these events in it.</summary>
    protected async Task<Answer> Opened(params JsonObject[] events) =>
        (await Tracker.Open(new JsonArray([Written.Campaign(Campaign), .. events.Select(e => e.With("campaign", Campaign))]))).ShouldBe(HttpStatusCode.Created);

    protected Task<Answer> Record(params JsonNode[] events) => Tracker.Record(Campaign, new JsonArray(events));
}
