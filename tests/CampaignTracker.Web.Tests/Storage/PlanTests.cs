using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>
/// How the database goes about what requests ask of the log. A statement that was prepared while the log was small keeps its plan: one that went through
/// the table as a whole would go through a log of any size, for each chunk of an import.
/// </summary>
public sealed class PlanTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Theory]
    [InlineData("select data from tracker.mt_events where id = any($1)", "00000000-0000-0000-0000-000000000001")]
    [InlineData("select data from tracker.mt_events where stream_id = any($1) order by stream_id, version", "a/b")]
    [InlineData("select data from tracker.mt_events where data ->> 'campaign' = any($1) and seq_id <= 1000 order by seq_id", "a")]
    [InlineData("select data from tracker.mt_events where stream_id = any($1) and type = 'campaign_closed'", "a/a")]
    [InlineData("select version from tracker.mt_streams where id = any($1)", "a/b")]
    [InlineData("select subject from tracker.identifiers where campaign = any($1) and scheme = 'a' and value = 'b'", "a")]
    public async Task What_is_asked_of_a_log_that_is_still_small_goes_by_index(string question, string value)
    {
        await Opened(Written.Case());
        await Tracker.Rows<string>("analyze tracker.mt_events, tracker.mt_streams, tracker.identifiers");
        await using var database = SessionDatabase.ForRequests(Tracker.ConnectionString);
        await using var explain = database.CreateCommand($"explain {question}");
        explain.Parameters.Add(Guid.TryParse(value, out var id) ? new NpgsqlParameter { Value = new[] { id } } : new NpgsqlParameter { Value = new[] { value } });
        List<string> plan = [];
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan.Add(reader.GetString(0));
        string.Join('\n', plan).ShouldSatisfyAllConditions(told => told.ShouldContain("Index"), told => told.ShouldNotContain("Seq Scan"));
    }
}
