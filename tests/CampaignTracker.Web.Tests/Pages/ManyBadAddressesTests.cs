using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Pages asked from absurd points, with absurd filters: each is answered with a page, which says what is wrong or shows what is there.</summary>
public sealed class ManyBadAddressesTests(TestTrackers trackers, ITestOutputHelper output) : TrackerTests(trackers)
{
    private const int Seed = 20170421;
    private const int Many = 250;

    private static readonly string[] Names =
    [
        "asOf", "knownAt", "ruleSet", "after", "fromAsOf", "fromKnownAt", "toAsOf", "toKnownAt", "from", "to", "text", "subject", "type", "confidence", "skip", "find", "event", "world",
        "knowledge", "recorded", "hash", "nothing", "__proto__", "",
    ];

    [Fact]
    public async Task Every_absurd_address_is_answered_with_a_page()
    {
        var opened = await Opened(Written.Case(), Written.Arrested(), Written.Demand("demand-1", about: "case-1"));
        await Tracker.Get<CampaignReader>().WaitAsync(opened.Sequence, TestContext.Current.CancellationToken);
        var before = await Tracker.Count(Campaign);

        var count = await Addresses(new Random(Seed), opened).ShouldAllFailWell(async address =>
        {
            var answer = await Tracker.Send(HttpMethod.Get, address, null, change: request => request.Headers.Accept.ParseAdd("text/html"));
            if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Redirect or HttpStatusCode.RequestUriTooLong))
                return $"{address} was answered {answer.Status}";
            return answer.MediaType == "text/html" && answer.Text.Contains("<main id=\"content\"", StringComparison.Ordinal) || answer.Status == HttpStatusCode.Redirect
                ? null : $"{address} was answered by no page: {answer.Status} {answer.MediaType}";
        });

        output.WriteLine($"{count} absurd addresses, seed {Seed}");
        (await Tracker.Count(Campaign)).ShouldBe(before);
        (await Tracker.Get($"/{Campaign}")).ShouldBe(HttpStatusCode.OK);
    }

    private IEnumerable<string> Addresses(Random random, Answer opened)
    {
        string[] pages =
        [
            .. PageSections.Navigation, "", "cases/prisoners", "compare", "case-1", "demand-1", "why/case-1", "why/demand-1", $"events/{opened.Id(2)}", "record", "record/arrested",
            "record/event_corrected", "record/claims_reconciled", "assessments/00000000-0000-0000-0000-000000000000", "subjects/case-1", "nothing", "why/nothing",
        ];
        string[] texts = [.. NaughtyDates.All, .. NaughtyNames.All, .. OddTexts.All.Where(text => text.Length < 400), "-1", "0", "1", "9223372036854775807", "9223372036854775808", "1e9", "true", "2012-01-01T00:00:00Z", "Confirmed,Probable"];
        string Any(string[] of) => of[random.Next(of.Length)];
        for (var i = 0; i < Many; i++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Any(Names)}={Escaped(random.Next(3) == 0 ? BadFill.Date(random) : Any(texts))}"));
            yield return $"/{Campaign}/{Any(pages)}?{query}".Replace("/?", "?", StringComparison.Ordinal);
        }
    }

    // Half a character cannot be escaped; as bytes it can be sent all the same.
    private static string Escaped(string text) => text.Length > 400 ? Escaped(text[..400])
        : string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}"));
}
