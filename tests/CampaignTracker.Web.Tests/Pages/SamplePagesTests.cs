using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>The pages over the sample, as they come from the server: without script, from any viewpoint.</summary>
public sealed partial class SamplePagesTests(SampleTracker sample) : IClassFixture<SampleTracker>
{
    private Task<Answer> Get(string path) => sample.Tracker.Get(path);

    public static TheoryData<string> Pages =>
    [
        "/",
        .. PageSections.Navigation.Select(section => $"/eu-kazakhstan/{section}".TrimEnd('/')),
        .. new[]
        {
            "cases/prisoners", "compare", "compare?fromAsOf=2015-12-21&toAsOf=2020-03-01", "why/case-2", "why/release-case-1",
            "case-2", "release-case-1", "epca", "hrd", "alga-ban", "resolution-2013-04-18", "eu-kazakhstan", "subjects/case-2", "how-this-is-judged",
            "sources/101955bddb",
        }.Select(page => $"/eu-kazakhstan/{page}"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_its_landmarks_one_heading_and_nothing_inline(string page)
    {
        foreach (var query in new[] { "", "?asOf=2015-12-21", "?asOf=2012&knownAt=60", "?asOf=1999" })
        {
            var answer = await Get(page.Contains('?', StringComparison.Ordinal) ? page : page + query);
            // A subject that was not there yet has no page.
            if (answer.Status != HttpStatusCode.NotFound || query is "" or "?asOf=2015-12-21") answer.ShouldBe(HttpStatusCode.OK);
            var html = answer.Text;
            html.ShouldContain("<main id=\"content\"");
            html.ShouldContain("class=\"skip\" href=\"#content\"");
            Regex.Count(html, "<h1").ShouldBe(1, page);
            Regex.Count(html, "<title>[^<]+CampaignTracker</title>").ShouldBe(1);
            html.ShouldNotContain("style=\"");
            InlineScript().IsMatch(html).ShouldBeFalse("a script without an address");
            OtherHost().Matches(html).Select(match => match.Value).ShouldBeEmpty();
            ByteCount(html).ShouldBeLessThan(150 * 1024);
        }
    }

    [Theory]
    [InlineData("/eu-kazakhstan")]
    [InlineData("/eu-kazakhstan/replay?asOf=2020-03-01")]
    public async Task The_first_view_weighs_at_most_130_KB_on_its_way_with_all_that_it_asks_for(string page)
    {
        var html = (await Get(page)).Text;
        var asked = Asset().Matches(html).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var style in asked.Where(address => address.Contains(".css", StringComparison.Ordinal)).ToList()) asked.UnionWith(LatinFont().Matches((await Get(style)).Text).Select(match => match.Groups[1].Value));
        asked.Count(address => address.Contains(".woff2", StringComparison.Ordinal)).ShouldBe(4, "two typefaces, regular and bold");
        var weight = 0L;
        foreach (var address in asked.Append(page)) weight += await Transferred(address);
        weight.ShouldBeInRange(80_000, 130_000);
    }

    [Fact]
    public async Task A_font_is_kept_for_good_and_comes_from_here()
    {
        var style = (await Get(Asset().Matches((await Get("/eu-kazakhstan")).Text).Select(match => match.Groups[1].Value).First(address => address.Contains(".css", StringComparison.Ordinal)))).Text;
        var fonts = Font().Matches(style).Select(match => match.Groups[1].Value).ToList();
        fonts.Count.ShouldBe(8);
        using var http = new HttpClient { BaseAddress = sample.Tracker.Address };
        var weight = 0L;
        foreach (var font in fonts)
        {
            using var answer = await http.GetAsync(font, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, font);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("font/woff2");
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            weight += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }
        weight.ShouldBeLessThanOrEqualTo(120_000);
    }

    [Fact]
    public async Task A_page_is_the_same_whether_it_comes_compressed_or_not()
    {
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = sample.Tracker.Address };
        (await http.GetStringAsync("/eu-kazakhstan", TestContext.Current.CancellationToken)).ShouldBe((await Get("/eu-kazakhstan")).Text);
    }

    private async Task<long> Transferred(string address)
    {
        using var http = new HttpClient { BaseAddress = sample.Tracker.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        return (await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).Length;
    }

    [Fact]
    public async Task The_answer_comes_first_and_every_gate_is_a_link_in_the_picture_and_in_the_table()
    {
        var html = (await Get("/eu-kazakhstan")).Text;
        html.ShouldContain("Is EU-Kazakhstan progress conditioned on reform?");
        html.ShouldContain("<strong>Mixed</strong>");
        // The eight judged steps, in columns and in rows; the two before the promise share a column.
        Regex.Count(html, "class=\"p-mark\" data-to=\"Step\"").ShouldBe(2 * 8);
        html.ShouldContain("4 of 8 steps went ahead with nothing new delivered, 1 of them after things got worse");
        Regex.Count(html, "<tr id=\"gate-").ShouldBe(10);
        html.ShouldContain("it says nothing of cause");
    }

    [Fact]
    public async Task The_picture_as_of_the_signature_does_not_know_what_came_later()
    {
        var html = (await Get("/eu-kazakhstan?asOf=2015-12-21")).Text;
        Regex.Count(html, "<tr id=\"gate-").ShouldBe(6);
        html.ShouldContain("The world as of");
        html.ShouldContain("href=\"/eu-kazakhstan/demands?asOf=2015-12-21\"");
        html.ShouldNotContain("Entered into force");
    }

    [Fact]
    public async Task What_is_overdue_depends_on_the_day_from_which_one_looks()
    {
        (await Get("/eu-kazakhstan?asOf=2013-06-30")).Text.ShouldContain("no meeting where the rhythm expects one");
        (await Get("/eu-kazakhstan?asOf=2012-06-30")).Text.ShouldNotContain("Overdue by");
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/eu-kazakhstan/nothing")]
    [InlineData("/eu-kazakhstan/events/00000000-0000-0000-0000-000000000000")]
    [InlineData("/Eu-Kazakhstan%3Cscript%3E")]
    public async Task What_is_not_there_says_so(string path)
    {
        var answer = await Get(path);
        answer.ShouldBe(HttpStatusCode.NotFound);
        answer.Text.ShouldContain("There is nothing at this address");
        answer.Text.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_says_which_part()
    {
        var answer = (await Get("/eu-kazakhstan?asOf=2013-02-30")).ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("<code>asOf</code> does not exist: 2013-02 has 28 days");
    }

    [Theory]
    [InlineData("text=%D0%A2%D3%A9%D0%BB%D0%B5%D1%82%D0%B0%D0%B5%D0%B2%D0%B0", "Roza Tuletaeva")]
    [InlineData("text=tuletayeva&type=convicted", "Roza Tuletaeva")]
    [InlineData("subject=case-2&from=2012-08&to=2012-08-31", "suspended sentence")]
    [InlineData("confidence=Disputed", "disputed")]
    public async Task The_timeline_can_be_filtered(string query, string found)
    {
        var html = (await Get($"/eu-kazakhstan/timeline?{query}")).ShouldBe(HttpStatusCode.OK).Text;
        html.ShouldContain(found);
        Regex.Count(html, "<article class=\"entry").ShouldBeInRange(1, 30);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_named_beside_its_field_and_keeps_what_was_typed()
    {
        var html = (await Get("/eu-kazakhstan/timeline?from=yesterday%22%3E&text=Kozlov")).ShouldBe(HttpStatusCode.OK).Text;
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain("value=\"yesterday&quot;&gt;\"");
        html.ShouldContain("value=\"Kozlov\"");
    }

    [Fact]
    public async Task A_long_timeline_goes_on_on_a_second_page_that_keeps_the_filter()
    {
        var html = (await Get("/eu-kazakhstan/timeline?asOf=2025&confidence=Confirmed")).Text;
        html.ShouldContain("rel=\"next\" href=\"/eu-kazakhstan/timeline?asOf=2025&amp;confidence=Confirmed&amp;skip=50\"");
        (await Get("/eu-kazakhstan/timeline?asOf=2025&confidence=Confirmed&skip=50")).Text.ShouldContain("rel=\"prev\"");
    }

    [Fact]
    public async Task The_list_of_prisoners_is_that_of_the_day()
    {
        (await Get("/eu-kazakhstan/cases/prisoners?asOf=2014-01-01")).Text.ShouldContain("Vladimir Kozlov");
        (await Get("/eu-kazakhstan/cases/prisoners?asOf=2019-01-01")).Text.ShouldNotContain("Vladimir Kozlov");
    }

    [Fact]
    public async Task The_picture_stands_alone_with_title_and_description_and_is_asked_for_once()
    {
        var answer = (await Get("/eu-kazakhstan/picture.svg?asOf=2020-03-01")).ShouldBe(HttpStatusCode.OK);
        answer.MediaType.ShouldBe("image/svg+xml");
        var svg = XDocument.Parse(answer.Text);
        XNamespace ns = "http://www.w3.org/2000/svg";
        svg.Root!.Element(ns + "title")!.Value.ShouldBe("4 of 8 steps went ahead with nothing new delivered, 1 of them after things got worse");
        svg.Root.Element(ns + "desc")!.Value.ShouldContain("Step 4, Agreement signed, 21 Dec 2015: things got worse, Free at that step: 1 of 3");
        foreach (var forbidden in new[] { "href", "url(", "var(", "<style", "<script", "<a ", "http:", "https:", "class=" })
            answer.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).ShouldNotContain(forbidden);

        using var http = new HttpClient { BaseAddress = sample.Tracker.Address };
        using var first = await http.GetAsync("/eu-kazakhstan/picture.svg", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/eu-kazakhstan/picture.svg");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        first.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task The_picture_can_be_taken_along_as_pixels_as_a_table_and_as_code()
    {
        var home = (await Get("/eu-kazakhstan?asOf=2020-03-01")).Text;
        foreach (var kind in new[] { "png", "svg", "csv", "txt" })
            home.ShouldContain($"href=\"/eu-kazakhstan/picture.{kind}?agreement=epca&amp;asOf=2020-03-01\"");
        home.ShouldContain("href=\"/api/campaigns/eu-kazakhstan/citation?asOf=2020-03-01\"");

        using var http = new HttpClient { BaseAddress = sample.Tracker.Address };
        var png = await http.GetByteArrayAsync("/eu-kazakhstan/picture.png", TestContext.Current.CancellationToken);
        png.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(2 * 1072);

        var lines = (await http.GetStringAsync("/eu-kazakhstan/picture.csv", TestContext.Current.CancellationToken)).Split("\r\n");
        lines[0].ShouldBe("step,date,verdict,condition,state at the step");
        lines.ShouldContain("4 Agreement signed,2015-12-21,things got worse,Vladimir Kozlov,not met (worse than before)");
        lines.Length.ShouldBe(1 + 2 + 8 * 3 + 1);

        var code = await http.GetStringAsync("/eu-kazakhstan/picture.txt", TestContext.Current.CancellationToken);
        code.ShouldStartWith("<figure>\n<svg ");
        code.ShouldEndWith("</svg>\n</figure>\n");
    }

    [Fact]
    public async Task A_page_may_load_nothing_from_elsewhere_and_stand_in_no_frame()
    {
        using var http = new HttpClient { BaseAddress = sample.Tracker.Address };
        using var page = await http.GetAsync("/eu-kazakhstan", TestContext.Current.CancellationToken);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Fact]
    public async Task An_event_shows_its_fields_its_sources_and_what_hangs_on_it()
    {
        var html = (await Get("/eu-kazakhstan")).Text;
        var address = Regex.Match(html, "<tr id=\"gate-[^\"]+\">\\s*<th scope=\"row\"><a dir=\"auto\" href=\"([^\"]+)\">Signed").Groups[1].Value;
        var page = (await Get(address)).ShouldBe(HttpStatusCode.OK).Text;
        page.ShouldContain("EPCA: signed");
        page.ShouldContain("WTO accession");
        page.ShouldContain("went ahead, things got worse");
        page.ShouldContain("<ul class=\"sources\">");
    }

    private static int ByteCount(string text) => System.Text.Encoding.UTF8.GetByteCount(text);

    [GeneratedRegex("<script(?![^>]* src=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex("(?:src|<link[^>]* href)=\"(?:https?:)?//[^\"]*")]
    private static partial Regex OtherHost();

    [GeneratedRegex("(?:src|href)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("url\\(\"(/assets/[^\"]+)\"\\)")]
    private static partial Regex Font();

    // What a page without a letter of another script asks for.
    [GeneratedRegex("url\\(\"(/assets/[^\"]+)\"\\)[^}]*unicode-range: U\\+0000")]
    private static partial Regex LatinFont();
}
