using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.Testing;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Names stand where somebody who reads the page looks for them.</summary>
public sealed class ReadersOrderTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static readonly string[] Sorted = ["Åsa Berg", "ben Ali", "Émile Zola", "Erzhan", "Person 2", "Person 10", "Zhanna"];

    [Fact]
    public void Accents_capitals_and_the_number_of_digits_do_not_tear_names_apart() =>
        Sorted.Reverse().InReadersOrder(name => name).ShouldBe(Sorted);

    [Theory]
    [InlineData("timeline", "<option value=\"case-[^>]*>([^<]*)<")]
    [InlineData("cases", "<th scope=\"row\"><a [^>]*>([^<]*)<")]
    [InlineData("cases/prisoners", "<th scope=\"row\"><a [^>]*>([^<]*)<")]
    public async Task A_list_of_people_is_in_the_order_of_the_language_that_is_read(string page, string names)
    {
        var opened = await Opened([.. Sorted.Reverse().Index().SelectMany(person => new[] { Written.Case($"case-{person.Index}", person.Item), Written.Arrested($"case-{person.Index}") })]);
        await Tracker.Get<CampaignReader>().WaitAsync(opened.Sequence, TestContext.Current.CancellationToken);
        var html = (await Tracker.Get($"/{Campaign}/{page}")).ShouldBe(HttpStatusCode.OK).Text;
        Regex.Matches(html, names).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ShouldBe(Sorted);
    }
}
