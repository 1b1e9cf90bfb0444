using System.Net;
using System.Text;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Whatever is sent: a clear error that names the field or the part of the request, nothing stored, nothing of it in a log.</summary>
public sealed class BadInputTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Canary = "canary";
    private const string Event = """{"type":"arrested","subject":"case-1","occurred":"2012-01-23","sources":[{"citation":"canary"}]}""";

    /// <summary>Bodies and what must be said of them: the field and the code of each error.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "", " empty" },
        { "  \n ", " empty" },
        { "\uFEFF", " empty" },
        { "null", " no_event" },
        { "7", " no_event" },
        { "\"canary\"", " no_event" },
        { "true", " no_event" },
        { "[]", "events no_event" },
        { "[null]", "events[0] no_object" },
        { "[7,\"canary\"]", "events[0] no_object, events[1] no_object" },
        { "[[]]", "events[0] no_object" },
        { "{\"canary\"", " malformed" },
        { "canary", " malformed" },
        { "{'type':'canary'}", " malformed" },
        { Event + Event, " malformed" },
        { Event + "canary", " malformed" },
        { "[" + Event + ",]", " malformed" },
        { "/* canary */" + Event, " malformed" },
        { Event.Replace("\"canary\"", "NaN"), " malformed" },
        { Event.Replace("\"canary\"", "\"canary\t\""), " malformed" },
        { Event.Replace("\"canary\"", "\"\\ud8\""), " malformed" },
        { "{}", "type missing_type" },
        { Event.Replace("arrested", "canary"), "type unknown_type" },
        { Event.Replace("\"arrested\"", "7"), "type wrong_value" },
        { Event.Replace("\"arrested\"", "null"), "type wrong_value" },
        { Event.Replace("\"arrested\"", "{\"canary\":1}"), "type wrong_value" },
        { Event.Replace("arrested", "Arrested"), "type unknown_type" },
        { Event.Replace("\"occurred\":\"2012-01-23\",", ""), "occurred missing_field" },
        { Event.Replace("2012-01-23", "canary"), "occurred wrong_value" },
        { Event.Replace("2012-01-23", ""), "occurred wrong_value" },
        { Event.Replace("2012-01-23", "2013-02-29"), "occurred wrong_value" },
        { Event.Replace("2012-01-23", "2012-13"), "occurred wrong_value" },
        { Event.Replace("2012-01-23", "2014/2012"), "occurred wrong_value" },
        { Event.Replace("2012-01-23", "23.1.2012"), "occurred wrong_value" },
        { Event.Replace("\"2012-01-23\"", "20120123"), "occurred wrong_value" },
        { Event.Replace("\"2012-01-23\"", "null"), "occurred null" },
        { Event.Replace("2012-01-23", "9999-01-01"), "occurred future" },
        { Event.Replace("\"subject\"", "\"Subject\""), "subject missing_subject, Subject unknown_field" },
        { Event.Replace("\"subject\":\"case-1\",", ""), "subject missing_subject" },
        { Event.Replace("\"case-1\"", "7"), "subject wrong_value" },
        { Event.Replace("\"case-1\"", "null"), "subject null" },
        { Event.Replace("case-1", "Canary"), "subject bad_name" },
        { Event.Replace("case-1", "canary"), "subject unopened_subject" },
        { Event.Replace("case-1", new string('c', 300)), "subject bad_name" },
        { Event.Replace("{\"type\"", "{\"canary\":1,\"type\""), "canary unknown_field" },
        { Event.Replace("{\"type\"", "{\"type\":\"arrested\",\"type\""), "type duplicate_field" },
        { Event.Replace("\"occurred\"", "\"place\":\"canary\",\"place\":\"canary\",\"occurred\""), "place duplicate_field" },
        { Event.Replace("[{\"citation\":\"canary\"}]", "[]"), "sources no_source" },
        { Event.Replace("[{\"citation\":\"canary\"}]", "{}"), "sources wrong_value" },
        { Event.Replace("[{\"citation\":\"canary\"}]", "[null]"), "sources[0] null" },
        { Event.Replace("\"canary\"", "7"), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\",\"citation\":\"canary\""), "sources[0].citation duplicate_field" },
        { Event.Replace("\"canary\"", "\"canary\",\"canary\":1"), "sources[0].canary unknown_field" },
        { Event.Replace("\"canary\"", "\"canary\",\"url\":\"javascript:canary\""), "sources[0].url no_url" },
        { Event.Replace("\"canary\"", "\"canary\\u0000\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\\ud800\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\\udc00\\ud800\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"subject\"", "\"\\u0000canary\":1,\"subject\""), " bad_name" },
        { Event.Replace("\"canary\"", "\"canary\\ufffe\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\uFFFE\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\uFDD0\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"canary\"", "\"canary\U0001FFFF\""), "sources[0].citation wrong_value" },
        { Event.Replace("\"subject\"", "\"\uFFFFcanary\":1,\"subject\""), " bad_name" },
        { Event.Replace("canary", new string('x', 2_001)), "sources[0].citation wrong_value" },
        { Event.Replace("\"subject\"", "\"confidence\":\"Canary\",\"subject\""), "confidence wrong_value" },
        { Event.Replace("\"subject\"", "\"confidence\":1,\"subject\""), "confidence wrong_value" },
        { Event.Replace("\"subject\"", "\"id\":\"canary\",\"subject\""), "id bad_id" },
        { Event.Replace("\"subject\"", "\"id\":7,\"subject\""), "id bad_id" },
        { Event.Replace("\"subject\"", "\"id\":\"00000000-0000-0000-0000-000000000000\",\"subject\""), "id bad_id" },
        { Event.Replace("\"subject\"", "\"seenVersion\":-1,\"subject\""), "seenVersion wrong_value" },
        { Event.Replace("\"subject\"", "\"seenVersion\":1e400,\"subject\""), "seenVersion wrong_value" },
        { Event.Replace("\"subject\"", "\"recorded\":\"canary\",\"subject\""), "recorded wrong_value" },
        { Event.Replace("\"subject\"", "\"campaign\":\"canary\",\"subject\""), "campaign other_campaign" },
        { new string('[', 20) + new string(']', 20), " too_deep" },
        { "{\"type\":" + new string('[', 50_000), " too_deep" },
        { """{"type":"event_corrected","subject":"case-1","occurred":"2014","sources":[{"citation":"x"}],"reason":"canary","corrects":"canary","changes":{}}""", "corrects wrong_value" },
        { """{"type":"event_corrected","subject":"case-1","occurred":"2014","sources":[{"citation":"x"}],"reason":"canary","corrects":"01a20a33-a43c-75d6-b20c-ac344efa1875","changes":{"place":1e999999}}""", "corrects unknown_event" },
        { """{"type":"demand_issued","subject":"d","occurred":"2014","sources":[{"citation":"x"}],"text":"canary","by":"x","addressees":["x",null],"operativeVerb":"x","force":"Call","about":"canary"}""", "addressees[1] null" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_recorded_is_explained(string body, string errors)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(body.Replace(Canary, Word)));
        answer.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
        answer.ShouldBeProblem();
        string.Join(", ", answer.Errors).ShouldBe(errors.Replace(Canary, Word));
        await NothingHappened();
    }

    public static TheoryData<byte[]> NoUtf8 => new(
        new byte[] { 0xFF, 0xFE, 0x00 },
        [.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        [.. "{\"type\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8],
        Encoding.Unicode.GetBytes(Event),
        Encoding.Latin1.GetBytes(Event.Replace(Canary, "é")));

    [Theory]
    [MemberData(nameof(NoUtf8))]
    public async Task A_body_that_is_no_utf8_is_refused(byte[] body)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", body);
        answer.ShouldBe(HttpStatusCode.BadRequest).ShouldBeProblem();
        answer.Errors.ShouldHaveSingleItem();
        await NothingHappened();
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes("\uFEFF" + Event));
        answer.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=canary")]
    public async Task A_body_of_another_type_is_refused(string mediaType)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(Event), mediaType: mediaType);
        answer.ShouldBe(HttpStatusCode.UnsupportedMediaType).ShouldBeProblem();
        await NothingHappened();
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(Event),
            change: request => request.Content!.Headers.ContentEncoding.Add("gzip"));
        answer.ShouldBe(HttpStatusCode.UnsupportedMediaType).ShouldBeProblem();
        await NothingHappened();
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", new byte[16 * 1024 * 1024 + 1],
            change: request => request.Headers.ExpectContinue = true);
        answer.ShouldBe(HttpStatusCode.RequestEntityTooLarge).ShouldBeProblem();
        await NothingHappened();
    }

    [Theory]
    [InlineData("/api/campaigns/{0}/events")]
    [InlineData("/api/campaigns")]
    public async Task A_recording_has_no_parameters_that_might_be_meant_to_hold_it_back(string path)
    {
        await Opened(Written.Case());
        var before = await Tracker.Count(Campaign);
        (await Tracker.Post($"{string.Format(null, path, Campaign)}?dryRun=true", Event)).ShouldRefuse(HttpStatusCode.BadRequest, "dryRun unknown_parameter");
        (await Tracker.Count(Campaign)).ShouldBe(before);
    }

    [Fact]
    public async Task A_timeline_of_a_subject_that_is_none_is_not_found()
    {
        var opened = await Opened(Written.Case());
        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?subject=case-1&after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK);
        (await Tracker.Get($"/api/campaigns/{Campaign}/timeline?subject=case-11")).ShouldRefuse(HttpStatusCode.NotFound, "subject unknown_subject");
    }

    [Theory]
    [InlineData("GET", "/api/campaigns/{0}/events")]
    [InlineData("PUT", "/api/campaigns/{0}/events")]
    [InlineData("DELETE", "/api/campaigns/{0}")]
    [InlineData("DELETE", "/api/campaigns")]
    [InlineData("POST", "/api/campaigns/{0}/timeline")]
    public async Task Another_verb_is_refused(string verb, string path)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(new HttpMethod(verb), string.Format(null, path, Campaign), verb is "GET" or "DELETE" ? null : "{}"u8.ToArray());
        answer.ShouldBe(HttpStatusCode.MethodNotAllowed).ShouldBeProblem();
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/campaigns/nowhere/timeline")]
    [InlineData("/api/campaigns/nowhere/cases")]
    [InlineData("/api/campaigns/nowhere")]
    [InlineData("/api/campaigns/{0}/nothing")]
    [InlineData("/api/campaigns/%F0%9F%98%80/cases")]
    [InlineData("/api/campaigns/%FF%FE/cases")]
    [InlineData("/api/campaigns/..%2F..%2Fetc/cases")]
    [InlineData("/api/campaigns/%27%3B%20drop%20table%20x/cases")]
    [InlineData("/api/campaigns/%E0%A4%A/cases")]
    [InlineData("/api/campaigns/%ED%A0%80/cases?asOf=2013")]
    public async Task An_address_without_anything_is_not_found(string path)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Get(string.Format(null, path, Campaign));
        answer.ShouldBe(HttpStatusCode.NotFound).ShouldBeProblem();
    }

    [Theory]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%FF")]
    [InlineData("Eu")]
    [InlineData("a%2Fb")]
    [InlineData("%20")]
    public async Task A_campaign_in_the_address_is_a_short_name(string name)
    {
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{name}/events", Encoding.UTF8.GetBytes(Event));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "campaign bad_name");
    }

    [Fact]
    public async Task A_campaign_in_the_address_is_not_too_long()
    {
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{new string('c', 300)}/events", Encoding.UTF8.GetBytes(Event));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "campaign bad_name");
        (await Tracker.Get($"/api/campaigns/{new string('c', 300)}/cases")).ShouldBe(HttpStatusCode.NotFound).ShouldBeProblem();
    }

    [Fact]
    public async Task An_address_that_holds_U0000_does_not_get_past_the_server() =>
        (await Tracker.Get("/api/campaigns/%00/cases")).ShouldBe(HttpStatusCode.BadRequest);

    /// <summary>A word that this test alone has sent.</summary>
    private string Word => $"canary{Campaign.Replace("-", "", StringComparison.Ordinal)}x";

    private async Task NothingHappened()
    {
        (await Tracker.Count(Campaign)).ShouldBe(2);
        Tracker.Log.Lines.ShouldNotContain(line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
        (await Trackers.ServerLogAsync()).ShouldNotContain(Word);
    }
}
