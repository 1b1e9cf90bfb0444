using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>The sources of the sample: the list, one source with all that rests on it, and the ways there from wherever a source is shown.</summary>
public sealed partial class SourcePagesTests(SampleTracker sample) : IClassFixture<SampleTracker>
{
    private const string Doceo = "https://www.europarl.europa.eu/doceo/document/";
    private const string Resolution = "sources/101955bddb";
    private const string Signature = "019ab000-7000-7000-8000-007100000055";
    private const string Acquittal = "019ab000-7000-7000-8000-001900000012";

    private async Task<string> Page(string path) => WebUtility.HtmlDecode((await sample.Tracker.Get($"/eu-kazakhstan/{path}")).ShouldBe(HttpStatusCode.OK).Text);

    [Fact]
    public async Task The_list_tells_each_source_once_and_how_many_events_cite_it()
    {
        var page = await Page("sources");
        Regex.Count(page, $"href=\"/eu-kazakhstan/{Resolution}\"").ShouldBe(1);
        page.ShouldContain("<cite class=\"title\" dir=\"auto\" lang=\"en\">European Parliament resolution of 18 April 2013");
        Counted().Match(page).Groups[1].Value.ShouldBe(Counted().Match(page).Groups[2].Value);
        Regex.Count(page, "Events: [0-9]+").ShouldBe(int.Parse(Counted().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        page.ShouldContain("aria-current=\"page\">Sources");
    }

    [Theory]
    [InlineData("without=link", "AFP", "P7_TA(2013)0190")]
    [InlineData("text=obronca", "ODF (Polish edition)", "AFP")]
    [InlineData("text=odf&without=link", "ODF", "Zhanaozen")]
    public async Task It_is_narrowed_by_text_and_to_what_cannot_be_looked_up(string query, string shown, string left)
    {
        var page = await Page($"sources?{query}");
        page.ShouldContain($">{shown}</a>");
        page.ShouldNotContain(left);
        Counted().Match(page).Groups[1].Value.ShouldNotBe(Counted().Match(page).Groups[2].Value);
    }

    [Fact]
    public async Task A_source_shows_its_title_its_link_every_event_that_cites_it_and_the_steps_judged_by_them()
    {
        var page = await Page(Resolution);
        page.ShouldContain("<h1 class=\"title\" dir=\"auto\">P7_TA(2013)0190</h1>");
        page.ShouldContain($"href=\"{Doceo}TA-7-2013-0190_EN.html\" rel=\"noreferrer external\"");
        page.ShouldContain("<span class=\"locator\" dir=\"auto\">recital A</span>");
        page.ShouldContain("<q dir=\"auto\" lang=\"en\">following a lawsuit introduced on 20 November 2012");
        page.ShouldContain("events/019ab000-7000-7000-8000-003800000025");
        page.Split("id=\"steps\"")[1].ShouldContain($"events/{Signature}");
        (await Page("sources?text=briefing")).ShouldContain("IPHR/KIBHR briefing paper");
    }

    [Fact]
    public async Task The_conditions_that_rest_on_a_source_stand_beside_the_step()
    {
        var release = SourceLink().Matches(await Page("events/019ab000-7000-7000-8000-007700000060"))[0].Groups[1].Value;
        (await Page(release)).Split("id=\"steps\"")[1].ShouldContain("/eu-kazakhstan/release-case-1\"");
    }

    [Theory]
    [InlineData("sources/0000000000")]
    [InlineData("sources/101955bddb?asOf=2011")]
    public async Task A_source_that_nothing_cites_is_not_there(string path) =>
        (await sample.Tracker.Get($"/eu-kazakhstan/{path}")).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_source_of_an_event_leads_to_its_page_and_from_there_back()
    {
        var links = SourceLink().Matches(await Page($"events/{Acquittal}?asOf=2020")).Select(match => match.Groups[1].Value).ToList();
        links.Count.ShouldBe(3);
        links.ShouldAllBe(link => link.EndsWith("?asOf=2020", StringComparison.Ordinal));
        foreach (var link in links) (await Page(link)).ShouldContain($"events/{Acquittal}?asOf=2020");
        (await Page($"events/{Acquittal}")).ShouldContain("lang=\"pl\">ODF (Polish edition)");
    }

    [Fact]
    public async Task Other_sources_after_a_correction_are_told_by_their_citations() =>
        (await Page($"events/{Acquittal}")).ShouldContain("<del dir=\"auto\">ODF; Socialist Party of Kazakhstan, first paragraph</del> → <ins dir=\"auto\">ODF (Polish edition); Socialist");

    [Fact]
    public async Task A_correction_shows_its_own_sources() =>
        (await Page("events/019ab000-7000-7000-8000-012000000094")).ShouldContain($"{Doceo}E-9-2020-006448_EN.html");

    [Fact]
    public async Task Identifiers_lead_to_what_they_name_wherever_they_stand()
    {
        foreach (var path in new[] { "resolutions", "resolution-2013-04-18", "events/019ab000-7000-7000-8000-003600000024", "timeline?type=resolution_adopted" })
        {
            var page = await Page(path);
            page.ShouldContain($"href=\"{Doceo}TA-7-2013-0190_EN.html\" rel=\"noreferrer external\">P7_TA(2013)0190</a>", Case.Sensitive, path);
            page.ShouldContain($"href=\"{Doceo}RC-7-2013-0167_EN.html\"", Case.Sensitive, path);
        }
        (await Page("resolutions")).ShouldContain("uriserv:OJ.C_.2015.419.01.0159.01.ENG");
        (await Page("events/019ab000-7000-7000-8000-013800000112")).ShouldContain($"href=\"{Doceo}B-8-2019-0205_EN.html\"");
    }

    [Theory]
    [InlineData("link", "daz.asia", "P7_TA(2013)0190")]
    [InlineData("source", "Sources: 0", "daz.asia")]
    public async Task The_timeline_tells_what_cannot_be_looked_up(string without, string shown, string left)
    {
        var page = await Page($"timeline?without={without}");
        page.ShouldContain(shown);
        page.ShouldNotContain(left);
        page.ShouldContain($"<option value=\"{without}\" selected");
    }

    [GeneratedRegex("([0-9]+) of ([0-9]+) sources")]
    private static partial Regex Counted();

    [GeneratedRegex("href=\"/eu-kazakhstan/(sources/[0-9a-f]{10}[^\"]*)\"")]
    private static partial Regex SourceLink();
}
