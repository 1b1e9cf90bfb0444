using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>
/// What a clearance does not reach does not exist: every address answers as if it had never been recorded. A third of the sample's events is Restricted
/// and a third Internal; each clearance is compared, answer by answer, with a copy of the database from which what it may not see was deleted.
/// </summary>
public sealed partial class ClearanceTests(TestTrackers trackers)
{
    private const string Campaign = SampleCampaign.Name;

    [Theory]
    [InlineData(Sensitivity.Public)]
    [InlineData(Sensitivity.Internal)]
    [InlineData(Sensitivity.Restricted)]
    public async Task Every_address_answers_as_if_what_may_not_be_seen_had_never_been_recorded(Sensitivity clearance)
    {
        var (whole, events) = await RecordedAsync();
        var state = CampaignState.Of(events, new Viewpoint(AsOf: null, Knowledge: null, clearance));
        var hidden = events.Where(e => state.Knowledge.Fact(e.Id) is null).ToList();
        hidden.Count.ShouldBeGreaterThanOrEqualTo(clearance == Sensitivity.Restricted ? 0 : events.Count / 4);
        var without = await trackers.CopyAsync(whole);
        await DeleteAsync(without, hidden);

        await using var all = await StartAsync(whole, clearance);
        await using var part = await StartAsync(without, clearance);
        var count = 0;
        foreach (var address in Addresses(all, events, state))
        {
            var (seen, expected) = (await AnswerAsync(all, address), await AnswerAsync(part, address));
            seen.ShouldBe(expected, address);
            count++;
            // Who asks by an id knows it.
            foreach (var e in hidden.Where(e => !address.Contains($"{e.Id}", StringComparison.Ordinal))) seen.ShouldNotContain($"{e.Id}", Case.Insensitive, address);
        }
        count.ShouldBeGreaterThan(300);
    }

    /// <summary>A viewer of a clearance, in the place of everybody.</summary>
    private sealed class Cleared(Sensitivity clearance) : IViewerClearance
    {
        public Sensitivity Of(HttpContext? request) => clearance;
    }

    private static Task<RunningTracker> StartAsync(string database, Sensitivity clearance) =>
        RunningTracker.StartAsync(database, Nodes.One, parts: services => services.AddSingleton<IViewerClearance>(new Cleared(clearance)));

    /// <summary>The sample in a database of its own, its events public, internal and restricted in turn; the first is public, and a last one more.</summary>
    private async Task<(string Database, IReadOnlyList<RecordedEvent> Events)> RecordedAsync()
    {
        var database = await trackers.NewDatabaseAsync();
        var lines = System.Text.Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(CancellationToken.None)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var levels = Enum.GetValues<Sensitivity>();
        var leveled = lines.Select((line, i) =>
        {
            var e = JsonNode.Parse(line)!.AsObject();
            e["sensitivity"] = levels[i % levels.Length].ToString();
            return e.ToJsonString();
        });
        var batch = EventBatchReader.ReadLines(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', leveled)));
        batch.Issues.ShouldBeEmpty();
        await using var tracker = await RunningTracker.StartAsync(database, Nodes.One);
        var outcome = await tracker.Get<Recorder>().RecordAsync(new RecordEvents(Campaign, batch.Lines, "sample", MayOpenCampaign: true), CancellationToken.None);
        outcome.ShouldBeOfType<RecordingOutcome.Recorded>();
        // What is restricted later is not seen as of earlier knowledge either.
        var later = batch.Lines.First(line => line.Event is Domain.Cases.Arrested { Sensitivity: Sensitivity.Public });
        (await tracker.Record(Campaign, Written.Correction($"{later.Id}", later.Event.Subject, new JsonObject { ["sensitivity"] = "Restricted" })))
            .ShouldBe(HttpStatusCode.Created);
        // Everybody sees the last of the log: its place in the log and its instant are the installation's.
        var sequence = (await tracker.Record(Campaign, Written.Context().With("subject", Campaign))).ShouldBe(HttpStatusCode.Created).Sequence;
        (await tracker.Get<CampaignReader>().WaitAsync(sequence, CancellationToken.None)).ShouldBeGreaterThanOrEqualTo(sequence);
        return (database, (await tracker.Get<CampaignReader>().LogAsync(Campaign, CancellationToken.None))!.Events);
    }

    private static async Task DeleteAsync(string database, List<RecordedEvent> hidden)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("delete from tracker.mt_events where id = any($1)");
        command.Parameters.Add(new() { Value = hidden.Select(e => e.Id).ToArray() });
        (await command.ExecuteNonQueryAsync()).ShouldBe(hidden.Count);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Every address that answers a GET, with every subject and a part of the events, from several viewpoints.</summary>
    private static IEnumerable<string> Addresses(RunningTracker tracker, IReadOnlyList<RecordedEvent> events, CampaignState seen)
    {
        var subjects = events.Select(e => e.Event.Subject).Distinct().ToList();
        var some = events.Where((e, i) => i % 3 == 0 || seen.Knowledge.Fact(e.Id) is null && i % 2 == 0).Select(e => e.Id).ToList();
        // A state of knowledge whose last event everybody sees.
        var middle = events.Take(events.Count / 2).Last(e => e.Event.Sensitivity == Sensitivity.Public && seen.Knowledge.Fact(e.Id) is not null).Sequence;
        string[] views = ["", $"?asOf=2015-06&knownAt={middle}", "?asOf=2014", "?ruleSet=1"];
        foreach (var pattern in tracker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .Select(endpoint => '/' + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct())
        {
            // What is about the installation, and what names no campaign.
            if (Installation().IsMatch(pattern)) continue;
            var address = Regex.Replace(pattern, @"\{campaign\}", Campaign, RegexOptions.IgnoreCase);
            IEnumerable<string> filled = Parameter().Match(address).Value switch
            {
                "" => [address],
                "{Event:guid}" or "{id}" or "{Gate:guid}" => some.Select(id => Parameter().Replace(address, $"{id}")),
                "{Subject}" => subjects.Select(name => Parameter().Replace(address, name)),
                "{Key}" => CampaignState.Of(events, new Viewpoint(AsOf: null, Knowledge: null, Sensitivity.Restricted)) is var whole
                    ? Bibliography.Of(whole).Sources.Select(source => Parameter().Replace(address, source.Key)) : [],
                "{Type}" => EventCatalogue.All.Select(type => Parameter().Replace(address, type.Name)),
                var other => throw new ShouldAssertException($"{pattern}: say what {other} stands for"),
            };
            foreach (var one in filled)
                foreach (var view in pattern.Contains('{', StringComparison.Ordinal) && address == one && !one.EndsWith("/why", StringComparison.Ordinal) ? views : views[..1]) yield return one + view;
        }
        foreach (var name in subjects)
        {
            foreach (var kind in new[] { "demand", "case", "restriction" })
            {
                yield return $"/api/campaigns/{Campaign}/why?{kind}={name}";
                yield return $"/api/campaigns/{Campaign}/history?{kind}={name}";
            }
            yield return $"/api/campaigns/{Campaign}/timeline?subject={name}";
            yield return $"/{Campaign}/record?subject={name}";
            yield return $"/{Campaign}/record/find?text={Uri.EscapeDataString(name)}";
        }
        foreach (var id in some)
        {
            yield return $"/api/campaigns/{Campaign}/why?gate={id}";
            yield return $"/api/campaigns/{Campaign}/history?gate={id}";
            yield return $"/{Campaign}/record/event_corrected?event={id}";
            yield return $"/{Campaign}/record/find?events=any&text={id}";
        }
        foreach (var view in ViewCatalogue.Stored) yield return $"/api/campaigns/{Campaign}/citation?view={view.Name}";
        foreach (var e in events.Where((_, i) => i % 9 == 0)) yield return $"/{Campaign}?recorded={e.Sequence}";
        foreach (var without in new[] { "timeline?without=link", "timeline?without=source", "sources?without=link", "sources?text=odf" }) yield return $"/{Campaign}/{without}";
        foreach (var text in new[] { "a", "er", "release", "ban", "2013" }) yield return $"/{Campaign}/timeline?text={text}";
        yield return $"/api/campaigns/{Campaign}/frames?over=knowledge";
        yield return $"/api/campaigns/{Campaign}/difference?fromAsOf=2013&toKnownAt={middle}";
        yield return $"/{Campaign}/compare?fromAsOf=2013";
        yield return $"/api/campaigns/{Campaign}?knownAt=0";
    }

    // What the server says of the connection, the day and its forms' tokens, as it comes.
    private static readonly string[] OfTransport = ["Date", "Set-Cookie", "Content-Length", "Transfer-Encoding", "Pragma", "X-Frame-Options", "Cache-Control"];

    private static async Task<string> AnswerAsync(RunningTracker tracker, string address)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Address };
        http.DefaultRequestHeaders.Host = "localhost";
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, address);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTransport.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order();
        // What is drawn at random for each form and request.
        return Random().Replace($"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{body}", "");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^/(api/rule-sets|assets|docs|health|how-this-is-judged|how-to-read-this|openapi|_framework|_blazor|record(/|$))")]
    private static partial Regex Installation();

    [GeneratedRegex("name=\"(__RequestVerificationToken|key)\"[^>]*value=\"[^\"]*\"|\"traceId\":\"[^\"]*\"|ETag: \"[0-9]+-[0-9]+\"")]
    private static partial Regex Random();
}
