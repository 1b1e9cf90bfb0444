using System.Net.Http.Headers;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.EmbeddedPostgres;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CampaignTracker.Benchmarks;

/// <summary>One event a request over HTTP, 16 clients, while the server keeps its views; against an endpoint that writes the same rows unchecked.</summary>
internal static class OverHttp
{
    private const int Clients = 16;

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "over_http");
        var subjects = await SubjectPool.OpenAsync(tracker, 1, 160, eventsEach: 3);
        await using var ours = await RunningHost.TrackerAsync(tracker.ConnectionString);
        await using var plain = await RunningHost.PlainAsync(app => app.MapPost("/events", (HttpRequest request) => WriteAsync(request, tracker.Plain)));
        var each = quick ? 15 : 40;
        var turns = await Turns.TakeAsync(quick ? 5 : 11,
            () => OneEvent.ForEachWriterAsync(Clients, each, (client, i) =>
            {
                var (line, version) = subjects.Next(client, Clients, plain: true, i);
                return PostAsync(plain.Http, $"/events?version={version}", line);
            }),
            () => OneEvent.ForEachWriterAsync(Clients, each, (client, i) =>
            {
                var (line, _) = subjects.Next(client, Clients, plain: false, i);
                return PostAsync(ours.Http, $"/api/campaigns/{subjects.Campaign}/events", line);
            }),
            warmUps: 3);
        return [turns.Result("one event over HTTP, 16 clients, views kept", "the same rows by a plain endpoint", 0.5, Clients * each, "events")];
    }

    private static async Task<Ok<string>> WriteAsync(HttpRequest request, PlainLog log)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var line = EventLine.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        var version = long.Parse(request.Query["version"]!, System.Globalization.CultureInfo.InvariantCulture);
        await log.WriteAsync(StoredRow.Of(line, version), line.Event.Campaign, request.Headers["Idempotency-Key"]!, OneEvent.Hash);
        return TypedResults.Ok("stored");
    }

    private static async Task PostAsync(HttpClient http, string path, EventLine line)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(line.ToUtf8Line()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("Idempotency-Key", line.Id.ToString());
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
