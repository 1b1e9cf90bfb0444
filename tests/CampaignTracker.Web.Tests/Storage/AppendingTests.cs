using System.Net;
using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Marten;

namespace CampaignTracker.Web.Tests.Storage;

/// <summary>What recording leaves in the log's tables, and in the connections that it used.</summary>
public sealed class AppendingTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Row = """
        select (to_jsonb(e) - '{id,seq_id,stream_id,timestamp,correlation_id}'::text[] || jsonb_build_object('stream', to_jsonb(s) - '{id,timestamp,created}'::text[]))::text
        from tracker.mt_events e join tracker.mt_streams s on s.id = e.stream_id where e.stream_id = $1 order by e.version
        """;

    [Fact]
    public async Task The_rows_are_those_that_Martens_own_session_writes()
    {
        await Opened(Written.Context(), Written.Case());
        (await Record(Written.Arrested(), Written.Released(), Written.Released(), Written.Context("2014"))).ShouldBe(HttpStatusCode.Created);
        var rows = await Tracker.Rows<string>(Row, $"{Campaign}/case-1");
        rows.Count.ShouldBe(4);
        rows.ShouldContain(row => row.Contains("likely_duplicate"));

        await using var session = Tracker.Get<IDocumentStore>().LightweightSession();
        List<JasperFx.Events.IEvent> twins = [];
        foreach (var row in rows.Select(row => JsonDocument.Parse(row).RootElement))
        {
            var type = EventCatalogue.Find(row.GetProperty("type").GetString()!)!;
            var twin = session.Events.BuildEvent(row.GetProperty("data").Deserialize(type.ClrType, EventJson.Options)!);
            twin.UserName = RunningTracker.Recorder;
            if (row.GetProperty("headers") is { ValueKind: JsonValueKind.Object } headers)
            {
                foreach (var header in headers.EnumerateObject()) twin.SetHeader(header.Name, header.Value);
            }
            twins.Add(twin);
        }
        session.Events.Append($"twin/{Campaign}", twins.Count, twins);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        (await Tracker.Rows<string>(Row, $"twin/{Campaign}")).ShouldBe(rows);
    }

    [Fact]
    public async Task Requests_leave_nothing_in_their_connections()
    {
        await Opened(Written.Case());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Record(Written.Arrested())));

        // Whoever draws the views may be in a transaction of its own at this very moment; what was left behind would stay.
        var left = new List<string>();
        await Until.True(async () => (left = await Tracker.Rows<string>("""
            select a.state || ' ' || coalesce(l.locktype, '') from pg_stat_activity a
            left join pg_locks l on l.pid = a.pid and l.locktype = 'advisory'
            where a.datname = current_database() and a.application_name = $1 and (a.state like 'idle in%' or a.state = 'idle' and l.pid is not null)
            """, SessionDatabase.RequestsName)).Count == 0, () => Task.FromResult(string.Join(", ", left)));
    }
}
