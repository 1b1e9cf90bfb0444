using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignTracker.Web.Tests.Api;

/// <summary>A rule set that is registered by one line answers everywhere that names it, and nowhere else.</summary>
public sealed class RuleSetTests(RuleSetTests.WithToy sample) : IClassFixture<RuleSetTests.WithToy>
{
    private const string Of = "/api/campaigns/eu-kazakhstan";

    /// <summary>The sample, and the toy beside version 1.</summary>
    public sealed class WithToy(TestTrackers trackers) : SampleTracker(trackers)
    {
        protected override void Configure(IServiceCollection services) => services.AddSingleton(RuleSetList.BuiltIn.With(new ToyRuleSet()));
    }

    private Task<Answer> Get(string path) => sample.Tracker.Get(path);

    private async Task<string> GateAsync() =>
        (await Get($"{Of}/conditionality")).Body["agreements"]![0]!["gates"]![0]!["event"]!.GetValue<string>();

    [Theory]
    [InlineData("/conditionality")]
    [InlineData("/why?gate=GATE")]
    [InlineData("/history?gate=GATE")]
    [InlineData("/difference?fromAsOf=2012")]
    [InlineData("/frames")]
    [InlineData("/frames?over=knowledge")]
    public async Task Every_answer_names_its_rule_set_and_is_given_by_it(string path)
    {
        path = Of + path.Replace("GATE", await GateAsync(), StringComparison.Ordinal);
        var standing = (await Get(path)).ShouldBe(HttpStatusCode.OK);
        var first = (await Get(With(path, "1"))).ShouldBe(HttpStatusCode.OK);
        var toy = (await Get(With(path, "900"))).ShouldBe(HttpStatusCode.OK);

        standing.Text.ShouldBe(first.Text);
        first.Body["ruleSet"]!.GetValue<int>().ShouldBe(1);
        toy.Body["ruleSet"]!.GetValue<int>().ShouldBe(900);
        Verdicts(toy.Body).Distinct().ShouldBe(["Withheld"]);
        Verdicts(first.Body).Distinct().ShouldNotBe(["Withheld"]);
    }

    [Fact]
    public async Task What_if_is_answered_by_it()
    {
        var signed = JsonNode.Parse("""
            { "type": "milestone_reached", "subject": "epca", "occurred": "2024-03-01", "milestone": "Signed", "by": ["Council"], "sources": [{ "citation": "Supposed" }] }
            """)!;
        var answer = await sample.Tracker.Post($"{Of}/what-if?ruleSet=900", signed.ToJsonString());
        answer.ShouldBe(HttpStatusCode.OK).Body["ruleSet"]!.GetValue<int>().ShouldBe(900);
        var judged = answer.Body["changes"]!.AsArray().Where(change => change!["what"]!.GetValue<string>() == "Verdict").ToList();
        judged.ShouldNotBeEmpty();
        judged.ShouldAllBe(change => change!["after"]![0]!.GetValue<string>() == "Withheld");
    }

    [Fact]
    public async Task A_published_assessment_is_held_against_the_rule_set_that_it_names()
    {
        var gate = await GateAsync();
        var first = (await Get($"{Of}/conditionality")).Body;
        var said = first["agreements"]![0]!["gates"]![0]!["verdict"]!.GetValue<string>();
        var sequence = first["sequence"]!.GetValue<long>();
        var last = 0L;
        foreach (var (ruleSet, verdict) in new[] { (1, said), (900, "Withheld") })
            last = (await sample.Tracker.Record("eu-kazakhstan", Published(gate, sequence, ruleSet, verdict))).ShouldBe(HttpStatusCode.Created).Sequence;
        foreach (var asked in new[] { "1", "900" })
        {
            var published = (await Get($"{Of}/assessments?ruleSet={asked}&after={last}")).ShouldBe(HttpStatusCode.OK).Body["published"]!.AsArray();
            published.Select(one => (one!["ruleSet"]!.GetValue<int>(), one["founded"]!.GetValue<bool>(), one["departs"]!.GetValue<bool>()))
                .ShouldBe([(900, true, false), (1, true, false)], ignoreOrder: true);
        }
    }

    private static JsonObject Published(string gate, long sequence, int ruleSet, string verdict) => new()
    {
        ["type"] = "assessment_published",
        ["subject"] = "epca",
        ["occurred"] = "2026-11-01",
        ["knownAt"] = sequence,
        ["ruleSet"] = ruleSet,
        ["verdicts"] = new JsonArray(new JsonObject { ["gate"] = gate, ["verdict"] = verdict }),
        ["word"] = "Mixed",
        ["narrative"] = "As judged.",
        ["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR" }),
    };

    [Fact]
    public async Task A_citation_carries_it_and_its_link_answers_the_same_bytes()
    {
        var cited = (await Get($"{Of}/citation?ruleSet=900")).ShouldBe(HttpStatusCode.OK).Body;
        cited["ruleSet"]!.GetValue<int>().ShouldBe(900);
        var link = cited["link"]!.GetValue<string>();
        link.ShouldContain("ruleSet=900");
        Verdicts((await Get(link)).ShouldBe(HttpStatusCode.OK).Body).Distinct().ShouldBe(["Withheld"]);
        // The hash holds for that rule set alone.
        (await Get(link.Replace("ruleSet=900", "ruleSet=1", StringComparison.Ordinal))).ShouldRefuse(HttpStatusCode.Conflict, "hash other_answer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/agreements")]
    [InlineData("/replay")]
    [InlineData("/why/GATE")]
    [InlineData("/compare?fromAsOf=2012")]
    [InlineData("/events/GATE")]
    public async Task Pages_are_drawn_by_it_and_their_links_keep_it(string page)
    {
        page = "/eu-kazakhstan" + page.Replace("GATE", await GateAsync(), StringComparison.Ordinal);
        var first = (await Get(page)).ShouldBe(HttpStatusCode.OK).Text;
        var toy = (await Get(With(page, "900"))).ShouldBe(HttpStatusCode.OK).Text;
        first.ShouldNotContain("ruleSet=");
        toy.ShouldContain("ruleSet=900");
        toy.ShouldContain("held back over reform");
        Remaining(toy).ShouldNotBe(Remaining(first));
        (await Get(With(page, "77"))).ShouldBe(HttpStatusCode.BadRequest).Text.ShouldContain("<code>ruleSet</code>");
    }

    [Fact]
    public async Task One_that_there_is_none_of_is_refused_by_name()
    {
        var gate = await GateAsync();
        foreach (var path in new[] { "", "/conditionality", "/demands", "/timeline", $"/why?gate={gate}", "/difference", "/frames", $"/history?gate={gate}", "/citation" })
        {
            foreach (var wrong in new[] { "77", "x", "-1", "9999999999999", "1.0" })
                (await Get(With(Of + path, wrong))).ShouldRefuse(HttpStatusCode.BadRequest, "ruleSet unknown_rule_set");
        }
        (await sample.Tracker.Post($"{Of}/what-if?ruleSet=77", "[]")).ShouldRefuse(HttpStatusCode.BadRequest, "ruleSet unknown_rule_set");
    }

    private static string With(string path, string ruleSet) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ruleSet={ruleSet}";

    // What a page says beside the parameter itself.
    private static string Remaining(string page) => page.Replace("ruleSet=900", "", StringComparison.Ordinal);

    /// <summary>Every verdict that an answer gives of a gate, wherever it stands.</summary>
    private static IEnumerable<string> Verdicts(JsonNode? node) => node switch
    {
        JsonObject gate when gate["inputsHash"] is not null && gate["verdict"] is { } verdict => [verdict.GetValue<string>()],
        JsonObject line when line["what"]?.ToString() == "Verdict" => Said(line).Concat(line.SelectMany(pair => Verdicts(pair.Value))),
        JsonObject any => any.SelectMany(pair => Verdicts(pair.Value)),
        JsonArray list => list.SelectMany(Verdicts),
        _ => [],
    };

    private static IEnumerable<string> Said(JsonObject line) =>
        new[] { line["says"], line["after"] }.Concat(line["spans"]?.AsArray().Select(span => span!["says"]) ?? [])
            .OfType<JsonArray>().SelectMany(says => says.Select(one => one!.GetValue<string>()));
}
