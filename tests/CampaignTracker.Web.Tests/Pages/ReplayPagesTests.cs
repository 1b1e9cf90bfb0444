using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Replay, comparison, reasons and published assessments as pages, without script, over a campaign that was learned bit by bit.</summary>
public sealed partial class ReplayPagesTests(ReplayPagesTests.Retold retold) : IClassFixture<ReplayPagesTests.Retold>
{
    /// <summary>A tracker with the sample, learned bit by bit.</summary>
    public sealed class Retold(TestTrackers trackers) : IAsyncLifetime
    {
        public RunningTracker Tracker { get; private set; } = null!;

        public RetoldSample Sample { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: new TestClock(new DateOnly(2026, 11, 23)));
            Sample = await RetoldSample.RecordAsync(Tracker);
        }

        public ValueTask DisposeAsync() => Tracker.DisposeAsync();
    }

    private RetoldSample Sample => retold.Sample;

    private async Task<string> Get(string page) => (await retold.Tracker.Get($"/{RetoldSample.Campaign}/{page}")).ShouldBe(HttpStatusCode.OK).Text;

    [Fact]
    public async Task The_replay_shows_the_same_answer_as_the_home_page_from_every_viewpoint()
    {
        foreach (var query in new[] { "", "?asOf=2015-12-21", $"?asOf=2015-12-21&knownAt={Sample.Early}", $"?knownAt={Sample.Whole}" })
        {
            var (replay, home) = (await Get("replay" + query), await Get(query));
            Gates(replay).ShouldBe(Gates(home), query);
            Gates(replay).ShouldNotBeEmpty();
            WordOf().Match(replay).Groups[1].Value.ShouldBe(WordOf().Match(home).Groups[1].Value, query);
        }
    }

    [Fact]
    public async Task Next_leads_through_every_date_to_today_and_previous_back_again()
    {
        List<string> there = ["/retold/replay?asOf=2000-01-01"];
        while (Step(await retold.Tracker.Get(there[^1]), "next") is { } next) there.Add(next);
        there.Count.ShouldBeGreaterThan(40);
        there.ShouldBeUnique();
        there[^1].ShouldBe("/retold/replay");
        List<string> back = [there[^1]];
        while (Step(await retold.Tracker.Get(back[^1]), "prev") is { } previous) back.Add(previous);
        Enumerable.Reverse(back).ShouldBe(there.Skip(1));
    }

    [Fact]
    public async Task A_slider_that_is_sent_without_script_leads_to_the_address_of_its_date()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = retold.Tracker.Address };
        using var answer = await http.GetAsync($"/retold/replay?world=0&knownAt={Sample.Whole}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith($"/retold/replay?asOf=2011-05-24&knownAt={Sample.Whole}");
        using var beyond = await http.GetAsync("/retold/replay?knowledge=9999&asOf=2015", TestContext.Current.CancellationToken);
        beyond.Headers.Location!.ToString().ShouldEndWith("/retold/replay?asOf=2015");
    }

    [Fact]
    public async Task The_picture_keeps_its_place_while_the_world_goes_on()
    {
        var boxes = new HashSet<string>();
        foreach (var day in new[] { "2011-05-24", "2013-10-10", "2015-12-21", "2020-03-01" })
            boxes.Add(string.Join(' ', ViewBox().Matches(await Get($"replay?asOf={day}")).Select(match => match.Value)));
        boxes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_step_names_its_events_and_what_they_changed()
    {
        var html = await Get("replay?asOf=2015-12-21");
        html.ShouldContain("What changed on 21 Dec 2015");
        Seen(html).ShouldContain("went ahead, things got worse");
    }

    [Fact]
    public async Task A_day_of_knowledge_reaches_to_its_end_and_an_unreadable_one_is_named()
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Gates(await Get($"replay?knownAt={today}")).ShouldBe(Gates(await Get("replay")));
        (await retold.Tracker.Get("/retold/replay?knownAt=2026-13-01")).ShouldBe(HttpStatusCode.BadRequest).Text.ShouldContain("<code>knownAt</code>");
    }

    [Fact]
    public async Task Two_points_are_compared_and_each_difference_says_because_of_what()
    {
        var html = await Get("compare?fromAsOf=2015-12-21&toAsOf=2020-03-01");
        html.ShouldContain("happened in between");
        Row(html, "Vladimir Kozlov").ShouldContain("free, with conditions");
        Row(html, "Vladimir Kozlov").ShouldContain("/retold/events/");
        var learned = await Get($"compare?fromKnownAt={Sample.Early}&toKnownAt={Sample.Whole}");
        learned.ShouldContain("learned in between");
        (await Get($"compare?fromKnownAt={Sample.Whole}&toKnownAt={Sample.Reconciled}")).ShouldContain("reconciled in between");
        (await Get($"compare?fromAsOf=2015&fromKnownAt={Sample.Whole}&toAsOf=2015&toKnownAt={Sample.Whole}")).ShouldContain("No status and no verdict differs.");
    }

    [Fact]
    public async Task What_was_corrected_or_retracted_is_a_cause_with_its_reason()
    {
        const string campaign = "amended-twice";
        (await retold.Tracker.Open(new JsonArray(Written.Campaign(campaign)))).ShouldBe(HttpStatusCode.Created);
        var first = (await retold.Tracker.Record(campaign, new JsonArray(
            Written.Case(), Written.Arrested(), Written.Released(), Written.Case("case-2", "Roza Tuletaeva"), Written.Arrested("case-2"), Written.Released("case-2")))).ShouldBe(HttpStatusCode.Created);
        var second = (await retold.Tracker.Record(campaign, new JsonArray(
            Written.Correction(first.Id(2), "case-1", new JsonObject { ["manner"] = "Pardon" }).With("reason", "It was a pardon."),
            Written.Retraction(first.Id(5), "case-2").With("reason", "It was another person.")))).ShouldBe(HttpStatusCode.Created);
        (await retold.Tracker.Get($"/api/campaigns/{campaign}?after={second.Sequence}")).ShouldBe(HttpStatusCode.OK);
        var html = (await retold.Tracker.Get($"/{campaign}/compare?fromKnownAt={first.Sequence}&toKnownAt={second.Sequence}")).ShouldBe(HttpStatusCode.OK).Text;
        var (corrected, retracted) = (Row(html, "Vladimir Kozlov"), Row(html, "Roza Tuletaeva"));
        corrected.ShouldContain("corrected in between");
        corrected.ShouldContain("It was a pardon.");
        retracted.ShouldContain("withdrawn in between");
        retracted.ShouldContain("It was another person.");
        retracted.ShouldContain("<strong dir=\"auto\">held</strong>");
    }

    [Fact]
    public async Task Whoever_comes_from_a_viewpoint_compares_it_with_today()
    {
        var html = await Get("compare?asOf=2015-12-21");
        html.ShouldContain("value=\"2015-12-21\"");
        html.ShouldContain("happened in between");
    }

    [Fact]
    public async Task A_point_that_cannot_be_read_is_named_beside_its_fields_and_nothing_typed_is_lost()
    {
        var html = await Get("compare?fromAsOf=someday&toAsOf=2020&toKnownAt=never");
        html.ShouldContain("id=\"fromAsOf-problem\"");
        html.ShouldContain("id=\"toKnownAt-problem\"");
        html.ShouldContain("value=\"someday\"");
        html.ShouldContain("value=\"never\"");
    }

    [Fact]
    public async Task Every_status_and_every_verdict_on_every_page_leads_to_its_reasons()
    {
        HashSet<string> asked = [];
        foreach (var page in new[] { "", "demands", "cases", "cases/prisoners?asOf=2014-01-01", "restrictions", "agreements", "case-2", "release-case-1", "alga-ban", "?asOf=2015-12-21" })
        {
            var html = await Get(page);
            var links = WhyAddress().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
            links.Count.ShouldBeGreaterThan(0, page);
            asked.UnionWith(links);
        }
        asked.Count.ShouldBeGreaterThan(20);
        foreach (var address in asked)
        {
            var html = (await retold.Tracker.Get(address)).ShouldBe(HttpStatusCode.OK).Text;
            html.ShouldContain("id=\"chain\"");
            html.ShouldContain("/retold/events/");
        }
    }

    [Fact]
    public async Task The_reasons_name_what_the_answer_turns_on_and_since_when_we_say_so()
    {
        var html = await Get("why/case-2");
        Section(html, "flips").ShouldContain("Without it:");
        Section(html, "history").ShouldContain("reconciled in between");
    }

    [Fact]
    public async Task A_subjects_page_shows_who_asks_where_it_was_raised_and_which_gates_depend_on_it()
    {
        var html = await Get("case-1");
        Section(html, "about-it").ShouldContain("release-case-1");
        Section(html, "texts").ShouldContain("resolution-2013-04-18");
        Regex.Count(Section(html, "gates-on-it"), "<li>").ShouldBe(7);
        Section(await Get("resolution-2013-04-18"), "story").ShouldContain("adopted");
    }

    [Fact]
    public async Task A_published_assessment_says_whether_the_record_still_leads_to_it_and_what_made_it_depart()
    {
        var list = await Get("assessments");
        list.ShouldContain("the answer departs from it");
        (await Get($"assessments?knownAt={Sample.Assessed}")).ShouldContain("the answer is the same");
        var page = await Get($"assessments/{Sample.Assessment}");
        page.ShouldContain("At others it did not.");
        page.ShouldContain("the record said the same");
        Section(page, "since").ShouldContain("reconciled in between");
        (await Get($"events/{Sample.Assessment}")).ShouldContain($"/retold/assessments/{Sample.Assessment}");
        (await retold.Tracker.Get($"/retold/assessments/{Guid.Empty}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_expected_stands_by_what_became_of_it()
    {
        var html = await Get("expectations?asOf=2013-06-30");
        Section(html, "due-Overdue").ShouldContain("EU-Kazakhstan human rights dialogue");
        (await Get("expectations?asOf=1999")).ShouldContain("Nothing is expected.");
    }

    [Fact]
    public async Task A_disagreement_says_what_would_change_with_each_claim()
    {
        var html = await Get($"contested?knownAt={Sample.Assessed}");
        html.ShouldContain("If it is this:");
        html.ShouldContain("went ahead, all of it delivered");
    }

    [Fact]
    public async Task Corrected_and_retracted_entries_are_struck_out_and_say_why()
    {
        var html = await Get("timeline");
        html.ShouldContain("<del>");
        html.ShouldContain("Mangystau regional court");
        Regex.Count(html + await Get("timeline?skip=50"), "Read again\\.").ShouldBe(2);
    }

    private static List<string> Gates(string html) => [.. GateRow().Matches(html).Select(match => match.Value)];

    private static string? Step(Answer answer, string rel)
    {
        var html = answer.ShouldBe(HttpStatusCode.OK).Text;
        var dial = html[html.IndexOf("data-dial=\"asOf\"", StringComparison.Ordinal)..];
        var match = Regex.Match(dial[..dial.IndexOf("</section>", StringComparison.Ordinal)], $"rel=\"{rel}\" href=\"([^\"]+)\"");
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
    }

    private static string Seen(string html) => html[html.IndexOf("data-follow=\"seen\"", StringComparison.Ordinal)..];

    private static string Row(string html, string title) => TableRow().Matches(html).Select(match => match.Value).First(row => row[..row.IndexOf("</th>", StringComparison.Ordinal)].Contains(title, StringComparison.Ordinal));

    private static string Section(string html, string heading)
    {
        var from = html.IndexOf($"aria-labelledby=\"{heading}\"", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0, heading);
        var to = html.IndexOf("</section>", from, StringComparison.Ordinal);
        return html[from..to];
    }

    [GeneratedRegex("<tr id=\"gate-[^\"]+\">")]
    private static partial Regex GateRow();

    [GeneratedRegex("<tr>\\s*<th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<p class=\"word[^>]*><strong>([^<]+)")]
    private static partial Regex WordOf();

    [GeneratedRegex("<svg class=\"wide\"[^>]* viewBox=\"0 0 [0-9.]+ [0-9.]+\"")]
    private static partial Regex ViewBox();

    [GeneratedRegex("<a class=\"why-link\" href=\"([^\"]+)\"")]
    private static partial Regex WhyAddress();
}
