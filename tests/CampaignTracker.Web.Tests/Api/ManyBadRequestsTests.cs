using System.Net;
using System.Text;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Views;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Good bodies in bad requests, and reads that ask for what there is not: each is refused with the part of the request that is wrong.</summary>
public sealed class ManyBadRequestsTests(TestTrackers trackers, ITestOutputHelper output) : TrackerTests(trackers)
{
    private const string Word = GoodBodies.Canary + "request";

    // What is counted is everything that the tracker holds, so it is a tracker of its own.
    public override async ValueTask InitializeAsync() => Tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync());

    public override async ValueTask DisposeAsync()
    {
        await Tracker.DisposeAsync();
        await base.DisposeAsync();
    }

    private static readonly string Good = Written.Arrested().With("note", Word).ToJsonString();

    private static readonly string[] NoNumbers = ["-1", "1.5", "1e3", "0x1", "+1", " 1", "1 ", "1,000", "٣", "9223372036854775808", "99999999999999999999999", Word, "null", "1;drop table x", "\0", "[]", new string('9', 2_000)];
    private static readonly string[] NoInstants = ["2013-04-18", "2013-04-18T10:00", "2013-02-30T10:00:00Z", "2013-04-18T25:00:00Z", "2013-04-18T10:00:00", "-1", "1.5", "99999999999999999999999", Word, "\0", "2013-04-18T10:00:00.12345678901Z", "now"];

    /// <summary>Every address that is read, with its own parameters.</summary>
    private IEnumerable<(string Path, bool Timeline, bool List)> Reads() =>
    [
        ("/api/campaigns", false, true), ($"/api/campaigns/{Campaign}/timeline", true, false),
        .. ViewCatalogue.Stored.Select(view => ($"/api/campaigns/{Campaign}{(view == ViewCatalogue.Summary ? "" : $"/{view.Name}")}", false, false)),
    ];

    [Fact]
    public async Task Every_absurd_parameter_of_a_read_is_named()
    {
        var last = (await Opened(Written.Case())).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        var before = await Tracker.StateAsync(Campaign);

        var count = await Reads().SelectMany(read => Parameters(read.Timeline, read.List).Select(p => (read.Path, p.Query, p.Field))).ShouldAllFailWell(async one =>
        {
            var answer = await Tracker.Get($"{one.Path}?{one.Query}");
            var problem = Refused(answer, 400)
                ?? (answer.Errors.All(error => error.StartsWith(one.Field + " ", StringComparison.OrdinalIgnoreCase)) ? null : $"should name {one.Field}: {answer.Text}");
            return problem is null ? null : $"{one.Path}?{one.Query}: {problem}";
        });

        output.WriteLine($"{count} absurd parameters");
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    [Fact]
    public async Task No_odd_name_in_an_address_finds_a_campaign()
    {
        await Opened(Written.Case());
        var names = NaughtyNames.All.Where(name => name.Length > 0 && name is not ("." or ".." or "~")).Select(Uri.EscapeDataString).Concat(["%2e%2e", "%2E%2E%2F", "%FF", "%C0%AF", "%ED%A0%80", new string('c', 4_000)]);
        var count = await names.SelectMany(name => (string[])[name, $"{name}/cases", $"{name}/timeline", $"{name}/conditionality", $"{name}/nothing"]).ShouldAllFailWell(async path =>
            Refused(await Tracker.Get($"/api/campaigns/{path}"), 400, 404) is { } problem ? $"{path}: {problem}" : null);
        count += await names.ShouldAllFailWell(async name =>
            Refused(await Tracker.Post($"/api/campaigns/{name}/events", Good), 400, 404) is { } problem ? $"{name}: {problem}" : null);
        output.WriteLine($"{count} odd names");
    }

    [Fact]
    public async Task Every_other_verb_is_refused()
    {
        await Opened(Written.Case());
        string[] posts = ["/api/campaigns", $"/api/campaigns/{Campaign}/events"];
        var wrong = Reads().Select(read => read.Path).Concat(posts).Distinct().SelectMany(path =>
            ((string[])["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"])
                .Where(verb => !(verb == "POST" && posts.Contains(path)) && !(verb == "GET" && path != posts[1])).Select(verb => (path, verb)));
        var count = await wrong.ShouldAllFailWell(async one =>
            Refused(await Tracker.Send(new HttpMethod(one.verb), one.path, one.verb is "TRACE" or "GET" ? null : Encoding.UTF8.GetBytes(Good)), 405) is { } problem ? $"{one}: {problem}" : null);
        output.WriteLine($"{count} verbs");
        (await Tracker.Count(Campaign)).ShouldBe(2);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    public static TheoryData<string?> MediaTypes => new(
        null, "", "json", "text/json;", "text/plain", "text/html", "application/xml", "application/x-ndjson", "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/jsonp", "application/javascript", "*/*", "application/*", "application/json, text/plain", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/json;charset=\"UTF-7\"",
        "application/json; charset=", "application/json; charset=canaryqzxrequest", "image/png", ";", "\"");

    [Theory, MemberData(nameof(MediaTypes))]
    public async Task Another_content_type_is_refused(string? mediaType)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(Good), change: request =>
        {
            request.Content!.Headers.Remove("Content-Type");
            if (mediaType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType).ShouldBeTrue();
        });
        Refused(answer, 415).ShouldBeNull();
        answer.Text.ShouldContain("Content-Type");
        (await Tracker.Count(Campaign)).ShouldBe(2);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/vnd.tracker+json")]
    public async Task Json_in_other_words_is_json(string mediaType)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(Good), mediaType: mediaType);
        answer.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ключ")]
    [InlineData("a\u00A0b")]
    [InlineData(201)]
    [InlineData(10_000)]
    public async Task A_bad_idempotency_key_is_named(params object[] keys)
    {
        await Opened(Written.Case());
        var texts = keys.Select(key => key is int length ? new string('k', length) : (string)key);
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(Good),
            change: request => request.Headers.TryAddWithoutValidation("Idempotency-Key", texts));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "Idempotency-Key bad_key");
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task A_body_that_grows_too_large_is_refused()
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", [], change: request =>
        {
            request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("[" + new string(' ', 16 * 1024 * 1024) + Good + "]")));
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = true;
        });
        Refused(answer, 413).ShouldBeNull();
        (await Tracker.Count(Campaign)).ShouldBe(2);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    /// <summary>Why an answer is no good refusal; null when it is one.</summary>
    private static string? Refused(Answer answer, params int[] statuses) =>
        !statuses.Contains((int)answer.Status) || answer.MediaType != "application/problem+json" ? $"was answered {answer.Status} {answer.MediaType} {answer.Text}"
        : answer.Text.Contains(Word, StringComparison.OrdinalIgnoreCase) ? $"is said back: {answer.Text}"
        : answer.Text.Length > 3_000 ? $"has an answer of {answer.Text.Length}"
        : null;

    private static IEnumerable<(string Query, string Field)> Parameters(bool timeline, bool list)
    {
        foreach (var number in NoNumbers) yield return ($"after={Uri.EscapeDataString(number)}", "after");
        foreach (var instant in NoInstants) yield return ($"knownAt={Uri.EscapeDataString(instant)}", "knownAt");
        foreach (var date in Dates()) yield return ($"asOf={date}", "asOf");
        foreach (var name in (string[])["zzz", "asof", "AsOf", "ASOF", "knownat", "known_at", "after%20", "campaign", "$filter", "__proto__", "%00", "%FF", "%D0%B6", "a[b]"])
            foreach (var value in (string[])["", $"={Word}", "=1"]) yield return (name + value, name is "%FF" ? name : Uri.UnescapeDataString(name));
        yield return (new string('z', 2_000) + "=1", new string('z', 80));
        foreach (var twice in (string[])["asOf=2013&asOf=2013", "after=1&after=1", "knownAt=1&knownAt=2"]) yield return (twice, twice[..twice.IndexOf('=', StringComparison.Ordinal)]);
        if (list)
        {
            yield return ("asOf=2013", "asOf");
            yield return ("knownAt=1", "knownAt");
        }
        if (!timeline) yield break;
        foreach (var number in NoNumbers.Append("0").Append("1001").Append("9223372036854775807")) yield return ($"take={Uri.EscapeDataString(number)}", "take");
        foreach (var number in NoNumbers) yield return ($"skip={Uri.EscapeDataString(number)}", "skip");
        foreach (var end in (string[])["from", "to"]) foreach (var date in Dates()) yield return ($"{end}={date}", end);
        foreach (var type in (string[])[Word, "Arrested", "arrested%20", "arrested,zzz", "%00", "*", new string('z', 3_000)]) yield return ($"type={type}", "type");
        foreach (var confidence in (string[])[Word, "0", "1", "Confirmed,Probable", "Confirmed%20", "%00"]) yield return ($"confidence={confidence}", "confidence");
        foreach (var twice in (string[])["take=1&take=1", "skip=0&skip=0", "from=2013&from=2013", "text=a&text=a", "subject=a&subject=a", "confidence=Confirmed&confidence=Confirmed"])
            yield return (twice, twice[..twice.IndexOf('=', StringComparison.Ordinal)]);
    }

    // An empty parameter is one that is not given.
    private static IEnumerable<string> Dates() => NaughtyDates.All.Where(date => date.Length > 0).Select(Uri.EscapeDataString);
}
