using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Home says the answer in plain words from the record alone, and what somebody should do next.</summary>
public sealed partial class HomeTests(TestTrackers trackers, SampleTracker sample) : TrackerTests(trackers), IClassFixture<SampleTracker>
{
    [Fact]
    public async Task The_answer_is_told_in_sentences_whose_numbers_are_those_of_the_verdicts()
    {
        var home = await Home("/eu-kazakhstan");
        home.ShouldContain("In 2012, HR/VP (EEAS) promised that Enhanced partnership and cooperation agreement (EPCA) would depend on reform. In 2013, European Parliament asked for 3 people to be freed.");
        home.ShouldContain("It cannot be told because sources disagree: Vadim Kuramshin.");
        var judged = (await sample.Tracker.Get("/api/campaigns/eu-kazakhstan/conditionality")).Body["agreements"]![0]!["gates"]!.AsArray()
            .Count(gate => (string)gate!["verdict"]! is not ("NotLinked" or "LinkedWithoutConditions"));
        home.ShouldContain($"Since then: {judged} steps of EPCA");
        Count().Matches(home).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ShouldBe(judged);
    }

    [Theory]
    [InlineData("", "Since then: 2 steps of EPCA, 2 with nothing delivered.")]
    [InlineData("/ru", "С тех пор 2 этапа (EPCA): 2 — ничего не выполнено.")]
    [InlineData("/kk", "Содан бері: EPCA — 2 кезең: ештеңе орындалмай өткені — 2.")]
    public async Task It_is_told_as_of_the_day_and_in_the_language_from_which_one_looks(string language, string told) =>
        (await Home($"{language}/eu-kazakhstan?asOf=2014-12-31")).ShouldContain(told);

    [Fact]
    public async Task What_decides_a_step_comes_first_then_what_a_step_depends_on_and_none_stands_twice()
    {
        var home = await Home("/eu-kazakhstan");
        var needs = home[home.IndexOf("id=\"needs\"", StringComparison.Ordinal)..];
        var (decides, rests) = (needs.IndexOf("Decides steps 6, 7, 8", StringComparison.Ordinal), needs.IndexOf(": depends on it", StringComparison.Ordinal));
        decides.ShouldBeGreaterThan(0);
        rests.ShouldBeGreaterThan(decides);
        needs.IndexOf("Ban on the Respublika media group", StringComparison.Ordinal).ShouldBeGreaterThan(rests, "no step depends on it");
    }

    [Fact]
    public async Task A_campaign_in_which_little_is_recorded_shows_what_comes_first()
    {
        var after = (await Opened(Written.Case())).Sequence;
        var home = WebUtility.HtmlDecode((await Tracker.Get($"/{Campaign}?after={after}")).Text);
        home.ShouldContain("First steps");
        home.ShouldContain($"href=\"/{Campaign}/record/agreement_defined\"");
        home.ShouldNotContain($"href=\"/{Campaign}/record/case_opened\"", Case.Sensitive, "somebody is recorded already");
    }

    [Fact]
    public async Task What_nobody_judged_is_not_called_unmet()
    {
        var after = (await Opened(Written.Demand("demand-1"), Written.Case(), Written.Arrested(), Written.Demand("demand-2", about: "case-1"))).Sequence;
        var board = WebUtility.HtmlDecode((await Tracker.Get($"/{Campaign}/demands?after={after}")).Text);
        board.ShouldContain("Not judged yet");
        board.ShouldContain("Not met");
        (await Tracker.Get($"/api/campaigns/{Campaign}/demands")).Body["demands"]!.AsArray()
            .Select(demand => (string)demand!["possible"]![0]!).ShouldAllBe(rank => rank == "Open", "the codes of the API stay");
    }

    [Fact]
    public async Task The_words_of_the_pages_are_explained_on_a_page_of_their_own_in_each_language()
    {
        foreach (var (language, said) in new[] { ("en", "went ahead, nothing new delivered"), ("ru", "этап пройден: нового не выполнено"), ("kk", "кезеңнен өтті: жаңадан ештеңе орындалмады") })
            (await Home($"/{language}/how-to-read-this")).ShouldContain(said);
    }

    private async Task<string> Home(string path) => WebUtility.HtmlDecode((await sample.Tracker.Send(HttpMethod.Get, path, null, change: request => request.Headers.Add("Accept", "text/html")))
        .ShouldBe(HttpStatusCode.OK).Text);

    // The counts beside the word.
    [GeneratedRegex("<li class=\"mark\"><svg.*?</svg>\\s*<span>(\\d+) ", RegexOptions.Singleline)]
    private static partial Regex Count();
}
