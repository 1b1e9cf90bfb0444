using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>What happens when the database is not as it should be.</summary>
public sealed class BrokenDatabaseTests(TestTrackers trackers)
{
    [Fact]
    public async Task A_failure_on_our_side_is_answered_and_logged_without_what_was_sent()
    {
        await using var tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, expectFailures: true);
        const string canary = "canary-7d1f";
        JsonArray events =
        [
            Written.Campaign("canary-7d1f-campaign").With("name", canary),
            Written.Resolution("resolution-1", ("ta", canary)).With("campaign", "canary-7d1f-campaign"),
        ];
        await tracker.Rows<int>("alter table tracker.identifiers add constraint broken check (value not like 'canary%')");
        var failed = await tracker.Open(events, key: canary);
        failed.ShouldBe(HttpStatusCode.InternalServerError).ShouldBeProblem();
        failed.Text.ShouldNotContain(canary);
        tracker.Log.Lines.ShouldContain(line => line.Contains("PostgresException 23514", StringComparison.Ordinal));

        await tracker.Rows<int>("alter table tracker.identifiers rename to elsewhere");
        (await tracker.Open(events, key: canary)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        await tracker.Rows<int>("alter table tracker.elsewhere rename to identifiers");
        await tracker.Rows<int>("alter table tracker.identifiers drop constraint broken");

        (await tracker.Open(events, key: canary)).ShouldBe(HttpStatusCode.Created);
        tracker.Log.Lines.ShouldNotContain(line => line.Contains(canary, StringComparison.Ordinal));
        (await trackers.ServerLogAsync()).ShouldNotContain(canary);
    }
}
