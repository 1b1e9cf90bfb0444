using System.Net;
using System.Text;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>However much is wrong with a body, the answer is short: the first hundred findings, and how many more.</summary>
public sealed class LargeRefusalTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private const string Arrested = """{"type":"arrested","subject":"case-1","occurred":"2012",""";

    /// <summary>How each of a thousand events begins, what it repeats, how it ends, how often; and the status.</summary>
    public static TheoryData<string, string, string, int, HttpStatusCode> Bodies => new()
    {
        { Arrested + "\"sources\":[", "7,", "7]}", 900, HttpStatusCode.BadRequest },
        { Arrested, "\"zzz\":1,", "\"zzz\":1}", 900, HttpStatusCode.BadRequest },
        { Arrested + "\"sources\":[", "{},", "{}]}", 900, HttpStatusCode.UnprocessableEntity },
        { Arrested + "\"sources\":[", "{},", "{}]}", 5_000, HttpStatusCode.BadRequest },
        { Arrested + "\"sources\":[", "\"\\u0000\",", "7]}", 900, HttpStatusCode.BadRequest },
        { """{"type":"demand_issued","subject":"d","occurred":"2012","sources":[{"citation":"x"}],"text":"x","by":"x","operativeVerb":"x","force":"Call","addressees":[""", "\"\",", "\"\"]}", 900, HttpStatusCode.UnprocessableEntity },
        { """{"type":"event_corrected","subject":"case-1","occurred":"2012","sources":[{"citation":"x"}],"reason":"x","corrects":"01a20a33-a43c-75d6-b20c-ac344efa1875","changes":{""", "\"zzz\":7,", "\"x\":7}}", 900, HttpStatusCode.BadRequest },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task The_first_hundred_findings_are_told_and_the_others_counted(string start, string part, string end, int times, HttpStatusCode status)
    {
        await Opened(Written.Case());
        var body = $"[{string.Join(',', Enumerable.Repeat(start + string.Concat(Enumerable.Repeat(part, times)) + end, 1_000))}]";
        var answer = (await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", Encoding.UTF8.GetBytes(body[..Math.Min(body.Length, 16_000_000)]))).ShouldBe(body.Length > 16_000_000 ? HttpStatusCode.BadRequest : status);
        answer.ShouldBeProblem();
        answer.Text.Length.ShouldBeLessThan(50_000);
        if (body.Length <= 16_000_000)
        {
            answer.Errors.Count().ShouldBe(101);
            answer.Body["errors"]![100]!["code"]!.GetValue<string>().ShouldBe("more");
            answer.Body["errors"]![100]!["message"]!.GetValue<string>().ShouldMatch("^and (more than )?[0-9]+ more: mend these first$");
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }
}
