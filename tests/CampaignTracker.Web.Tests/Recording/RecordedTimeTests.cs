using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>Recorded time is the database's, one instant a batch; and what was acknowledged outlives the process. On a host whose clock stands in 2001.</summary>
public sealed class RecordedTimeTests(TestTrackers trackers) : IAsyncLifetime
{
    private string database = "";
    private RunningTracker tracker = null!;

    public async ValueTask InitializeAsync()
    {
        database = await trackers.NewDatabaseAsync();
        tracker = await RunningTracker.StartAsync(database, Nodes.One, clock: new StoppedClock());
    }

    public ValueTask DisposeAsync() => tracker.DisposeAsync();

    [Fact]
    public async Task Recorded_time_is_the_databases_and_a_key_outlives_a_restart()
    {
        JsonArray events = [Written.Campaign("old").With("occurred", "1999"), Written.Case().With("campaign", "old").With("occurred", "1999"),
            Written.Arrested(occurred: "2000-02").With("campaign", "old")];
        var before = await tracker.Query<DateTime>("select clock_timestamp()");
        var first = (await tracker.Open(events, key: "key-1")).ShouldBe(HttpStatusCode.Created);
        var after = await tracker.Query<DateTime>("select clock_timestamp()");

        first.RecordedAt.UtcDateTime.ShouldBeInRange(before, after);
        (await tracker.Rows<DateTime>("select distinct timestamp from tracker.mt_events where data ->> 'campaign' = 'old'")).ShouldBe([first.RecordedAt.UtcDateTime]);

        await tracker.DisposeAsync();
        tracker = await RunningTracker.StartAsync(database, Nodes.One);
        RepetitionTests.SameAnswer((await tracker.Open(events, key: "key-1")).ShouldBe(HttpStatusCode.Created), first);
        (await tracker.Count("old")).ShouldBe(3);
        (await tracker.Open(events[0]!.DeepClone(), key: "key-1")).ShouldRefuse(HttpStatusCode.Conflict, "Idempotency-Key key_reused");
        (await tracker.Record("old", Written.Released())).ShouldBe(HttpStatusCode.Created);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
