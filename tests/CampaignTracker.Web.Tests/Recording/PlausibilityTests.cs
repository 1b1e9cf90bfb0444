using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>What is surprising is recorded, and the answer says so: field, code, and a sentence.</summary>
public sealed class PlausibilityTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static JsonObject On(string subject, string type, string occurred) =>
        Written.Context(occurred).Without("text").With("type", type).With("subject", subject);

    private async Task<List<string>> WarningsOf(params JsonNode[] events) => Warnings((await Record(events)).ShouldBe(HttpStatusCode.Created));

    private static List<string> Warnings(Answer answer) => [.. answer.Events.SelectMany(e => e!["warnings"]?.AsArray() ?? [])
        .Select(warning => $"{warning!["field"]} {warning["code"]}: {warning["message"]}")];

    [Fact]
    public async Task Dates_that_can_hardly_be()
    {
        await Opened();
        (await WarningsOf(Written.Context().With("published", "2099-01-01"))).ShouldBe(["published ahead: lies in the future (2099-01-01): is the year right?"]);
        (await WarningsOf(Written.Context("0203-04-18"))).ShouldBe(["occurred early_year: lies before 1900 (0203-04-18): is the year right?"]);
    }

    [Fact]
    public async Task A_batch_is_looked_at_top_down()
    {
        await Opened(Written.Case(), Written.Arrested());
        (await WarningsOf(On("case-1", "died_in_custody", "2014-01-01"), Written.Arrested(occurred: "2015-01-01"))).ShouldHaveSingleItem()
            .ShouldStartWith("subject after_death: is recorded as dead since 2014-01-01");
        (await WarningsOf(On("case-1", "rearrested", "2013-01-01"))).ShouldHaveSingleItem().ShouldStartWith("subject not_released");
    }

    [Fact]
    public async Task An_answer_before_the_demand()
    {
        await Opened(Written.Case(), Written.Demand("demand-1", about: "case-1"));
        (await WarningsOf(On("demand-1", "demand_answered", "2010-06-01").With("by", "KZ").With("answer", "Rejected"))).ShouldHaveSingleItem()
            .ShouldStartWith("occurred before_opening: comes before 2013-04-18, when the demand was issued");
    }

    [Fact]
    public async Task A_milestone_twice_and_votes_without_abstentions()
    {
        JsonObject Signed(string occurred) => On("epca", "milestone_reached", occurred).With("milestone", "Signed").With("by", new JsonArray("Council"));
        await Opened(Epca(), Signed("2015-12-21"));
        (await WarningsOf(Signed("2016-05-01"))).ShouldHaveSingleItem().ShouldStartWith("milestone milestone_twice: is recorded already, on 2015-12-21");

        var adopted = Written.Resolution("resolution-1").With("votes", new JsonObject { ["for"] = 511, ["against"] = 115 });
        (await WarningsOf(adopted)).ShouldHaveSingleItem().ShouldStartWith("votes.abstentions votes_incomplete");
        (await Record(Written.Resolution("resolution-2").With("votes", new JsonObject { ["for"] = -1, ["against"] = 115, ["abstentions"] = 0 })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].votes.for negative_votes");
    }

    [Theory]
    [InlineData("Russian", "did you mean ru?")]
    [InlineData("русский", "did you mean ru?")]
    [InlineData("kz", "did you mean kk?")]
    [InlineData("ru, kk", "write ru for Russian")]
    public async Task A_language_that_is_none(string language, string said)
    {
        await Opened();
        (await WarningsOf(Written.Context().With("sources", new JsonArray(new JsonObject { ["citation"] = "Azattyq", ["language"] = language })))).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(warning => warning.ShouldStartWith("sources[0].language no_language"), warning => warning.ShouldContain(said));
    }

    [Fact]
    public async Task The_same_source_twice()
    {
        await Opened();
        JsonObject Source() => new() { ["citation"] = "IPHR", ["url"] = "https://example.org" };
        (await WarningsOf(Written.Context().With("sources", new JsonArray(Source(), Source())))).ShouldBe(["sources[1] same_source: is the same as source 1: give it once"]);
    }

    [Fact]
    public async Task Anything_on_a_closed_campaign_whatever_it_is_recorded_on()
    {
        await Opened(Written.Case());
        JsonObject Ends(string type, string occurred) => On(Campaign, type, occurred);
        (await WarningsOf(Written.Arrested())).ShouldBeEmpty();
        (await WarningsOf(Ends("campaign_reopened", "2014-01-01"))).ShouldHaveSingleItem().ShouldStartWith("campaign not_closed");
        (await WarningsOf(Ends("campaign_closed", "2016-06-01"))).ShouldBeEmpty();
        (await WarningsOf(Ends("campaign_closed", "2016-07-01"))).ShouldHaveSingleItem().ShouldStartWith("campaign closed: was closed before, on 2016-06-01");
        (await WarningsOf(Written.Context("2018-01-01"))).ShouldHaveSingleItem().ShouldStartWith("campaign closed: was closed on 2016-07-01");
        (await WarningsOf(Written.Released())).ShouldHaveSingleItem().ShouldStartWith("campaign closed: was closed on 2016-07-01");
        var second = await Record(Written.Arrested(occurred: "2017"));
        Warnings(second).ShouldHaveSingleItem("from memory as well").ShouldStartWith("campaign closed");

        await Tracker.Get($"/{Campaign}?after={second.Sequence}");
        using var form = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/release_achieved");
        (form["subject"], form["occurred"], form["manner"], form["sources[0].citation"]) = ("case-1", "2018", "Pardon", "RFE/RL");
        (await form.Press("check")).Page.ShouldContain("Campaign was closed on 2016-07-01: reopen it");

        (await WarningsOf(Ends("campaign_reopened", "2019-01-01"))).ShouldBeEmpty();
        (await WarningsOf(Written.Arrested(occurred: "2019"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_campaign_that_another_process_closed_is_closed_for_who_has_not_recorded_on_it_yet()
    {
        await Opened(Written.Case());
        await Record(On(Campaign, "campaign_closed", "2016-06-01"));
        await using var other = await RunningTracker.StartAsync(Tracker.ConnectionString, Nodes.Several);
        Warnings(await other.Record(Campaign, Written.Arrested())).ShouldHaveSingleItem().ShouldStartWith("campaign closed");
    }

    [Fact]
    public async Task A_step_by_a_body_that_the_definition_does_not_name_is_told_by_the_answer_the_form_and_the_ladder()
    {
        await Opened(Epca());
        JsonObject Signed(string by) => On("epca", "milestone_reached", "2015-12-21").With("milestone", "Signed").With("by", new JsonArray(by));
        (await WarningsOf(Signed("the  COUNCIL"))).ShouldBeEmpty();
        var answer = (await Record(Signed("Commission").With("occurred", "2016-01-21"))).ShouldBe(HttpStatusCode.Created);
        Warnings(answer).ShouldContain(warning => warning.StartsWith("by not_a_body: is nobody whom the definition of epca names", StringComparison.Ordinal));

        await Tracker.Get<CampaignReader>().WaitAsync(answer.Sequence, TestContext.Current.CancellationToken);
        (await Tracker.Get($"/{Campaign}/agreements")).Text.ShouldContain("not judged: by a body that the definition does not name");
        (await Tracker.Get($"/{Campaign}/epca?ruleSet=2")).Text.ShouldContain("not judged: by a body that the definition does not name");

        using var browser = new HtmlForm(Tracker.Address);
        await browser.Get($"/{Campaign}/record/milestone_reached?subject=epca");
        (browser["occurred"], browser["milestone"], browser["by[0]"], browser["sources[0].citation"]) = ("2017-02-01", "Eased", "Commission", "IPHR");
        await browser.Press("check");
        browser.Page.ShouldContain("is nobody whom the definition of epca names");
    }

    [Fact]
    public async Task An_assessment_by_whoever_was_asked_or_of_what_reviewers_do_not_measure()
    {
        await Opened(Written.Case(), Written.Demand("demand-1", about: "case-1"), Written.Demand("demand-2"));
        JsonObject Assessed(string demand, string reviewer) => On(demand, "fulfilment_assessed", "2014-05-01").With("fulfilment", "PartlyMet").With("reviewer", reviewer);
        (await WarningsOf(Assessed("demand-2", "IPHR"))).ShouldBeEmpty();
        (await WarningsOf(Assessed("demand-2", "Ministry of Justice of Kazakhstan"))).ShouldHaveSingleItem().ShouldStartWith("reviewer side_not_said: has Kazakhstan in its name");
        (await WarningsOf(Assessed("demand-2", "Kazakhstan"))).ShouldHaveSingleItem().ShouldStartWith("reviewer own_claim: is an addressee");
        (await WarningsOf(Assessed("demand-2", "Ministry of Justice").With("reviewerSide", "ReformingSide"))).ShouldHaveSingleItem()
            .ShouldStartWith("reviewer own_claim: is of the reforming side");

        var opinion = (await Record(Assessed("demand-1", "IPHR"))).ShouldBe(HttpStatusCode.Created);
        Warnings(opinion).ShouldHaveSingleItem().ShouldStartWith("fulfilment opinion_only: is an opinion");
        await Tracker.Get<CampaignReader>().WaitAsync(opinion.Sequence, TestContext.Current.CancellationToken);
        (await Tracker.Get($"/{Campaign}/demand-1")).Text.ShouldContain("an opinion: moves no status");
    }

    [Fact]
    public async Task What_rule_set_2_leaves_out_is_told_when_it_is_recorded()
    {
        var opened = await Opened(Epca(), Written.Case(), Written.Arrested(occurred: "2013-05-02"), Written.Demand("demand-1").With("criterion", "He is free."));
        (await WarningsOf(On("case-1", "house_arrest_ordered", "2012-06-01"))).ShouldHaveSingleItem().ShouldStartWith("subject not_held: is not recorded as in custody before");
        (await WarningsOf(Written.Released(occurred: "2013-05-01").With("follows", new JsonArray(opened.Id(3))))).ShouldContain(warning => warning.StartsWith("follows follows_later", StringComparison.Ordinal));
        (await WarningsOf(On("epca", "condition_attached", "2014-05-01").With("demand", "demand-1").With("requirement", "Necessary"))).ShouldBeEmpty();
        (await WarningsOf(On("epca", "condition_detached", "2014-04-30").With("demand", "demand-1"))).ShouldHaveSingleItem().ShouldStartWith("occurred takes_nothing_back: comes before 2014-05-01");
        var linked = (await Record(On("epca", "linkage_declared", "2012-07-01").With("by", "Council").With("strength", "Committed").With("wording", "It depends.").With("issueArea", "rights")))
            .ShouldBe(HttpStatusCode.Created);
        (await WarningsOf(On("epca", "linkage_withdrawn", "2012-06-30").With("linkage", linked.Id()).With("by", "Council"))).ShouldHaveSingleItem()
            .ShouldStartWith("occurred takes_nothing_back: comes before 2012-07-01");
    }

    [Fact]
    public async Task The_lines_of_a_batch_say_the_order_of_a_day_and_two_batches_do_not()
    {
        await Opened(Written.Case("case-1"), Written.Case("case-2", "Roza Tuletaeva"));
        (await WarningsOf(Written.Arrested("case-1", "2012-01-23"), Written.Released("case-1", "2013-05-01"), On("case-1", "rearrested", "2013-05-01"))).ShouldBeEmpty();
        (await WarningsOf(Written.Arrested("case-2", "2012-01-23"), Written.Released("case-2", "2013-05-01"))).ShouldBeEmpty();
        (await WarningsOf(On("case-2", "rearrested", "2013-05-01"))).ShouldHaveSingleItem().ShouldStartWith("occurred order_of_a_day: is the day of event");
    }

    private static JsonObject Epca() => new()
    {
        ["type"] = "agreement_defined", ["subject"] = "epca", ["occurred"] = "2011", ["name"] = "EPCA", ["parties"] = new JsonArray("EU", "KZ"),
        ["bodies"] = new JsonArray(new JsonObject { ["name"] = "Council", ["holds"] = new JsonArray("Signed") }),
    };
}
