using System.Text;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Requests that no library sends: refused with a status of the client's, never a failure of ours, and nothing is stored.</summary>
public sealed class HostileRequestTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Json = "Content-Type: application/json";
    private const string Form = "Content-Type: application/x-www-form-urlencoded";
    private const string Chunked = "Transfer-Encoding: chunked";

    private static string Event => Written.Context().ToJsonString();

    public static TheoryData<string> Chunks => new(
        "ffffffffffffffff\r\n[]\r\n0\r\n\r\n", "fffffffffffffffff\r\n[]\r\n0\r\n\r\n", "7fffffffffffffff\r\n[]\r\n0\r\n\r\n", "80000000\r\n[]\r\n0\r\n\r\n", "-1\r\n[]\r\n0\r\n\r\n",
        "zz\r\n[]\r\n0\r\n\r\n", "0x2\r\n[]\r\n0\r\n\r\n", " 2\r\n[]\r\n0\r\n\r\n", "\r\n\r\n", "2\n[]\n0\n\n", "2\r\n[]X0\r\n\r\n", "2;\0=\"\r\n[]\r\n0\r\n\r\n", "0\r\nBad Trailer\r\n\r\n",
        "00000000000000000000000000000000000002\r\n[]\r\n0\r\n\r\n");

    [Theory]
    [InlineData("2")]
    [InlineData("2\r\n[]\r\n")]
    [InlineData("2\r\n[")]
    [InlineData("7fffffff\r\n[]")]
    [InlineData("0\r\nX: y")]
    [InlineData("")]
    public async Task A_body_that_breaks_off_stores_nothing(string body)
    {
        await Opened(Written.Case());
        foreach (var (path, type) in Doors())
        {
            var (status, answer) = await Send($"POST {path}", [type, Chunked], body, breaksOff: true);
            status.ShouldBeInRange(0, 499, $"{path}: {answer}");
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Chunks))]
    public async Task A_body_in_broken_chunks_is_refused(string body)
    {
        await Opened(Written.Case());
        foreach (var (path, type) in Doors())
        {
            var (status, answer) = await Send($"POST {path}", [type, Chunked], body);
            status.ShouldBeInRange(400, 499, $"{path}: {answer}");
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    public static TheoryData<string> Headers => new(
        "Content-Length: 5\r\nContent-Length: 6", "Content-Length: -1", "Content-Length: 18446744073709551616", "Content-Length: 1e3", "Content-Length: 9999999", "Content-Length: ٣",
        "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: identity", "Transfer-Encoding: \0",
        "Content-Length: 2\r\nContent-Encoding: gzip", "Content-Length: 2\r\nExpect: the-impossible", "Content-Length: 2\r\n folded: 1", "Content-Length: 2\r\nX\0: 1", "Content-Length: 2\r\nX: \0", "Content-Length: 2\r\nno colon");

    [Theory, MemberData(nameof(Headers))]
    public async Task A_body_with_broken_headers_is_refused(string headers)
    {
        await Opened(Written.Case());
        foreach (var (path, type) in Doors())
        {
            var (status, answer) = await Send($"POST {path}", [type, headers], "[]");
            status.ShouldBeInRange(400, 499, $"{path}: {answer}");
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("\"utf-7\"")]
    [InlineData("\0")]
    [InlineData("x;charset=utf-8")]
    public async Task Json_in_another_encoding_is_refused(string charset)
    {
        await Opened(Written.Case());
        foreach (var door in (string[])["events", "what-if"])
            (await Send($"POST /api/campaigns/{Campaign}/{door}", [$"{Json}; charset={charset}", $"Content-Length: {Event.Length}"], Event)).Status.ShouldBeOneOf(400, 415);
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    public static TheoryData<string> OddHeaders => new(
        "Accept: ;;;", "Accept: text/html;q=nan", "Accept: \u00FF\u00FE", "Accept-Language: xx-nothing-like-it-at-all-xxxxxxxxxx", "Accept-Language: *;q=-1", "Accept-Language: \uFFFE", "Accept-Charset: utf-7", "Accept-Encoding: br;q=2, \0x",
        "Cookie: campaign-tracker-form=nonsense", "Cookie: .AspNetCore.Culture=c=xx|uic=\uFFFE", "Cookie: =;=;;", "traceparent: 00-nonsense", "tracestate: \uFFFE", "baggage: %ED%A0%80=1", "If-None-Match: W/", "If-None-Match: \"\uFFFE\", *, x", "If-Modified-Since: yesterday",
        "Range: bytes=9-1", "X-Forwarded-Host: \uFFFE", "X-HTTP-Method-Override: DELETE", "Upgrade: h2c", "Referer: \uFFFE", "Origin: null", "User-Agent: \uFFFE", "Idempotency-Key: \uFFFE", "Content-Type: \uFFFE");

    [Theory, MemberData(nameof(OddHeaders))]
    public async Task A_read_with_an_odd_header_is_answered_or_refused(string header)
    {
        await Opened(Written.Case());
        foreach (var path in (string[])["/", $"/{Campaign}/timeline", $"/api/campaigns/{Campaign}/cases", $"/{Campaign}/record/arrested", "/docs", "/health", $"/{Campaign}/picture.svg"])
        {
            var (status, answer) = await Send($"GET {path}", [header], "");
            status.ShouldBeInRange(200, 499, $"{path}: {answer}");
        }
    }

    public static TheoryData<string> Lines => new(
        "GET", "GET ", "get /", "GET /%", "GET /%zz", "GET /%00", "GET /%u0041", "GET /%ED%A0%80/timeline", "GET /%EF%BF%BE/timeline", "GET /\uFFFE", "GET /\\", "GET //", "GET /..%2f..%2fetc", "GET http://evil.example/", "GET *", "CONNECT x:1", "OPTIONS *", "\0", "GET /?\0", "GET /?a=%00&culture=%EF%BF%BE&ui-culture=xx",
        "GET /?culture=" + "x", "BREW /", "POST /", "POST /%EF%BF%BE/record/arrested", "GET /docs/%EF%BF%BE", "GET /assets/%EF%BF%BE", "GET /assets/..%2fappsettings.json", "GET /openapi/%EF%BF%BE.json", "GET /record/date?text=%EF%BF%BE", "GET /record/date?text=%D9%A2%D9%A0%D9%A1%D9%A3");

    [Theory, MemberData(nameof(Lines))]
    public async Task A_broken_request_line_is_answered_or_refused(string line)
    {
        var (status, answer) = await Send(line, [], "");
        status.ShouldBeInRange(0, 499, answer);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("%ED%A0%80")]
    [InlineData("Kozlov%EF%BF%BF")]
    [InlineData("%F0%9F%BF%BE")]
    [InlineData("%00")]
    [InlineData("://%25EF%25BF%25BE")]
    [InlineData("%C2%B4")]
    [InlineData("%EF%B7%90-%EF%B7%90")]
    public async Task Search_takes_any_text(string text)
    {
        var last = (await Opened(Written.Case())).Sequence;
        foreach (var path in (string[])[$"/api/campaigns/{Campaign}/timeline?text={text}&after={last}", $"/{Campaign}/timeline?text={text}&after={last}", $"/{Campaign}/record?find={text}&after={last}", $"/{Campaign}/record/find?text={text}", $"/{Campaign}/record/find?events=any&text={text}"])
        {
            var (status, answer) = await Send($"GET {path}", [], "");
            status.ShouldBe(200, $"{path}: {answer}");
        }
    }

    [Fact]
    public async Task Search_goes_on_where_a_noncharacter_was_stored_before_it_was_refused()
    {
        var last = (await Opened(Written.Case(), Written.Context().With("text", "Kozlov, \u4FFE"), Written.Context("2012-02-02").With("text", "Kozlov again"))).Sequence;
        await Tracker.Rows<int>("update tracker.mt_events set data = replace(data::text, '\u4FFE', '\uFFFE')::jsonb where data ->> 'campaign' = $1", Campaign);
        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?text=again&after={last}")).Body["total"]!.GetValue<int>().ShouldBe(1);
    }

    private IEnumerable<(string Path, string Type)> Doors() =>
        [($"/api/campaigns/{Campaign}/events", Json), ("/api/campaigns", Json), ($"/api/campaigns/{Campaign}/what-if", Json), ($"/{Campaign}/record/arrested", Form), ("/", Form)];

    private Task<(int Status, string Answer)> Send(string line, IEnumerable<string> headers, string body, bool breaksOff = false) =>
        RawHttp.SendAsync(Tracker.Address, RawHttp.Request(Tracker.Address, line, headers, Encoding.UTF8.GetBytes(body)), breaksOff, TestContext.Current.CancellationToken);
}
