using System.Net;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>What was recorded is shown as text, whatever it holds.</summary>
public sealed class HostileTextTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task Markup_in_a_record_is_shown_and_never_obeyed()
    {
        const string hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        var released = Written.Released();
        released["sources"]![0]!["citation"] = hostile;
        released["conditions"] = hostile;
        var answer = await Opened(Written.Case(name: hostile), Written.Arrested(), released);
        foreach (var page in new[] { "", "/timeline", "/cases", "/cases/prisoners", "/case-1", $"/events/{answer.Id(3)}", "/demands" })
        {
            var html = (await Tracker.Get($"/{Campaign}{page}?after={answer.Sequence}")).ShouldBe(HttpStatusCode.OK).Text;
            html.ShouldNotContain("<script>");
            html.ShouldNotContain("<img");
        }
    }
}
