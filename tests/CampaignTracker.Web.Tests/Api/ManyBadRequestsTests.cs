using System.Net;
using System.Text;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>Good bodies in bad requests, and reads that ask for what there is not: each is refused with the part of the request that is wrong.</summary>
public sealed class ManyBadRequestsTests(TrackerOfAClass own, TestTrackers trackers, ITestOutputHelper output)
    : TrackerTests(trackers), IClassFixture<TrackerOfAClass>
{
    private const string Word = GoodBodies.Canary + "request";

    // What is counted is everything that the tracker holds, so it is a tracker of its own.
    public override ValueTask InitializeAsync()
    {
        Tracker = own.Tracker;
        return ValueTask.CompletedTask;
    }

    private static readonly string Good = Written.Arrested().With("note", Word).ToJsonString();

    /// <summary>Every address that is read, each with what is wrong to ask of it.</summary>
    private IEnumerable<(string Path, IEnumerable<(string Query, string Field)> Wrong)> Reads()
    {
        string Of(string name) => $"/api/campaigns/{Campaign}/{name}";
        yield return ("/api/campaigns", [.. AbsurdQueries.Any(), .. AbsurdQueries.NoSuch("asOf", "knownAt", "view", "gate")]);
        yield return (Of("timeline"), [.. AbsurdQueries.Viewpoint(), .. AbsurdQueries.Timeline()]);
        yield return (Of("difference"), [.. AbsurdQueries.Any(), .. AbsurdQueries.NoSuch("asOf", "knownAt", "gate"), .. AbsurdQueries.Difference()]);
        yield return (Of("frames"), [.. AbsurdQueries.Viewpoint(), .. AbsurdQueries.Frames()]);
        yield return (Of("citation"), [.. AbsurdQueries.Viewpoint(), .. AbsurdQueries.Citation()]);
        foreach (var name in (string[])["why", "history"])
            yield return (Of(name), [.. AbsurdQueries.Viewpoint().Select(wrong => ($"case=case-1&{wrong.Query}", wrong.Field)), .. AbsurdQueries.Asked()]);
        yield return (Of("events/01a20a33-a43c-75d6-b20c-ac344efa1875"), AbsurdQueries.Viewpoint());
        foreach (var view in ViewCatalogue.Stored)
            yield return (view == ViewCatalogue.Summary ? $"/api/campaigns/{Campaign}" : Of(view.Name), [.. AbsurdQueries.Viewpoint(), .. AbsurdQueries.NoSuch("gate", "view")]);
    }

    [Fact]
    public async Task Every_absurd_parameter_of_a_read_is_named()
    {
        var last = (await Opened(Written.Case())).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        var before = await Tracker.StateAsync(Campaign);

        var count = await Reads().SelectMany(read => read.Wrong.Select(wrong => (read.Path, wrong.Query, wrong.Field))).ShouldAllFailWell(one => TryAsync(HttpMethod.Get, one.Path, one.Query, one.Field));
        count += await AbsurdQueries.Viewpoint().Concat(AbsurdQueries.NoSuch("gate", "view", "case"))
            .ShouldAllFailWell(one => TryAsync(HttpMethod.Post, $"/api/campaigns/{Campaign}/what-if", one.Query, one.Field));

        output.WriteLine($"{count} absurd parameters");
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    [Fact]
    public async Task What_is_asked_for_and_is_not_there_is_named()
    {
        var last = (await Opened(Written.Case(), Written.Demand("demand-1"))).Sequence;
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        string[] ids = ["00000000-0000-0000-0000-000000000000", "01a20a33-a43c-75d6-b20c-ac344efa1875", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
        var gone = ids.Concat(["no-id", "1", "{01a20a33-a43c-75d6-b20c-ac344efa1875}", "..%2F..%2Fetc", "%FF", "%F0%9F%98%80", new string('0', 3_000)]).Select(id => ($"events/{id}", "id"))
            .Concat(from name in (string[])["why", "history"] from id in ids select ($"{name}?gate={id}", "gate"))
            .Concat(from name in (string[])["why", "history"] from kind in (string[])["case", "demand", "restriction"] select ($"{name}?{kind}=nothing-is-here", kind))
            .Concat(from view in ViewCatalogue.Stored where view != ViewCatalogue.Summary from hash in (string[])[Word, "0", new string('0', 64), "%00", "%FF"] select ($"{view.Name}?hash={hash}", "hash"));

        var count = await gone.ShouldAllFailWell(async one =>
        {
            var answer = await Tracker.Get($"/api/campaigns/{Campaign}/{one.Item1}");
            return Refused(answer, 404, 409, 410) ?? (answer.Errors.All(error => error.StartsWith(one.Item2 + " ", StringComparison.Ordinal)) ? null : $"should name {one.Item2}: {answer.Text}");
        });
        output.WriteLine($"{count} things that are not there");
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    [Fact]
    public async Task No_odd_name_in_an_address_finds_a_campaign()
    {
        await Opened(Written.Case());
        var names = NaughtyNames.All.Where(name => name.Length > 0 && name is not ("." or ".." or "~")).Select(Uri.EscapeDataString).Concat(["%2e%2e", "%2E%2E%2F", "%FF", "%C0%AF", "%ED%A0%80", new string('c', 4_000)]);
        var count = await names.SelectMany(name => (string[])[name, $"{name}/cases", $"{name}/timeline", $"{name}/conditionality", $"{name}/difference", $"{name}/frames", $"{name}/citation", $"{name}/why?case=case-1", $"{name}/history?case=case-1", $"{name}/nothing"]).ShouldAllFailWell(async path =>
            Refused(await Tracker.Get($"/api/campaigns/{path}"), 400, 404) is { } problem ? $"{path}: {problem}" : null);
        count += await names.SelectMany(name => (string[])[$"{name}/events", $"{name}/what-if"]).ShouldAllFailWell(async name =>
            Refused(await Tracker.Post($"/api/campaigns/{name}", Good), 400, 404) is { } problem ? $"{name}: {problem}" : null);
        output.WriteLine($"{count} odd names");
    }

    [Fact]
    public async Task Every_other_verb_is_refused()
    {
        await Opened(Written.Case());
        string[] onlyPosts = [$"/api/campaigns/{Campaign}/events", $"/api/campaigns/{Campaign}/what-if"];
        string[] posts = ["/api/campaigns", .. onlyPosts];
        var wrong = Reads().Select(read => read.Path).Concat(posts).Distinct().SelectMany(path =>
            ((string[])["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"])
                .Where(verb => !(verb == "POST" && posts.Contains(path)) && !(verb == "GET" && !onlyPosts.Contains(path))).Select(verb => (path, verb)));
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
        foreach (var door in (string[])["events", "what-if"])
        {
            var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/{door}", Encoding.UTF8.GetBytes(Good), change: request =>
            {
                request.Content!.Headers.Remove("Content-Type");
                if (mediaType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType).ShouldBeTrue();
            });
            Refused(answer, 415).ShouldBeNull();
            answer.Text.ShouldContain("Content-Type");
        }
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
        foreach (var door in (string[])["events", "what-if"])
        {
            var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/{door}", [], change: request =>
            {
                request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("[" + new string(' ', 16 * 1024 * 1024) + Good + "]")));
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.TransferEncodingChunked = true;
            });
            Refused(answer, 413).ShouldBeNull();
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
        await Tracker.ShouldKeepOutOfLogs(Trackers, Word);
    }

    /// <summary>Why an answer is no good refusal; null when it is one.</summary>
    private static string? Refused(Answer answer, params int[] statuses) =>
        !statuses.Contains((int)answer.Status) || answer.MediaType != "application/problem+json" ? $"was answered {answer.Status} {answer.MediaType} {answer.Text}"
        : answer.Text.Contains(Word, StringComparison.OrdinalIgnoreCase) ? $"is said back: {answer.Text}"
        : answer.Text.Length > 3_000 ? $"has an answer of {answer.Text.Length}"
        : null;

    private async Task<string?> TryAsync(HttpMethod method, string path, string query, string field)
    {
        var answer = await Tracker.Send(method, $"{path}?{query}", method == HttpMethod.Get ? null : Encoding.UTF8.GetBytes(Good));
        var problem = Refused(answer, 400)
            ?? (answer.Errors.All(error => error.StartsWith(field + " ", StringComparison.OrdinalIgnoreCase)) ? null : $"should name {field}: {answer.Text}");
        return problem is null ? null : $"{path}?{query}: {problem}";
    }
}
