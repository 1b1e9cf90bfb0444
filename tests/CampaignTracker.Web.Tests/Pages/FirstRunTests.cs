using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>An empty tracker, as a newcomer finds it.</summary>
public sealed class FirstRunTests(TestTrackers trackers)
{
    [Fact]
    public async Task An_empty_tracker_offers_to_open_a_campaign_or_to_look_at_the_sample()
    {
        await using var tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = tracker.Address };
        var welcome = await http.GetStringAsync("/", TestContext.Current.CancellationToken);
        welcome.ShouldContain("Look at the sample");
        welcome.ShouldContain("href=\"/record/campaign_opened\"");

        using var without = new FormUrlEncodedContent([new("_handler", "sample")]);
        using var refused = await http.PostAsync("/", without, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "a form that is not ours");

        var token = Regex.Match(welcome, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("_handler", "sample"), new("__RequestVerificationToken", token)]);
        using var loaded = await http.PostAsync("/", form, TestContext.Current.CancellationToken);
        loaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        loaded.Headers.Location!.ToString().ShouldEndWith("/eu-kazakhstan");
        (await tracker.Get("/eu-kazakhstan")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("<strong>Mixed</strong>");
        await tracker.Get<CampaignReader>().WaitAsync((await tracker.Get("/api/campaigns/eu-kazakhstan")).Sequence, TestContext.Current.CancellationToken);
        (await tracker.Get("/")).Text.ShouldContain("<a dir=\"auto\" href=\"/eu-kazakhstan\">");
    }

    [Fact]
    public async Task The_sample_can_be_removed_and_brought_back_while_nothing_else_was_recorded_on_it()
    {
        await using var tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One);
        await SampleCampaign.LoadIntoEmptyAsync(tracker.Get<IServiceProvider>(), TestContext.Current.CancellationToken);
        var events = await tracker.Count("eu-kazakhstan");
        using var browser = await new HtmlForm(tracker.Address).Get("/");
        browser.Page.ShouldContain("Remove the sample");
        await browser.Press("");
        await browser.Follow();
        browser.Page.ShouldContain("Look at the sample", customMessage: "as an empty tracker greets");
        (await tracker.Get("/api/campaigns")).Body["campaigns"]!.AsArray().ShouldBeEmpty();
        (await tracker.Query<long>("select count(*) from reporting.events")).ShouldBe(0);
        (await tracker.Count("eu-kazakhstan")).ShouldBe(events, "the log keeps everything");

        await browser.Press("");
        browser.SentOn.ShouldBe("/eu-kazakhstan");
        (await tracker.Get("/")).Text.ShouldContain("<a dir=\"auto\" href=\"/eu-kazakhstan\">");
        (await tracker.Count("eu-kazakhstan")).ShouldBe(events);

        await browser.Get("/");
        await browser.Press("");
        var recorded = await tracker.Record("eu-kazakhstan", Written.Context());
        await tracker.Get<CampaignReader>().WaitAsync(recorded.Sequence, TestContext.Current.CancellationToken);
        var back = (await tracker.Get("/")).Text;
        back.ShouldContain("<a dir=\"auto\" href=\"/eu-kazakhstan\">", customMessage: "what is acknowledged is shown");
        back.ShouldNotContain("Remove the sample");
        (await tracker.Get<SetAside>().RemoveSampleAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
