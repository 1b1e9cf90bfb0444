using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Views;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>An empty tracker, as a newcomer finds it.</summary>
public sealed class FirstRunTests(TestTrackers trackers)
{
    [Fact]
    public async Task An_empty_tracker_offers_to_open_a_campaign_or_to_look_at_the_sample()
    {
        await using var tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync());
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Address };
        var welcome = await http.GetStringAsync("/", TestContext.Current.CancellationToken);
        welcome.ShouldContain("Look at the sample");
        welcome.ShouldContain("href=\"/docs\"");

        using var without = new FormUrlEncodedContent([new("_handler", "sample")]);
        using var refused = await http.PostAsync("/", without, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a form that is not ours");

        var token = Regex.Match(welcome, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("_handler", "sample"), new("__RequestVerificationToken", token)]);
        using var loaded = await http.PostAsync("/", form, TestContext.Current.CancellationToken);
        loaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        loaded.Headers.Location!.ToString().ShouldEndWith("/eu-kazakhstan");
        (await tracker.Get("/eu-kazakhstan")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("Mixed.");
        await tracker.Get<CampaignReader>().WaitAsync((await tracker.Get("/api/campaigns/eu-kazakhstan")).Sequence, TestContext.Current.CancellationToken);
        (await tracker.Get("/")).Text.ShouldContain("<a href=\"/eu-kazakhstan\">");
    }
}
