using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>When it goes wrong on our side, somebody at a browser is told so on a page, and a program in problem details.</summary>
public sealed class FailurePageTests(TestTrackers trackers)
{
    [Theory]
    [InlineData("GET", "/nothing/is/here/at/all", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("POST", "/", HttpStatusCode.UnsupportedMediaType, "What was sent cannot be read")]
    [InlineData("DELETE", "/", HttpStatusCode.MethodNotAllowed, "What was sent cannot be read")]
    public async Task A_status_without_an_answer_is_a_page_for_a_browser(string verb, string path, HttpStatusCode status, string title)
    {
        var tracker = await trackers.SharedAsync();
        var page = (await tracker.Send(new(verb), path, null, change: request => request.Headers.Accept.ParseAdd("text/html"))).ShouldBe(status);
        page.MediaType.ShouldBe("text/html");
        page.Text.ShouldContain($"<h1>{title}</h1>");
        (await tracker.Send(new(verb), path, null)).ShouldBe(status).MediaType.ShouldNotBe("text/html");
    }

    [Fact]
    public async Task A_browser_is_answered_with_a_page_and_a_program_with_problem_details()
    {
        await using var tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, expectFailures: true);
        await tracker.Rows<int>($"alter table tracker.{CampaignViews.CampaignsTable} rename to elsewhere");
        static void AsBrowser(HttpRequestMessage request) => request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        var page = (await tracker.Send(HttpMethod.Get, "/", null, change: AsBrowser)).ShouldBe(HttpStatusCode.InternalServerError);
        page.MediaType.ShouldBe("text/html");
        page.Text.ShouldContain("<h1>Something went wrong on our side</h1>");
        page.Text.ShouldNotContain("42P01");
        (await tracker.Get("/")).ShouldBe(HttpStatusCode.InternalServerError).ShouldBeProblem();
        (await tracker.Send(HttpMethod.Get, "/api/campaigns", null, change: AsBrowser)).ShouldBe(HttpStatusCode.InternalServerError).ShouldBeProblem();
    }
}
