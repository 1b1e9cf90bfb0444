using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Testing;
using CampaignTracker.Web.Components;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Components;
using CampaignTracker.Web.Tests.Running;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>"How this is judged": the rule sets laid out, and which of them judges what one looks at.</summary>
public sealed class CodebookPagesTests(SampleTracker sample) : IClassFixture<SampleTracker>
{
    private const string Gate = "019ab000-7000-7000-8000-007100000055";

    public static TheoryData<int> Versions { get; } = [.. RuleSetList.BuiltIn.All.Select(rules => rules.Version)];

    /// <summary>Every page of a campaign.</summary>
    private static List<string> Routes => [.. typeof(CampaignPage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(CampaignPage)))
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)];

    private Task<Answer> Get(string path) => sample.Tracker.Get(path);

    private static Codebook Of(int version) => RuleSetList.BuiltIn.All.Single(rules => rules.Version == version).Codebook(EventTexts.In(Languages.OfTheApi));

    [Fact]
    public async Task Every_page_of_a_campaign_says_by_which_rule_set_it_is_judged_and_leads_to_how()
    {
        var assessment = await PublishedAsync();
        Routes.Count.ShouldBeGreaterThan(20);
        foreach (var route in Routes)
        {
            var address = route.Replace("{Campaign}", "eu-kazakhstan", StringComparison.Ordinal).Replace("{Subject}", "case-2", StringComparison.Ordinal)
                .Replace("{Type}", "release_achieved", StringComparison.Ordinal).Replace("{Key}", "101955bddb", StringComparison.Ordinal).Replace("{Gate:guid}", Gate, StringComparison.Ordinal)
                .Replace("{Event:guid}", route.Contains("assessments", StringComparison.Ordinal) ? assessment : Gate, StringComparison.Ordinal);
            foreach (var (query, version) in new[] { ("", 1), ("?ruleSet=2", 2) })
            {
                var page = (await Get(address + query)).ShouldBe(HttpStatusCode.OK).Text;
                page.ShouldContain($"<p>Judged by rule set {version}. <a href=\"/eu-kazakhstan/how-this-is-judged{query}\">How this is judged</a></p>", Case.Sensitive, route);
            }
        }
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_codebook_shows_all_that_its_rule_set_knows(int version)
    {
        var page = WebUtility.HtmlDecode((await Get($"/how-this-is-judged?ruleSet={version}")).ShouldBe(HttpStatusCode.OK).Text);
        var book = Of(version);
        page.ShouldContain(book.About);
        foreach (Match link in Regex.Matches(page, "href=\"#([a-z]+)\"")) page.ShouldContain($"id=\"{link.Groups[1].Value}\"");
        foreach (var text in book.Rules.SelectMany(rule => new[] { rule.Title, rule.Text })
            .Concat(book.Measures.Select(measure => measure.Text)).Concat(book.Movements.Select(one => one.Text)).Concat(book.Movements.SelectMany(one => one.UndoneBy))
            .Concat(book.Verdicts.SelectMany(entry => new[] { entry.Text, Texts.English[$"Verdict.{entry.Verdict}"].Value }))
            .Concat(book.Annotations.SelectMany(entry => new[] { entry.Text, $"<code>{entry.Annotation}</code>" }))
            .Concat(book.Words.SelectMany(entry => new[] { entry.Text, Texts.English[$"Word.{entry.Word}"].Value })).Concat(book.Differences))
            page.ShouldContain(text);
        foreach (var (direction, title) in new[] { (Domain.Agreements.GateDirection.Advances, "Moves it forward"), (Domain.Agreements.GateDirection.HoldsBack, "Holds it back") })
        {
            Regex.Matches(page, $"<dt>{title}</dt><dd>([^<]*)</dd>").Select(found => found.Groups[1].Value).ShouldBe(
                book.Steps.Select(steps => string.Join(", ", steps.Milestones.Where(step => step.Reached == direction).Select(step => EventTexts.In(Languages.OfTheApi).Word(step.Milestone)))));
        }
    }

    [Fact]
    public async Task The_newest_is_shown_where_none_is_named_and_each_leads_to_the_others()
    {
        var page = (await Get("/how-this-is-judged")).ShouldBe(HttpStatusCode.OK).Text;
        page.ShouldContain("href=\"/how-this-is-judged?ruleSet=2\" aria-current=\"page\"");
        page.ShouldContain("href=\"/how-this-is-judged?ruleSet=1\"");
        page.ShouldContain("What differs from the version before");
        (await Get("/how-this-is-judged?ruleSet=1")).Text.ShouldNotContain("What differs from the version before");
        (await Get("/")).Text.ShouldContain("<a href=\"/how-this-is-judged\">How this is judged</a>");
    }

    [Fact]
    public async Task One_that_there_is_none_of_is_told() =>
        (await Get("/how-this-is-judged?ruleSet=77")).ShouldBe(HttpStatusCode.BadRequest).Text.ShouldContain("<code>ruleSet</code>");

    [Fact]
    public async Task A_campaign_leads_to_the_rule_set_by_which_it_is_judged()
    {
        (await Get("/eu-kazakhstan/how-this-is-judged")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("EU-Kazakhstan is judged by rule set 1.");
        var asked = (await Get("/eu-kazakhstan/how-this-is-judged?asOf=2016-01-01&ruleSet=2")).ShouldBe(HttpStatusCode.OK).Text;
        asked.ShouldContain("You asked for rule set 2");
        asked.ShouldContain("href=\"/eu-kazakhstan/how-this-is-judged?asOf=2016-01-01&amp;ruleSet=1\"");

        // A campaign that is opened now is judged by the newest.
        var opened = (await sample.Tracker.Open(Written.Campaign("second"))).ShouldBe(HttpStatusCode.Created);
        await sample.Tracker.Get<CampaignReader>().WaitAsync(opened.Sequence, TestContext.Current.CancellationToken);
        var own = (await Get("/second/how-this-is-judged")).ShouldBe(HttpStatusCode.OK).Text;
        own.ShouldContain("is judged by rule set 2.");
        own.ShouldContain("Judged by rule set 2.");
    }

    [Fact]
    public async Task Rule_sets_are_read_over_HTTP()
    {
        (await Get("/api/rule-sets")).ShouldBe(HttpStatusCode.OK).Body["ruleSets"]!.AsArray().Select(one => (int)one!["version"]!).ShouldBe([1, 2]);
        foreach (var rules in RuleSetList.BuiltIn.All)
        {
            (await Get($"/api/rule-sets/{rules.Version}")).ShouldBe(HttpStatusCode.OK).Text
                .ShouldBe(System.Text.Json.JsonSerializer.Serialize(Of(rules.Version), ViewJson.Options));
        }
        foreach (var wrong in new[] { "77", "x", "-1", "1.0" }) (await Get($"/api/rule-sets/{wrong}")).ShouldRefuse(HttpStatusCode.NotFound, "version unknown_rule_set");
        foreach (var path in new[] { "/api/rule-sets", "/api/rule-sets/2" }) (await Get($"{path}?asOf=2016")).ShouldRefuse(HttpStatusCode.BadRequest, "asOf unknown_parameter");
    }

    private async Task<string> PublishedAsync()
    {
        var recorded = (await sample.Tracker.Record("eu-kazakhstan", new JsonObject
        {
            ["type"] = "assessment_published", ["subject"] = "epca", ["occurred"] = "2026-11-30", ["sources"] = new JsonArray(new JsonObject { ["citation"] = "Briefing" }),
            ["knownAt"] = 92, ["ruleSet"] = 1, ["word"] = "Mixed", ["narrative"] = "As judged.",
            ["verdicts"] = new JsonArray(new JsonObject { ["gate"] = Gate, ["verdict"] = "AdvancedDespiteRegression" }),
        })).ShouldBe(HttpStatusCode.Created);
        await sample.Tracker.Get<CampaignReader>().WaitAsync(recorded.Sequence, TestContext.Current.CancellationToken);
        return recorded.Id();
    }
}
